import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';

interface Full {
  kept: string[];
  refused: string;
  crowd: string[];
  rows: number;
}

test('where no more can be written, writes are refused whole, reads go on, and it mends itself when there is room', async () => {
  const { db, remove } = await freshDatabase();
  onTestFinished(remove);
  const script = join(import.meta.dirname, '..', 'support', 'full-disk-writer.ts');
  // No file may grow past this, as on a disk that is full; the operating system refuses the write itself.
  const writer = spawn(
    'sh',
    ['-c', 'ulimit -S -f 2000 && exec "$0" "$@"', process.execPath, script, db.url],
    {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  onTestFinished(() => void writer.kill('SIGKILL'));
  const [full] = (await once(writer, 'message')) as [Full];
  expect(full.refused).toMatch(/^SQLITE_(FULL|IOERR)/);
  expect(full.crowd).toEqual(['rejected', 'rejected', 'rejected']);
  expect(full.kept.length).toBeGreaterThan(5);
  expect(full.rows).toBe(full.kept.length * 2);

  execFileSync('prlimit', ['--pid', String(writer.pid), '--fsize=unlimited:unlimited']);
  const after = once(writer, 'message');
  writer.send('room');
  const [{ later, written }] = (await after) as [{ later: string[]; written: string[] }];
  expect(written).toEqual(later.map(() => 'fulfilled'));

  const { rows } = await db.client.execute('SELECT key FROM meta ORDER BY rowid');
  expect(rows.map((row) => row['key'])).toEqual(
    [...full.kept, ...later].flatMap((key) => [key, `${key} too`]),
  );
  expect((await db.client.execute('PRAGMA integrity_check')).rows[0]?.[0]).toBe('ok');
}, 60_000);
