import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  actedColumns,
  countFailure,
  findFailures,
  findPersonByUsername,
  ownTables,
  tablesApart,
  type Database,
} from '#db';
import type { Person } from '#domain/access/person.ts';
import { recordSections } from '#domain/keeping/record-sections.ts';
import { londonDate } from '#domain/london-time.ts';
import { Sheet, sheetParts } from '#domain/supervision/sheet.ts';
import { hashId } from '#server/auth/hash-id.ts';
import { countedByJoining, countedByPin } from '#server/auth/slowed-down.ts';
import { recordLeaving, recordReturn } from '#server/auth/record-leaving.ts';
import { verifyChains } from '#server/audit/verify-chains.ts';
import { adoptShippedPolicy } from '#server/content/adopt-shipped-policy.ts';
import { publishScenarios } from '#server/content/publish-scenarios.ts';
import { eraseRecord } from '#server/keeping/erase-record.ts';
import { gatherExport, type RecordExport } from '#server/keeping/gather-export.ts';
import { writeExportPage } from '#server/keeping/write-export-page.ts';
import { listLeft } from '#server/profile/list-left.ts';
import { readTeam } from '#server/profile/read-team.ts';
import { fillSample } from '#server/sample/fill-sample.ts';
import { freshDatabase } from '../support/database.ts';
import { walkSchema } from '../support/schema-walk.ts';

let db: Database;
let remove: () => Promise<void>;
const names = ['grace', 'tom', 'joan', 'priscilla', 'daniel', 'amina'] as const;
const cast = {} as Record<(typeof names)[number], Person>;

beforeAll(async () => {
  ({ db, remove } = await freshDatabase());
  await publishScenarios(db, { at: '2026-01-01T09:00:00.000Z' });
  await adoptShippedPolicy(db, '2026-01-01T09:00:00.000Z');
  await fillSample(db);
  for (const name of names) cast[name] = (await findPersonByUsername(db, name))!;
}, 240_000);
afterAll(() => remove());

const all = async (sql: string, ...args: string[]) => (await db.client.execute({ sql, args })).rows;
const count = async (sql: string, ...args: string[]) => Number((await all(sql, ...args))[0]![0]);
const columns = walkSchema();

describe('what is held about people', () => {
  test('is known, table by table and column by column', () => {
    const own = new Set(ownTables.map(({ table }) => table));
    const acted = new Set(actedColumns.map(({ table, column }) => `${table}.${column}`));
    const isTold = ({ table, column, refersTo }: (typeof columns)[number]) => {
      if (acted.has(`${table}.${column}`)) return true;
      if (refersTo && own.has(refersTo)) return own.has(table);
      if (refersTo === 'people') return column === 'person_id' && own.has(table);
      return own.has(table) && column === 'person_id';
    };
    const named = /(^|_)(by|by_id|person_id|actor|subject|owner_id|reader_id|holder_id)$/;
    const about = columns.filter(
      ({ table, column, refersTo }) =>
        !Object.hasOwn(tablesApart, table) &&
        (refersTo === 'people' || (refersTo && own.has(refersTo)) || named.test(column)),
    );
    expect(about.length).toBeGreaterThan(60);
    expect(
      about
        .filter((one) => !isTold(one))
        .map((one) => `${one.table}.${one.column}`)
        .sort(),
    ).toEqual(notPeople);
    expect([...own].filter((one) => !columns.some(({ table }) => table === one))).toEqual([]);
  });

  test('can be erased row by row without going through whole tables: what refers to it is indexed', async () => {
    const own = JSON.stringify(ownTables.map(({ table }) => table));
    const unindexed = await all(
      `SELECT one.name || '.' || refers."from" FROM sqlite_schema one, pragma_foreign_key_list(one.name) refers
        WHERE one.type = 'table' AND refers."table" IN (SELECT value FROM json_each(?))
          AND NOT EXISTS (SELECT 1 FROM pragma_index_list(one.name) i, pragma_index_info(i.name) first
            WHERE i.partial = 0 AND first.seqno = 0 AND first.name = refers."from")`,
      own,
    );
    expect(unindexed.map((row) => row[0])).toEqual([]);
  });

  test('is told under a heading, or its leaving out has a reason', () => {
    const untold = ownTables.filter(({ unexported }) => !unexported).map(({ table }) => table);
    expect(Object.keys(recordSections).sort()).toEqual(untold.sort());
  });

  test('is nowhere else: every column in which an id of somebody stands is one of these', async () => {
    const ids = (await all('SELECT id FROM people')).map((row) => String(row[0]));
    const known = new Set([
      ...ownTables.map(({ table }) => `${table}.person_id`),
      ...actedColumns.map(({ table, column }) => `${table}.${column}`),
      ...[
        'people.id',
        'supervisions.sheet',
        'audit.actor',
        'audit.subject',
        'links.chain',
        'alert_actions.alert',
      ],
    ]);
    const found = new Set<string>();
    for (const { table, column } of columns)
      if (
        await count(
          `SELECT count(*) FROM ${table}, json_each(?) one
          WHERE instr(${table}.${column}, one.value)`,
          JSON.stringify(ids),
        )
      )
        found.add(`${table}.${column}`);
    expect([...found].filter((one) => !known.has(one))).toEqual([]);
    expect(found.size).toBeGreaterThan(40);
  });
});

/** Columns that look as if they named somebody, and do not. */
const notPeople = [
  ...['attempts.arrived_by', 'attempts.signed_in_by', 'delegations.delegated_by'],
  ...['sessions.signed_in_by', 'training_records.subject'],
];

const taken = async (viewer: Person, whose: Person): Promise<RecordExport> => {
  const gathered = await gatherExport(db, viewer, whose.id);
  if (!gathered.ok) throw new Error(gathered.problem.code);
  return gathered.value;
};

describe('an export', () => {
  test('holds every row about somebody, in both files, or says why not', async () => {
    for (const whose of [cast.joan, cast.priscilla]) {
      const record = await taken(whose, whose);
      const page = writeExportPage(record);
      for (const { table, where, unexported } of ownTables) {
        if (unexported) continue;
        const held = await count(`SELECT count(*) FROM ${table} WHERE ${where}`, whose.id);
        const left = record.leftOut
          .filter(({ from, what }) => from === table && what === '*')
          .reduce((sum, { rows = 0 }) => sum + rows, 0);
        expect([table, record.records[table]!.length + left]).toEqual([table, held]);
      }
      expect(page.match(/<article>/g)).toHaveLength(
        Object.values(record.records).flat().length + 1,
      );
      for (const row of record.records['observations']!)
        expect(page).toContain(String(row['seen']).slice(0, 40).replaceAll('"', '&quot;'));
      expect(page).not.toMatch(/<script|src=|href=|undefined|\[object/);
    }
  });

  test('tells others what is theirs to know, and who took it', async () => {
    const own = await taken(cast.daniel, cast.daniel);
    const forGrace = await taken(cast.grace, cast.daniel);
    const hidden = (record: RecordExport) =>
      (record.records['reflections'] ?? []).filter((row) => !row['shared']).length;
    expect(hidden(forGrace)).toBe(0);
    expect(forGrace.takenBy).toBe(cast.grace.name);
    expect(own.takenBy).toBe('themself');
    expect(
      await count(
        "SELECT count(*) FROM record_reads WHERE page = 'export' AND person_id = ?",
        cast.daniel.id,
      ),
    ).toBe(1);
    for (const [viewer, whose] of [
      [cast.tom, cast.joan],
      [cast.daniel, cast.joan],
    ] as const)
      expect(await gatherExport(db, viewer, whose.id)).toMatchObject({
        problem: { code: 'not-found' },
      });
  });

  test('holds no key of what was not decided', async () => {
    const record = await taken(cast.joan, cast.joan);
    // Amina is in the middle of one: what her decisions are worth is not told yet.
    const begun = await taken(cast.amina, cast.amina);
    const unfinished = begun.records['attempts']!.filter((row) => !row['finishedAt']);
    expect(unfinished).toHaveLength(1);
    expect(begun.records['moves']!.length).toBeGreaterThan(1);
    expect([begun.records['evidence'], begun.told]).toEqual([[], {}]);
    const text = JSON.stringify([record.records, record.told]);
    expect(text).not.toMatch(/worldBefore|snapshot|passwordHash/);
    expect(Object.keys(record.told).length).toBeGreaterThan(3);
  });
});

describe('leaving', () => {
  const leave = (whose: Person, by = cast.grace, more = {}) => {
    const [leftOn, leftTime] = [londonDate(new Date().toISOString()), '00:00'];
    return recordLeaving(db, by, whose.id, { leftOn, leftTime, ...more });
  };
  const problem = (code: string) => ({ ok: false, problem: { code } });

  test('is recorded by a manager, of somebody else, when it has happened', async () => {
    expect(await leave(cast.joan, cast.tom)).toMatchObject(problem('not-found'));
    expect(await leave(cast.grace, cast.grace)).toMatchObject(problem('not-found'));
    for (const more of [
      { leftOn: '2099-01-01' },
      { leftOn: '' },
      { leftTime: '7pm' },
      { leftOn: '2001-01-01' },
    ])
      expect(await leave(cast.joan, cast.grace, more)).toMatchObject(problem('malformed'));
    const { system } = await import('#domain/access/system.ts');
    const last = await recordLeaving(db, system, cast.grace.id, {
      leftOn: londonDate(new Date().toISOString()),
      leftTime: '00:00',
    });
    expect(last).toMatchObject({
      problem: { problems: [{ message: expect.stringMatching(/only manager/) }] },
    });
  });

  test('ends every way in at once and keeps the record; coming back gives none', async () => {
    const { id } = cast.daniel;
    const records = await count('SELECT count(*) FROM evidence WHERE person_id = ?', id);
    await db.write([
      {
        sql: "INSERT INTO sessions (id_hash, person_id, expires_at) VALUES ('h', ?, '2099-01-01')",
        args: [id],
      },
      { sql: "INSERT INTO pins (person_id, pin_hash, set_at) VALUES (?, 'p', '2026')", args: [id] },
    ]);
    expect(await leave(cast.daniel)).toMatchObject({ ok: true });
    const waysIn = async () =>
      Promise.all(
        ['sessions', 'credentials', 'pins', 'second_factors', 'recovery_codes'].map((table) =>
          count(`SELECT count(*) FROM ${table} WHERE person_id = ?`, id),
        ),
      );
    expect(await waysIn()).toEqual([0, 0, 0, 0, 0]);
    expect(await count('SELECT count(*) FROM evidence WHERE person_id = ?', id)).toBe(records);
    const told = async () => JSON.stringify(await readTeam(db, cast.grace)).includes(id);
    const left = async () => JSON.stringify(await listLeft(db, cast.grace)).includes(id);
    expect([await told(), await left()]).toEqual([false, true]);
    expect(await recordReturn(db, cast.grace, id)).toMatchObject({ ok: true });
    expect(await waysIn()).toEqual([0, 0, 0, 0, 0]);
    expect((await findPersonByUsername(db, 'daniel'))?.leftAt).toBeNull();
    expect([await told(), await left()]).toEqual([true, false]);
  });
});

describe('erasure', () => {
  /** Every text of somebody's own that stands in no row of anybody else, and their names. */
  async function markers({ id, name, username }: Person): Promise<string[]> {
    const texts = new Set<string>([name, username]);
    for (const { table, where } of ownTables)
      for (const row of await all(`SELECT * FROM ${table} WHERE ${where}`, id))
        for (const [column, cell] of Object.entries(row))
          if (
            column !== 'choice' &&
            typeof cell === 'string' &&
            /[a-z] [a-z]/i.test(cell) &&
            !/^[[{]/.test(cell)
          )
            texts.add(cell);
    return [...texts];
  }
  /** A table as one text a row, to be searched at once. */
  const asText = (table: string) =>
    columns
      .filter((one) => one.table === table)
      .map(({ column }) => `coalesce(${table}.${column}, '')`)
      .join(" || ' ' || ");
  const tables = [...new Set(columns.map(({ table }) => table))];
  /** In which tables these texts stand, but for rows that may hold them. */
  async function find(texts: string[], but: (table: string) => string | undefined, id: string) {
    const found: [table: string, text: string][] = [];
    for (const table of tables) {
      const rows = await all(
        `SELECT one.value FROM json_each(?2) one WHERE EXISTS (SELECT 1 FROM ${table}
          WHERE instr(${asText(table)}, one.value) AND NOT (${but(table) ?? '0'} AND ?1 = ?1))`,
        ...[id, JSON.stringify(texts)],
      );
      found.push(...rows.map((row) => [table, String(row[0])] as [string, string]));
    }
    return found;
  }
  const ownWhere = (table: string) =>
    table === 'people' ? 'id = ?1' : ownTables.find((one) => one.table === table)?.where;
  const erase = (whose: Person, more = {}, by = cast.grace) =>
    eraseRecord(db, by, whose.id, { name: whose.name, reason: 'asked', ...more });
  const gone = async (whose: Person) => {
    const left = { leftOn: londonDate(new Date().toISOString()), leftTime: '00:00' };
    await recordLeaving(db, cast.grace, whose.id, left);
  };

  test('is for those who left, by a manager who types the name and says why', async () => {
    expect(await erase(cast.joan)).toMatchObject({ problem: { code: 'not-found' } });
    await gone(cast.joan);
    expect(await erase(cast.joan, {}, cast.tom)).toMatchObject({ problem: { code: 'not-found' } });
    expect(await erase(cast.joan, { name: 'Joan' })).toMatchObject({
      problem: { problems: [{ field: 'name' }] },
    });
    expect(await erase(cast.joan, { reason: 'She is Joan' })).toMatchObject({
      problem: { problems: [{ field: 'reason' }] },
    });
    expect(await count('SELECT count(*) FROM erasures')).toBe(0);
  });

  test('leaves no trace of a worker in any column, nor in the file; chains hold', async () => {
    const { id } = cast.joan;
    const marked = await markers(cast.joan);
    const shared = new Set((await find(marked, ownWhere, id)).map(([, text]) => text));
    const theirs = marked.filter((text) => !shared.has(text));
    expect(theirs.length).toBeGreaterThan(10);
    const moves = await count(
      "SELECT count(*) FROM moves WHERE kind = 'decide' AND attempt_id IN (SELECT id FROM attempts WHERE person_id = ?)",
      id,
    );
    expect(moves).toBeGreaterThan(3);

    const erased = await erase(cast.joan);
    expect(erased.ok).toBe(true);
    expect(await find(theirs, () => undefined, id)).toEqual([]);
    // The id, which names nobody now, where something must still be told apart by it.
    expect((await find([id], () => undefined, id)).map(([table]) => table).sort()).toEqual([
      ...['erasures', 'links'],
    ]);
    expect(await all('PRAGMA foreign_key_check')).toEqual([]);
    expect((await verifyChains(db)).faults).toEqual([]);
    if (db.url.startsWith('file:')) {
      const path = db.url.slice('file:'.length);
      const bytes = Buffer.concat([await readFile(path), await readFile(`${path}-wal`)]);
      expect(theirs.filter((text) => bytes.includes(text))).toEqual([]);
    }
    expect(await erase(cast.joan)).toMatchObject({ problem: { code: 'not-found' } });
    expect(await count("SELECT count(*) FROM kept_outcomes WHERE scene <> ''")).toBeGreaterThan(3);
  });

  test("leaves an empty person where others' records say that they acted", async () => {
    const { tom } = cast;
    const signed = await count(
      'SELECT count(*) FROM observations WHERE observer_id = ? AND signed_at IS NOT NULL',
      tom.id,
    );
    expect(signed).toBeGreaterThan(0);
    // As a sheet names whoever saw something.
    const line = { tells: [], title: `Seen by ${tom.name}`, says: [`${tom.name}son too.`] };
    const sheet = JSON.stringify({
      ...{ at: '', policyVersion: '', role: '' },
      ...Object.fromEntries(sheetParts.map((part) => [part, { lines: [], more: 0 }])),
      praised: { lines: [{ ...line, href: '' }], more: 0 },
    });
    const [seen] = await all(
      'SELECT person_id FROM observations WHERE observer_id = ? AND signed_at IS NOT NULL',
      tom.id,
    );
    const add = `INSERT INTO supervisions (id, person_id, holder_id, on_day, opened_at, held_at, sheet)
      VALUES (?, ?, ?, 'd', 'o', 'h', ?)`;
    await db.write([
      { sql: add, args: ['of-worker', seen!['person_id']!, cast.grace.id, sheet] },
      { sql: add, args: ['of-nobody', cast.grace.id, cast.grace.id, sheet] },
    ]);
    const ofTom = [tom.username, countedByJoining(tom.username), countedByPin(tom.id)].map(hashId);
    await countFailure(db, ofTom, '2026-01-01', '2025-01-01');
    await gone(tom);
    expect((await erase(tom)).ok).toBe(true);
    expect(await findFailures(db, ofTom)).toEqual([]);
    expect({
      ...(
        await all('SELECT name, username, category, added_at FROM people WHERE id = ?', tom.id)
      )[0],
    }).toMatchObject({
      name: 'Erased person',
      username: `erased-${tom.id}`,
      category: '',
      added_at: '1970-01-01T00:00:00.000Z',
    });
    expect(await count('SELECT count(*) FROM observations WHERE observer_id = ?', tom.id)).toBe(
      signed,
    );
    expect(await all('PRAGMA foreign_key_check')).toEqual([]);
    expect((await verifyChains(db)).faults).toEqual([]);
    // Others of whom the name is a part keep theirs, and sheets that he had no part in are not touched.
    const but = (table: string) => (table === 'supervisions' ? "id LIKE 'of-%'" : undefined);
    expect(await find([tom.name], but, tom.id)).toEqual([]);
    const [told] = await all("SELECT sheet FROM supervisions WHERE id = 'of-worker'");
    expect(Sheet.parse(JSON.parse(String(told![0]))).praised.lines).toMatchObject([
      { title: 'Seen by Erased person', says: [`${tom.name}son too.`] },
    ]);
    expect(await all("SELECT sheet FROM supervisions WHERE id = 'of-nobody'")).toMatchObject([
      { sheet },
    ]);
    expect(await gatherExport(db, cast.grace, tom.id)).toMatchObject({
      problem: { code: 'not-found' },
    });
  });
});
