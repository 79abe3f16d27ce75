import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  findPersonByUsername,
  migrateDatabase,
  newestMigration,
  openDatabase,
  standsAt,
  type Database,
} from '#db';
import { beginChains } from '#server/audit/begin-chains.ts';
import { verifyChains } from '#server/audit/verify-chains.ts';
import { bringUpToDate } from '#server/bring-up-to-date.ts';
import { adoptShippedPolicy } from '#server/content/adopt-shipped-policy.ts';
import { backupFolder, databaseFile } from '#server/keeping/database-file.ts';
import { foldPerson } from '#server/profile/fold-person.ts';
import { recordMove } from '#server/record-move.ts';
import { replayAll } from '#server/replay-all.ts';
import * as audit from '../../src/cli/audit.ts';
import * as people from '../../src/cli/people.ts';
import * as replay from '../../src/cli/replay.ts';
import * as retention from '../../src/cli/retention.ts';
import { makeContentFolder, type ContentFolder } from '../support/content-folder.ts';
import { toBody } from '../support/service.ts';
import { soundInput } from '../support/sound-scenario.ts';

/**
 * What the product wrote while its tables were those of each released migration: two attempts (one
 * still open), an observation, its people. The files are never edited; a release adds one.
 */
const written = join(import.meta.dirname, '..', 'upgrades');
const migrations = join(import.meta.dirname, '..', '..', 'db', 'migrations');
const released = readdirSync(written)
  .map((name) => name.replace('.sql', ''))
  .sort();

let folder: string;
let content: ContentFolder;
const opened: Database[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'in-practice-upgrades-'));
  content = await makeContentFolder({ hall: soundInput() });
});
afterAll(async () => {
  for (const db of opened) db.close();
  await content.remove();
  rmSync(folder, { recursive: true, force: true });
});

interface Journal {
  entries: { idx: number; when: number; tag: string }[];
}

/** A folder of migrations up to one of them, with some more of a test's own. */
function migrationsUpTo(tag: string, more: Record<string, string> = {}) {
  const own = mkdtempSync(join(folder, 'migrations-'));
  cpSync(migrations, own, { recursive: true });
  const file = join(own, 'meta', '_journal.json');
  const journal = JSON.parse(readFileSync(file, 'utf8')) as Journal;
  const last = journal.entries.findIndex((entry) => entry.tag === tag);
  const entries = journal.entries.slice(0, last + 1);
  for (const [name, sql] of Object.entries(more)) {
    const { idx, when, ...rest } = entries.at(-1)!;
    entries.push({ ...rest, idx: idx + 1, when: when + 1, tag: name });
    writeFileSync(join(own, `${name}.sql`), sql);
  }
  writeFileSync(file, JSON.stringify({ ...journal, entries }));
  return own;
}

/** A database as it was when these tables were the newest, with what was written then. */
async function databaseOf(tag: string): Promise<Database> {
  const db = await openDatabase(`file:${join(mkdtempSync(join(folder, 'database-')), 'old.db')}`);
  opened.push(db);
  await migrateDatabase(db, migrationsUpTo(tag));
  await db.client.executeMultiple(readFileSync(join(written, `${tag}.sql`), 'utf8'));
  return db;
}

const list = async (db: Database, sql: string) =>
  (await db.client.execute(sql)).rows.map((row) => ({ ...row }));

/** Every row of a database, table by table, with the columns that it has. */
async function everything(db: Database) {
  const tables = await list(
    db,
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'",
  );
  const rows = new Map<string, Record<string, unknown>[]>();
  for (const { name } of tables)
    rows.set(String(name), await list(db, `SELECT * FROM "${String(name)}" ORDER BY rowid`));
  return rows;
}

test('there is something from every migration but the newest', () => {
  const { entries } = JSON.parse(
    readFileSync(join(migrations, 'meta', '_journal.json'), 'utf8'),
  ) as Journal;
  expect(released).toEqual(entries.slice(0, -1).map(({ tag }) => tag));
});

describe.each(released)('a database of %s', (tag) => {
  test('keeps all that is in it, and what it says is said as before', async () => {
    const db = await databaseOf(tag);
    const before = await everything(db);
    const said: string[] = [];
    expect(await bringUpToDate(db, (line) => said.push(line))).toEqual({ ok: true });
    expect(said[0]).toContain('backed up');
    const after = await everything(db);
    for (const [table, rows] of before)
      for (const [at, row] of rows.entries()) expect(after.get(table)![at]).toMatchObject(row);
    expect(await list(db, 'PRAGMA foreign_key_check')).toEqual([]);

    expect(await replayAll(db)).toEqual({ attempts: 2, differences: [] });
    await beginChains(db);
    expect((await verifyChains(db)).faults).toEqual([]);
    await adoptShippedPolicy(db, '2026-01-01T09:00:00.000Z');
    const worker = (await findPersonByUsername(db, 'old.worker'))!;
    expect(worker.services).toHaveLength(1);
    const folded = await foldPerson(db, worker, '2026-11-21T09:00:00.000Z');
    expect(JSON.stringify(folded)).toContain('IP-01');

    // And life goes on: the open attempt is played on.
    const other = (await findPersonByUsername(db, 'old.other'))!;
    const [open] = await list(db, 'SELECT id FROM attempts WHERE finished_at IS NULL');
    const made = await recordMove(db, other, String(open!['id']), toBody(1, 'decide wait'));
    expect(made.ok).toBe(true);
    expect((await replayAll(db)).differences).toEqual([]);
  });

  test('is as it was where a later migration fails, and can still be brought up to date', async () => {
    const db = await databaseOf(tag);
    const schema = () => list(db, 'SELECT name, sql FROM sqlite_schema ORDER BY name');
    const before = [await schema(), await everything(db)];
    const failing = migrationsUpTo('0003_people-and-places', {
      '0004_failing':
        'CREATE TABLE half (a);--> statement-breakpoint\nDELETE FROM meta;--> statement-breakpoint\nINSERT INTO nowhere VALUES (1);',
    });
    const backups = () => readdirSync(backupFolder(databaseFile(db.url)!));
    await bringUpToDate(db, () => {}, failing);
    const kept = backups();
    expect(kept).toHaveLength(2);
    const refused = await bringUpToDate(db, () => {}, failing);
    // Tried again, it is the same backup and its manifest; once something was written, it is another.
    expect(backups()).toEqual(kept);
    expect(refused).toMatchObject({ ok: false });
    expect(JSON.stringify(refused)).toContain('It is as it was');
    expect([await schema(), await everything(db)]).toEqual(before);
    expect(await standsAt(db)).toBe('behind');
    await db.client.execute("UPDATE credentials SET password_hash = 'other'");
    expect(await bringUpToDate(db)).toEqual({ ok: true });
    expect(await standsAt(db)).toBe('level');
    expect(backups()).toHaveLength(4);
  });
});

test('a database of a later product is left alone, and a new one is made without a backup', async () => {
  const db = await databaseOf(released[0]!);
  await migrateDatabase(db);
  expect(await standsAt(db, newestMigration() - 1)).toBe('ahead');
  await db.client.execute('UPDATE __drizzle_migrations SET created_at = created_at + 1');
  const refused = await bringUpToDate(db);
  expect(JSON.stringify(refused)).toContain('a later In Practice');
  const said: string[] = [];
  const fresh = await openDatabase(`file:${join(folder, 'fresh.db')}`);
  opened.push(fresh);
  expect(await standsAt(fresh)).toBe('new');
  expect(await bringUpToDate(fresh, (line) => said.push(line))).toEqual({ ok: true });
  expect(said).toEqual([]);
});

test('a command leaves a database of another version to the service, and people makes a new one', async () => {
  const said: string[] = [];
  const error = vi.spyOn(console, 'error').mockImplementation((line) => void said.push(line));
  const log = vi.spyOn(console, 'log').mockImplementation((line) => void said.push(line));
  const { exitCode } = process;
  onTestFinished(() => {
    error.mockRestore();
    log.mockRestore();
    vi.unstubAllEnvs();
    process.exitCode = exitCode;
  });
  /** The first line that each command says of a database. */
  const ask = async (url: string) => {
    vi.stubEnv('DATABASE_URL', url);
    said.length = 0;
    await audit.run('verify', [], (line) => said.push(line));
    const first = said.splice(0).slice(0, 1);
    for (const run of [() => retention.run(['--dry-run']), () => replay.run()]) {
      await run();
      first.push(said.splice(0)[0]!);
    }
    return [...first, (await people.run('list', [])).lines[0]];
  };
  const db = await databaseOf(released.at(-1)!);
  expect(await ask(db.url)).toEqual(Array(4).fill(expect.stringContaining('an earlier')));
  expect(await standsAt(db)).toBe('behind');
  await migrateDatabase(db);
  await db.client.execute('UPDATE __drizzle_migrations SET created_at = created_at + 1');
  expect(await ask(db.url)).toEqual(Array(4).fill(expect.stringContaining('a later')));
  expect(await ask(`file:${join(folder, 'none.db')}`)).toEqual([
    ...Array<unknown>(3).fill(expect.stringContaining('nothing in this database')),
    expect.stringContaining('nobody yet'),
  ]);
});
