import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { doErrand, type Done, type Errand } from '../support/second-process.ts';
import { freshService } from '../support/service.ts';

const script = join(import.meta.dirname, '..', 'support', 'second-process.ts');

/** Starts a process with an errand; it begins when told to. */
async function send(errand: Errand) {
  const child = fork(script, { execArgv: [], env: { ...process.env, NODE_OPTIONS: '' } });
  child.send(errand);
  await once(child, 'message');
  return async (): Promise<Done> => {
    const done = once(child, 'message');
    child.send('go');
    const [said] = (await done) as [Done];
    await once(child, 'close');
    return said;
  };
}

test('two processes that answer for the same people at once keep each move once, and run a job once', async () => {
  const service = await freshService();
  onTestFinished(() => service.remove());
  const attempts: Errand['attempts'] = [];
  for (let number = 0; number < 20; number += 1) {
    const person = await service.add(`somebody.${number}`);
    attempts.push({ person, id: await service.begin(person) });
  }
  const errand = { url: service.db.url, at: '2026-11-02T10:00:00.000Z' };
  // In opposite order they meet in the middle; each answers otherwise, so that no move is a repeat.
  const go = await send({ ...errand, attempts, words: 'decide ask' });
  const mine = { ...errand, attempts: attempts.toReversed(), words: 'decide shout' };
  const [one, other] = await Promise.all([go(), doErrand(service.db, mine)]);
  const answers = attempts.map((_, at) => [one.moves[at]!, other.moves.at(-1 - at)!].sort());
  expect(answers).toEqual(attempts.map(() => ['moved', 'stale-step']));
  const moves = await service.rows('SELECT count(*) AS all_of_them FROM moves');
  expect(moves).toEqual([{ all_of_them: attempts.length }]);
  expect([...one.jobs, ...other.jobs]).toEqual(['once']);
  expect(await service.rows("SELECT value FROM meta WHERE value = 'ran'")).toHaveLength(1);
  expect(await service.rows('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
});
