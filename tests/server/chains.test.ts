import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import type { InStatement } from '@libsql/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  actAs,
  insertObservation,
  listHeads,
  openDatabase,
  signObservationRow,
  type ChainHead,
  type Database,
} from '#db';
import type { Person } from '#domain/access/person.ts';
import { beginChains } from '#server/audit/begin-chains.ts';
import {
  compareCheckpoint,
  compareHeads,
  noteCheckpoint,
  tellHeads,
} from '#server/audit/compare-heads.ts';
import { verifyChains } from '#server/audit/verify-chains.ts';
import { createLinker } from '#db/chain/linker.ts';
import { startWriter } from '#db/writer.ts';
import { sayVerified } from '../../src/cli/audit.ts';
import { freshService, ways, type TestService } from '../support/service.ts';
import { aMove, cutTail, tamperings } from '../support/tamperings.ts';

let service: TestService;
let db: Database;
let worker: Person;
let observer: Person;
let attemptId: string;

const signed = {
  ...{
    observedAt: '2026-02-01T09:00:00.000Z',
    place: 'Here',
    task: 'mealtime',
    seen: 'All of it.',
  },
  ...{ personSaid: null, consent: null, signedAt: '2026-02-01T10:00:00.000Z' },
} as const;
const draft = (id: string) =>
  insertObservation(db, {
    ...{ id, personId: worker.id, observerId: observer.id, competencies: ['IP-01', 'IP-02'] },
    ...{
      begunAt: '2026-02-01T08:00:00.000Z',
      profileOpenedAt: null,
      supersedes: null,
      template: null,
    },
  });
const trust = [
  { competency: 'IP-02', entrustment: 3 },
  { competency: 'IP-01', entrustment: 4 },
];
const asManager = (task: () => Promise<unknown>) =>
  actAs(
    { actor: observer.id, what: 'POST /people/[personId]', subject: worker.id, detail: {} },
    task,
  );

beforeAll(async () => {
  service = await freshService();
  ({ db } = service);
  await beginChains(db);
  worker = await service.add('amina');
  observer = await service.add('tom', 'assessor');
  attemptId = await service.begin(worker);
  await service.play(worker, attemptId, ways.roundabout);
  await draft('seen-1');
  await signObservationRow(db, 'seen-1', signed, trust);
  await asManager(() => draft('seen-2'));
  await asManager(() => signObservationRow(db, 'seen-2', signed, trust));
  await draft('unsigned');
});
afterAll(() => service.remove());

const one = async (sql: string, ...args: string[]) =>
  String(Object.values((await service.rows(sql, ...args))[0]!)[0]);
const chain = () => `worker:${worker.id}`;

test('what the service writes is sound, whatever page it is read in, and covers every record', async () => {
  const all = await verifyChains(db);
  expect(all).toEqual({ chains: 3, links: 10, erased: 0, faults: [] });
  expect(await verifyChains(db, 1)).toEqual(all);
  expect((await listHeads(db)).map(({ chain, seq }) => [chain, seq])).toEqual([
    [`audit:${observer.id}`, 2],
    ['audit:system', 1],
    [chain(), 7],
  ]);
});

/** A copy of the file, changed by another tool that knows of no rule, and opened again. */
async function tampered<Value>(sql: string[], look: (db: Database) => Promise<Value>) {
  const file = `${db.url.slice('file:'.length)}-${randomUUID()}`;
  await db.client.execute(`VACUUM INTO '${file}'`);
  const tool = new DatabaseSync(file, { enableForeignKeyConstraints: false });
  for (const statement of sql) tool.exec(statement);
  tool.close();
  const copy = await openDatabase(`file:${file}`);
  try {
    return await look(copy);
  } finally {
    copy.close();
  }
}

test.each(tamperings)('%s: found', async (_, sql, table, which, code) => {
  await tampered(sql, async (copy) => {
    const { faults } = await verifyChains(copy, 3);
    const { rows } = await copy.client.execute(`SELECT (${which})`);
    expect(faults.map((one) => [one.table, one.recordId, one.code])).toEqual([
      [table, String(rows[0]![0]), code],
    ]);
    const lines: string[] = [];
    expect(await sayVerified(copy, undefined, (line) => lines.push(line))).toBe(false);
    expect(lines[0]).toContain(`: ${table} ${String(rows[0]![0])}: `);
  });
});

test('a tail cut off with its records is found by heads kept elsewhere, and by a checkpoint', async () => {
  const cut = [
    cutTail,
    `DELETE FROM observation_ratings WHERE observation_id = 'seen-2'`,
    `DELETE FROM observations WHERE id = 'seen-2'`,
  ];
  const kept = (await tellHeads(db)).join('\n');
  expect(await compareHeads(db, kept)).toEqual({ faults: [], bad: [] });
  expect((await compareHeads(db, `${kept}\nnonsense`)).bad).toEqual([{ line: 5 }]);
  await tampered(cut, async (copy) => {
    expect((await verifyChains(copy)).faults).toEqual([]);
    expect(await compareCheckpoint(copy)).toEqual([]);
    const { faults } = await compareHeads(copy, kept);
    expect(faults).toMatchObject([{ chain: chain(), recordId: '7', code: 'link-unlike-kept' }]);
    expect(await sayVerified(copy, kept, () => {})).toBe(false);
  });
  const count = (await verifyChains(db)).links;
  expect(await noteCheckpoint(db)).toMatch(new RegExp(`^3 chains, ${count} links: [0-9a-f]{64}$`));
  await service.play(worker, await service.begin(worker), ways.sound);
  expect(await compareCheckpoint(db)).toEqual([]);
  await tampered(cut, async (copy) => {
    expect(await compareCheckpoint(copy)).toMatchObject([{ table: 'audit', code: 'heads-differ' }]);
  });
});

test('records that were erased leave a chain that is sound, where the erasure is noted', async () => {
  const erase = [
    `UPDATE links SET salt = NULL WHERE chain LIKE 'worker:%'`,
    ...['evidence', 'moves', 'attempts', 'observation_ratings', 'observations'].map(
      (name) => `DELETE FROM ${name}`,
    ),
  ];
  const noted = `INSERT INTO erasures VALUES ((SELECT id FROM people WHERE username = 'amina'), 'x', 'y', 'z')`;
  const codes = (copy: Database) =>
    verifyChains(copy).then(({ faults }) => faults.map(({ code }) => code));
  expect(await tampered(erase, codes)).toEqual(['salt-removed']);
  expect(await tampered([...erase, noted], codes)).toEqual([]);
  const back = `INSERT INTO observations SELECT record_id, 'p', 'o', '[]', 'b', NULL, NULL, NULL, NULL, NULL, NULL,
    NULL, NULL, NULL, NULL, NULL, NULL FROM links WHERE kind = 'observation' LIMIT 1`;
  expect(await tampered([...erase, noted, back], codes)).toEqual(['record-back']);
});

test('rows of the audit log are gone only where the service noted it, and no name in the erasures says so', async () => {
  const letGo = (...seqs: number[]) =>
    seqs.flatMap((seq) => [
      `DELETE FROM audit WHERE id = (SELECT record_id FROM links WHERE chain LIKE 'audit:0%' AND seq = ${seq})`,
      `UPDATE links SET salt = NULL WHERE chain LIKE 'audit:0%' AND seq = ${seq}`,
    ]);
  const codes = (copy: Database) =>
    verifyChains(copy).then(({ faults }) => faults.map(({ code }) => code));
  const noted = `INSERT INTO erasures VALUES ('audit', 'system', 'retention', 'z')`;
  for (const gone of [[1], [2], [1, 2]])
    expect(await tampered([...letGo(...gone), noted], codes)).toEqual(['salt-removed']);
  // Also that chains have begun: what is added by hand after that is still not taken in.
  const all = [`DELETE FROM audit`, `UPDATE links SET salt = NULL WHERE chain LIKE 'audit:%'`];
  expect(await tampered([...all, aMove], beginChains)).toBe(0);
});

test('what was there before chains is linked once; what is added by hand later never is', async () => {
  const before = [`DELETE FROM links`, `DELETE FROM audit`];
  await tampered(before, async (copy) => {
    const { attempts, moves } = {
      attempts: await one('SELECT count(*) FROM attempts'),
      moves: await one('SELECT count(*) FROM moves'),
    };
    expect(await beginChains(copy)).toBe(Number(attempts) + Number(moves) + 2);
    expect(await verifyChains(copy)).toMatchObject({ chains: 2, faults: [] });
    await copy.client.execute(aMove);
    expect(await beginChains(copy)).toBe(0);
    expect((await verifyChains(copy)).faults).toMatchObject([
      { recordId: 'forged', code: 'no-link' },
    ]);
  });
});

test('two processes that write to the same chain at once both get in, in some order', async () => {
  const other = await service.reopen();
  const write = (to: Database, n: number) =>
    actAs({ actor: 'command', what: `try ${n}`, subject: null, detail: {} }, () => to.write([]));
  // From the second round on, each believes that the chain ends with what it wrote itself.
  for (let round = 0; round < 5; round += 1)
    await Promise.all(Array.from({ length: 8 }, (_, n) => write(n % 2 ? db : other, n)));
  for (let turn = 0; turn < 4; turn += 1) await write(turn % 2 ? db : other, turn);
  expect(await one(`SELECT count(*) FROM audit WHERE actor = 'command'`)).toBe('44');
  expect((await verifyChains(db)).faults).toEqual([]);
});

test('a write waits for one on its way in the same chain, which may fail, and for no other', async () => {
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  const isHeld = (statements: InStatement[]) => JSON.stringify(statements).includes('lost');
  const { write } = startWriter(async (statements) => {
    if (!isHeld(statements)) return db.client.batch(statements, 'write');
    await held;
    throw new Error('The line is down.');
  }, createLinker(db.client));
  const add = (chain: string, recordId: string) =>
    write([], [{ chain, kind: 'audit', recordId, content: '[]' }]);
  const first = expect(add('audit:slow', 'lost')).rejects.toThrow('down');
  await new Promise((done) => setTimeout(done, 20));
  let isWritten = false;
  const second = add('audit:slow', 'kept').then(() => (isWritten = true));
  await add('audit:other', 'meanwhile');
  expect(isWritten).toBe(false);
  letGo();
  await Promise.all([first, second]);
  const found = `SELECT seq, record_id FROM links WHERE chain = 'audit:slow'`;
  expect(await service.rows(found)).toEqual([{ seq: 1, record_id: 'kept' }]);
  await db.client.execute(`DELETE FROM links WHERE chain IN ('audit:slow', 'audit:other')`);
});

test('a write that is refused leaves no link, and no hole for the next one', async () => {
  const before = await listHeads(db);
  await draft('twice');
  await signObservationRow(db, 'twice', signed, trust);
  await expect(signObservationRow(db, 'twice', signed, trust)).rejects.toThrow('UNIQUE');
  await draft('discarded');
  await db.write([`UPDATE observations SET discarded_at = 'x' WHERE id = 'discarded'`]);
  await signObservationRow(db, 'discarded', signed, trust);
  expect(
    await one(`SELECT count(*) FROM observation_ratings WHERE observation_id = 'discarded'`),
  ).toBe('0');
  const of = (heads: ChainHead[]) => heads.find((head) => head.chain === chain())!.seq;
  expect(of(await listHeads(db))).toBe(of(before) + 1);
  expect((await verifyChains(db)).faults).toEqual([]);
});

test('a draft discarded between reading and writing takes its link with it', async () => {
  await draft('raced');
  const discard = db.write([`UPDATE observations SET discarded_at = 'x' WHERE id = 'raced'`]);
  await Promise.all([signObservationRow(db, 'raced', signed, trust), discard]);
  expect(await one(`SELECT signed_at IS NULL FROM observations WHERE id = 'raced'`)).toBe('1');
  expect((await verifyChains(db)).faults).toEqual([]);
});

test('words that the database keeps otherwise than they were typed are vouched for as they are kept', async () => {
  await draft('odd');
  await signObservationRow(db, 'odd', { ...signed, seen: 'half \ud800 and end\0 of it' }, trust);
  expect((await verifyChains(db)).faults).toEqual([]);
});
