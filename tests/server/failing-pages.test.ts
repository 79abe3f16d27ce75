import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSignedInCast, type SignedInCast } from '../support/signed-in-cast.ts';

let cast: SignedInCast;
beforeAll(async () => {
  cast = await startSignedInCast();
  await cast.db.client.executeMultiple(
    'PRAGMA foreign_keys = OFF; DROP TABLE observation_replies; DROP TABLE moves;',
  );
}, 240_000);
afterAll(() => cast.stop());

const logged = async (id: string) => {
  await expect.poll(() => cast.service.output()).toContain(`"id":"${id}","method"`);
  const lines = cast.service.output().split('\n');
  return lines.filter((line) => line.includes(id)).map((line) => JSON.parse(line));
};

test('a page that fails shows the number under which the log tells why', async () => {
  const { status, headers, body } = await cast.as.self.get(cast.fill('/observations/:seen'));
  const id = headers.get('x-request-id')!;
  expect([status, body.includes(id), body.includes('Something went wrong here')]).toEqual([
    500,
    true,
    true,
  ]);
  expect(await logged(id)).toMatchObject([
    { msg: 'failed', error: { code: 'SQLITE_ERROR', stack: expect.stringContaining('    at ') } },
    { msg: 'request', status: 500 },
  ]);
});

test('a move that fails, short way and all, is logged the same', async () => {
  const path = cast.fill('/api/attempts/:open/moves');
  const move = { kind: 'find', step: '0', choice: 'read-plan' };
  const { status, headers, body } = await cast.as.self.post(path, move);
  const id = headers.get('x-request-id')!;
  expect([status, body.includes(id)]).toEqual([500, true]);
  expect(await logged(id)).toMatchObject([{ msg: 'failed' }, { msg: 'request', status: 500 }]);
});

test('nothing is printed beside the log, and no value of a query is in it', () => {
  const output = cast.service.output();
  expect(output.split('\n').filter((line) => line.startsWith('    at '))).toEqual([]);
  expect(output).not.toContain('params:');
  expect(output).not.toContain(cast.fill(':seen,'));
});
