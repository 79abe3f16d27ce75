import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { inspectFile, migrateDatabase, newestMigration, openDatabase } from '#db';
import { manifestOf } from '#server/keeping/backup-files.ts';
import { backupFolder, databaseFile } from '#server/keeping/database-file.ts';
import { finishRestore, giveUpRestore } from '#server/keeping/finish-restore.ts';
import { readyRestore } from '#server/keeping/restore-backup.ts';
import { takeBackup, thinBackups } from '#server/keeping/take-backup.ts';
import { replayAll } from '#server/replay-all.ts';
import { freshService, ways, type TestService } from '../support/service.ts';

let service: TestService;
let folder: string;
let place = 0;

beforeAll(async () => {
  service = await freshService();
  folder = join(dirname(databaseFile(service.db.url)!), 'backups');
});
afterAll(() => service.remove());

async function back(at?: string, into = folder) {
  const taken = await takeBackup(service.db, into, at);
  if (!taken.ok) throw new Error(taken.problem.lines.join('\n'));
  return taken.value;
}

/** A path at which nothing lies, in a folder of its own. */
const newPlace = () => join(folder, `place-${(place += 1)}`, 'restored.db');

async function restore(from: string, to: string, at = '2026-03-02T10:00:00.000Z') {
  const ready = await readyRestore(from, to, newestMigration());
  if (!ready.ok) return ready;
  return finishRestore(ready.value, at);
}

const openAt = (path: string) => openDatabase(`file:${path}`);

/** Another process that has written to a database as the service does, and keeps it open. */
async function useElsewhere(path: string, sql: string) {
  const script = `import { createClient } from '@libsql/client';
    const client = createClient({ url: process.argv[1] });
    await client.executeMultiple('PRAGMA journal_mode = WAL;' + process.argv[2]);
    console.log('written');
    setInterval(() => {}, 1000);`;
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', script, `file:${path}`, sql],
    { stdio: ['ignore', 'pipe', 'ignore'], cwd: import.meta.dirname },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  const end = async () => {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  return { end };
}

describe('a backup', () => {
  test('taken while people play is whole: all that was written before, nothing half, and it replays', async () => {
    const players = await Promise.all(['a', 'b', 'c'].map((name) => service.add(`player.${name}`)));
    let acknowledged = 0;
    let playing = true;
    const play = players.map(async (person) => {
      while (playing) {
        const id = await service.begin(person);
        await service.play(person, id, ways.roundabout);
        acknowledged += ways.roundabout.length;
        await new Promise(setImmediate);
      }
    });
    while (acknowledged < 12) await new Promise((done) => setTimeout(done, 5));
    const before = acknowledged;
    const backup = await back();
    const during = acknowledged;
    playing = false;
    await Promise.all(play);

    const to = newPlace();
    expect(await restore(backup.path, to)).toMatchObject({ ok: true });
    const restored = await openAt(to);
    const { differences, attempts } = await replayAll(restored);
    const { rows } = await restored.client.execute(
      'SELECT (SELECT sum(step) FROM attempts) AS steps, (SELECT count(*) FROM moves) AS moves',
    );
    restored.close();
    expect(differences).toEqual([]);
    expect(attempts).toBeGreaterThan(2);
    expect(rows[0]?.['steps']).toBe(rows[0]?.['moves']);
    expect(rows[0]?.['moves']).toBe(backup.manifest.rows['moves']);
    expect(Number(rows[0]?.['moves'])).toBeGreaterThanOrEqual(before);
    expect(Number(rows[0]?.['moves'])).toBeLessThanOrEqual(during + ways.roundabout.length * 3);
  });

  test('has a manifest that says what is in it, and leaves nothing unfinished', async () => {
    const stale = join(folder, 'test-2026-01-01T00-00-00-000Z.db.partial');
    await writeFile(stale, 'cut off');
    await utimes(stale, 1, 1);
    const { path, manifest } = await back('2026-03-02T02:00:00.000Z');
    expect(path).toBe(join(folder, 'test-2026-03-02T02-00-00-000Z.db'));
    expect(JSON.parse(await readFile(manifestOf(path), 'utf8'))).toEqual(manifest);
    expect(manifest.rows['people']).toBe(3);
    expect(manifest.schema.latest).toBe(newestMigration());
    expect((await readdir(folder)).filter((name) => name.endsWith('.partial'))).toEqual([]);
  });

  test('that cannot be written has no name', async () => {
    const taken = join(folder, 'no-folder');
    await writeFile(taken, 'a file in its way');
    await expect(takeBackup(service.db, taken)).rejects.toThrow();
    // VACUUM INTO refuses a file that holds something: the name is not given either.
    const own = join(folder, 'own');
    await mkdir(own);
    await writeFile(join(own, 'test-2026-03-03T02-00-00-000Z.db.partial'), 'busy');
    await expect(takeBackup(service.db, own, '2026-03-03T02:00:00.000Z')).rejects.toThrow();
    expect((await readdir(own)).filter((name) => name.endsWith('.db'))).toEqual([]);
  });

  test('is removed with its manifest when the rule no longer keeps it', async () => {
    const own = join(folder, 'thin');
    for (const day of ['01', '02', '03']) await back(`2026-03-${day}T02:00:00.000Z`, own);
    const rule = { daily: 2, weekly: 0, monthly: 0 };
    expect(await thinBackups(own, 'test', rule)).toEqual({ kept: 2, removed: 1 });
    expect((await readdir(own)).sort()).toEqual(
      ['02', '03'].flatMap((day) => [
        `test-2026-03-${day}T02-00-00-000Z.db`,
        `test-2026-03-${day}T02-00-00-000Z.json`,
      ]),
    );
  });

  test('of a remote database is left to that server, and said so', async () => {
    const taken = await takeBackup({ ...service.db, url: 'libsql://care.example' }, folder);
    expect(taken).toMatchObject({ ok: false });
    expect(databaseFile('libsql://care.example')).toBeUndefined();
    expect(backupFolder('/srv/ours.db', {})).toBe('/srv/backups');
  });
});

describe('restoring', () => {
  test('refuses a changed, a damaged, a foreign and a later file, and leaves nothing behind', async () => {
    const own = join(folder, 'wrong');
    const { path } = await back('2026-03-05T02:00:00.000Z', own);
    const to = newPlace();
    const lines = async (from: string, known = newestMigration()) => {
      const ready = await readyRestore(from, to, known);
      return ready.ok ? 'taken' : ready.problem.lines[0];
    };
    expect(await lines(path, newestMigration() - 1)).toContain('later In Practice');
    expect(await lines(join(own, 'nowhere.db'))).toContain('There is no file');
    const manifest = await readFile(manifestOf(path));
    await writeFile(manifestOf(path), '{ cut o');
    expect(await lines(path)).toContain('cannot be read');
    await writeFile(manifestOf(path), manifest);
    await expect(lines(own)).rejects.toThrow();
    await truncate(path, 40_960);
    expect(await lines(path)).toContain('its hash is another one');
    await rm(manifestOf(path));
    expect(await lines(path)).toMatch(/is damaged|cannot be read/);
    const foreign = join(own, 'foreign.db');
    const other = await openAt(foreign);
    await other.client.execute('CREATE TABLE cake (a)');
    other.close();
    expect(await lines(foreign)).toContain('none of In Practice');
    expect(await readdir(dirname(to))).toEqual([]);
  });

  test('over a database that is newer says so, keeps it aside, and signs everybody out', async () => {
    const to = newPlace();
    const first = await back('2026-03-06T02:00:00.000Z');
    await restore(first.path, to);
    const inUse = await useElsewhere(
      to,
      `INSERT INTO sessions (id_hash, person_id, expires_at) SELECT 'h', id, '2099' FROM people LIMIT 1;
       INSERT INTO erasures VALUES ('gone', 'm', 'asked', '2026-03-07'),
         ('audit', 'system', 'retention', '2026-03-07');
       INSERT INTO audit VALUES ('a', 'm', 'x', NULL, '[]', '2999-01-01T00:00:00.000Z')`,
    );
    const ready = await readyRestore(first.path, to, newestMigration());
    if (!ready.ok) throw new Error('refused');
    expect(ready.value.there).toMatchObject({ isNewer: true, readable: true });
    // While the service has it open, nothing is changed.
    expect(await finishRestore(ready.value)).toMatchObject({ ok: false });
    expect(inspectFile(to).rows['erasures']).toBe(2);
    await inUse.end();

    const done = await restore(first.path, to);
    const aside = `${to}.replaced-2026-03-02T10-00-00-000Z`;
    expect(done).toEqual({ ok: true, value: { aside, erasedSince: ['gone'] } });
    expect(inspectFile(aside).rows).toMatchObject({ erasures: 2, sessions: 1 });
    expect(inspectFile(to).rows).toMatchObject({ erasures: 0, sessions: 0 });

    // What was kept aside is no backup with a manifest, and can be put back all the same.
    expect(await restore(aside, to, '2026-03-02T11:00:00.000Z')).toMatchObject({ ok: true });
    expect(inspectFile(to).rows).toMatchObject({ erasures: 2, sessions: 0 });
  });

  test('where only logs of a lost file lie, or of a copy cut off, mixes nothing into the backup', async () => {
    const to = newPlace();
    const { path, manifest } = await back('2026-03-09T02:00:00.000Z');
    await restore(path, to);
    const inUse = await useElsewhere(
      to,
      "INSERT INTO erasures VALUES ('gone', 'm', 'asked', '2026-03-07')",
    );
    await inUse.end();
    await rm(to);
    const left = (await readdir(dirname(to))).sort();
    expect(left).toEqual(['restored.db-shm', 'restored.db-wal']);
    for (const end of ['-journal', '.partial-journal', '.partial-wal'])
      await writeFile(`${to}${end}`, 'of another file');
    const ready = await readyRestore(path, to, newestMigration());
    if (!ready.ok) throw new Error('refused');
    const at = '2026-03-09T10:00:00.000Z';
    expect(await finishRestore(ready.value, at)).toMatchObject({ ok: true });
    expect(inspectFile(to).rows['erasures']).toBe(manifest.rows['erasures']);
    const ends = ['-journal', '-shm', '-wal'];
    expect((await readdir(dirname(to))).sort()).toEqual([
      'restored.db',
      ...ends.map((end) => `restored.db.replaced-2026-03-09T10-00-00-000Z${end}`),
    ]);
  });

  test('overwrites no file that appeared after the question whether to', async () => {
    const to = newPlace();
    const { path } = await back('2026-03-10T02:00:00.000Z');
    const ready = await readyRestore(path, to, newestMigration());
    if (!ready.ok) throw new Error('refused');
    await writeFile(to, 'somebody else');
    expect(await finishRestore(ready.value)).toMatchObject({ ok: false });
    expect(await readFile(to, 'utf8')).toBe('somebody else');
    expect(await readdir(dirname(to))).toEqual(['restored.db']);
  });

  test('over one that cannot be read keeps that aside too; giving up changes nothing', async () => {
    const to = newPlace();
    const { path } = await back('2026-03-08T02:00:00.000Z');
    await mkdir(dirname(to), { recursive: true });
    await writeFile(to, 'not a database at all'.repeat(100));
    const ready = await readyRestore(path, to, newestMigration());
    if (!ready.ok) throw new Error('refused');
    await giveUpRestore(ready.value);
    expect(await readdir(dirname(to))).toEqual(['restored.db']);
    expect(await restore(path, to)).toMatchObject({ ok: true });
    const restored = await openAt(to);
    await migrateDatabase(restored);
    restored.close();
    expect((await readdir(dirname(to))).some((name) => name.includes('.replaced-'))).toBe(true);
  });
});
