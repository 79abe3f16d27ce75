import { expect, test } from 'vitest';
import { insertReply } from '#db';
import { describeError } from '../../src/serve/describe-error.ts';
import { freshDatabase } from '../support/database.ts';

test('of a failed query the statement is told, and none of its values', async () => {
  const { db, remove } = await freshDatabase();
  await db.client.execute('DROP TABLE observation_replies');
  const words = 'Ann fell.\n    at home, she said';
  const failed = await db.orm.query.people
    .findFirst({ where: (_, { sql }) => sql`nobody.knows = ${words}` })
    .catch((reason: unknown) => reason);
  const written = await insertReply(db, { id: 'a', observationId: 'b', words, at: 'c' }).catch(
    (reason: unknown) => reason,
  );
  await remove();
  expect((failed as Error).message).toContain('Ann fell');
  const told = describeError(failed);
  expect(told).toMatchObject({ name: 'Error', code: 'SQLITE_ERROR' });
  expect(told.message).toMatch(/^Failed query: select .*no such column: nobody.knows/s);
  expect(told.stack).toMatch(/^ {4}at /);
  for (const one of [told, describeError(written)])
    expect(JSON.stringify(one)).not.toMatch(/Ann|at home/);
});

test('of any other error its name, its words and where it was', () => {
  const told = describeError(new TypeError('It broke.', { cause: new Error('A fuse.') }));
  expect(told).toMatchObject({ name: 'TypeError', message: 'It broke. (A fuse.)' });
  expect(told.stack).toContain('describe-error.test.ts');
  expect(describeError('a secret')).toEqual({ name: 'Thrown', message: 'string', stack: '' });
});
