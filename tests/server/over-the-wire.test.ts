import { expect, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';

// Else everything beside it would pass on files, and prove nothing of the wire.
test('tests over the wire have a database there', async () => {
  const { db, remove } = await freshDatabase();
  expect(db.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\//);
  await remove();
});
