import { afterAll, beforeAll, expect, test } from 'vitest';
import { readScene } from '#server/read-scene.ts';
import { recordMove } from '#server/record-move.ts';
import { replayAll } from '#server/replay-all.ts';
import { startAttempt } from '#server/start-attempt.ts';
import { freshService, toBody, type TestService } from '../support/service.ts';

let service: TestService;

beforeAll(async () => {
  service = await freshService();
});
afterAll(() => service.remove());

const movesOf = (id: string) =>
  service.rows('SELECT step, kind, choice FROM moves WHERE attempt_id = ? ORDER BY step', id);
const evidenceOf = (id: string) =>
  service.rows('SELECT competency, credit FROM evidence WHERE attempt_id = ?', id);

test('the same move twenty times at once is one move with one set of evidence', async () => {
  const person = await service.add('double.presser');
  const id = await service.begin(person);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => recordMove(service.db, person, id, toBody(0, 'decide ask'))),
  );
  expect(answers[0]).toMatchObject({ ok: true, value: { view: { step: 1 } } });
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(await movesOf(id)).toEqual([{ step: 0, kind: 'decide', choice: 'ask' }]);
  expect(await evidenceOf(id)).toEqual([{ competency: 'IP-01', credit: 1 }]);
});

test('the same move from ten processes at once is one move too', async () => {
  const person = await service.add('many.devices');
  const id = await service.begin(person);
  const processes = await Promise.all(Array.from({ length: 10 }, () => service.reopen()));
  const answers = await Promise.all(
    processes.map((db) => recordMove(db, person, id, toBody(0, 'decide shout'))),
  );
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(await movesOf(id)).toHaveLength(1);
  expect(await evidenceOf(id)).toEqual([{ competency: 'IP-01', credit: 0 }]);
});

test('of two different choices at once one stands, and the other is told where the attempt is', async () => {
  const person = await service.add('two.tabs');
  const id = await service.begin(person);
  const other = await service.reopen();
  const answers = await Promise.all([
    recordMove(service.db, person, id, toBody(0, 'decide ask')),
    recordMove(service.db, person, id, toBody(0, 'find plan')),
    recordMove(other, person, id, toBody(0, 'decide shout')),
  ]);
  const won = answers.filter((answer) => answer.ok);
  const lost = answers.flatMap((answer) => (answer.ok ? [] : [answer.problem]));
  expect(won).toHaveLength(1);
  const now = await readScene(service.db, person, id);
  if (!now.ok) throw new Error('it is gone');
  expect(lost).toHaveLength(2);
  for (const problem of lost)
    expect(problem).toMatchObject({ code: 'stale-step', view: now.value.view });
  expect(won[0]).toMatchObject({ ok: true, value: { view: now.value.view } });
  expect(await movesOf(id)).toHaveLength(1);
});

test('the last move twice at once ends the attempt once', async () => {
  const person = await service.add('last.presser');
  const id = await service.begin(person);
  await service.play(person, id, ['decide ask']);
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => recordMove(service.db, person, id, toBody(1, 'decide wait'))),
  );
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(answers[0]).toMatchObject({ ok: true, value: { view: { ending: 'well' } } });
  expect(await movesOf(id)).toHaveLength(2);
  expect(await evidenceOf(id)).toHaveLength(3);
});

test('many workers at once lose nothing and mix nothing up', async () => {
  const people = await Promise.all(
    Array.from({ length: 25 }, (_, at) => service.add(`crowd.${at}`)),
  );
  const ids = await Promise.all(people.map((person) => service.begin(person)));
  const first = (at: number) => ['decide ask', 'find plan', 'decide shout'][at % 3]!;
  await Promise.all(people.map((person, at) => service.play(person, ids[at]!, [first(at)])));
  for (const [at, id] of ids.entries()) {
    const [kind, choice] = first(at).split(' ');
    expect(await movesOf(id)).toEqual([{ step: 0, kind, choice }]);
    expect(await evidenceOf(id)).toHaveLength(kind === 'find' ? 0 : 1);
  }
  expect((await replayAll(service.db)).differences).toEqual([]);
});

test('ten clicks on "begin" begin one attempt', async () => {
  const person = await service.add('eager');
  const other = await service.reopen();
  const started = await Promise.all(
    Array.from({ length: 10 }, (_, at) =>
      startAttempt(at % 2 ? other : service.db, person, 'hall'),
    ),
  );
  const ids = new Set(started.map((one) => one.ok && one.value.id));
  expect(ids.size).toBe(1);
  expect(
    await service.rows('SELECT id, mode FROM attempts WHERE person_id = ?', person.id),
  ).toEqual([{ id: [...ids][0], mode: 'assessed' }]);
});
