import { openDatabase } from '#db';

/**
 * Writes to a database until a write is refused, reads, waits to be told that there is room again, and
 * writes some more. Run as a process of its own, under a limit on how large a file may grow.
 */
const db = await openDatabase(process.argv[2]!);
const put = (key: string) =>
  db.write([
    { sql: 'INSERT INTO meta VALUES (?, ?)', args: [key, 'x'.repeat(3_000)] },
    { sql: 'INSERT INTO meta VALUES (?, ?)', args: [`${key} too`, 'x'.repeat(3_000)] },
  ]);

const kept: string[] = [];
let refused = '';
for (let number = 0; !refused && number < 5_000; number += 1) {
  const key = `before ${number}`;
  await put(key).then(
    () => kept.push(key),
    (reason: { code?: string }) => (refused = String(reason.code)),
  );
}
// Several at once, as in a busy moment: each of them is refused.
const crowd = await Promise.allSettled(['p', 'q', 'r'].map((key) => put(key)));
const { rows } = await db.client.execute('SELECT count(*) AS n FROM meta');
process.send?.({
  kept,
  refused,
  crowd: crowd.map(({ status }) => status),
  rows: Number(rows[0]?.['n']),
});
process.once('message', () => {
  const later = ['a', 'b', 'c', 'd', 'e'].map((key) => `after ${key}`);
  void Promise.allSettled(later.map(put)).then((written) => {
    process.send?.({ later, written: written.map(({ status }) => status) });
    process.disconnect();
  });
});
