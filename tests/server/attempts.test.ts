import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findOwnAttempt, insertAttempt, isConflict } from '#db';
import { publishScenarios } from '#server/content/publish-scenarios.ts';
import { readDebrief } from '#server/read-debrief.ts';
import { readIntroduction } from '#server/read-introduction.ts';
import { readProfile } from '#server/profile/read-profile.ts';
import { startAttempt } from '#server/start-attempt.ts';
import { soundInput } from '../support/sound-scenario.ts';
import { freshService, ways, type TestService } from '../support/service.ts';

let service: TestService;

beforeAll(async () => {
  service = await freshService({
    hall: soundInput(),
    draft: { ...soundInput(), title: 'Not ready', status: 'draft' },
  });
});
afterAll(() => service.remove());

const attemptsOf = (personId: string) =>
  service.rows(
    `SELECT mode, (SELECT count(*) FROM evidence WHERE attempt_id = attempts.id) AS evidence
      FROM attempts WHERE person_id = ? ORDER BY started_at`,
    personId,
  );

test('the first attempt is assessed and gives evidence; every later one is practice and gives none', async () => {
  const person = await service.add('returning');
  for (const [at, moves] of [ways.harmful, ways.sound, ways.sound].entries()) {
    const id = await service.begin(person, 'hall', `2026-11-0${at + 1}T09:00:00.000Z`);
    await service.play(person, id, moves);
  }
  expect(await attemptsOf(person.id)).toEqual([
    { mode: 'assessed', evidence: 3 },
    { mode: 'practice', evidence: 0 },
    { mode: 'practice', evidence: 0 },
  ]);
});

test('a practice attempt leaves the profile as it was, harm included', async () => {
  const person = await service.add('practising');
  await service.play(person, await service.begin(person), ways.sound);
  const at = new Date().toISOString();
  const before = await readProfile(service.db, person, person.id, at);
  await service.play(person, await service.begin(person), ways.harmful);
  const after = await readProfile(service.db, person, person.id, new Date().toISOString());
  if (!before.ok || !after.ok) throw new Error('no profile');
  expect(after.value.lines).toEqual(before.value.lines);
  expect(after.value.attempts).toHaveLength(2);
});

test('a later attempt is practice also when the scenario was edited since', async () => {
  const person = await service.add('edited.since');
  await service.play(person, await service.begin(person), ways.sound);
  await service.content.edit('hall', 'A hall.', 'A hall, repainted.');
  await publishScenarios(service.db);
  const second = await startAttempt(service.db, person, 'hall');
  if (!second.ok) throw new Error('not begun');
  const [first] = await service.rows(
    "SELECT version_hash FROM attempts WHERE person_id = ? AND mode = 'assessed'",
    person.id,
  );
  expect(second.value.mode).toBe('practice');
  expect(second.value.versionHash).not.toBe(first?.['version_hash']);
  await service.play(person, second.value.id, ways.harmful);
  expect((await attemptsOf(person.id)).map(({ evidence }) => evidence)).toEqual([3, 0]);
});

test('an attempt that is open is gone on with, not begun again', async () => {
  const person = await service.add('half.way');
  const id = await service.begin(person);
  await service.play(person, id, ['find plan']);
  expect(await service.begin(person)).toBe(id);
  const intro = await readIntroduction(service.db, person, 'hall');
  expect(intro).toMatchObject({ ok: true, value: { mode: 'assessed', openAttemptId: id } });
});

test('the introduction says beforehand what an attempt would be', async () => {
  const person = await service.add('reader');
  const said = async () => {
    const intro = await readIntroduction(service.db, person, 'hall');
    return intro.ok && [intro.value.mode, intro.value.openAttemptId];
  };
  expect(await said()).toEqual(['assessed', null]);
  await service.play(person, await service.begin(person), ways.sound);
  expect(await said()).toEqual(['practice', null]);
});

test('a conflict that does not go away is tried once more, and then told', async () => {
  const person = await service.add('conflicting');
  let tries = 0;
  const write = () => {
    tries += 1;
    const reason = new Error('SQLITE_CONSTRAINT: UNIQUE constraint failed: attempts.id');
    return Promise.reject(Object.assign(reason, { code: 'SQLITE_CONSTRAINT_UNIQUE' }));
  };
  await expect(startAttempt({ ...service.db, write }, person, 'hall')).rejects.toThrow('UNIQUE');
  expect(tries).toBe(2);
});

test('the database itself refuses a second assessed and a second open attempt', async () => {
  const person = await service.add('refused');
  const id = await service.begin(person);
  const attempt = (await findOwnAttempt(service.db, person.id, id))!;
  const again = (more: object) =>
    insertAttempt(service.db, { ...attempt, id: randomUUIDv7(), ...more }).then(
      () => 'let in',
      (reason: unknown) => (isConflict(reason) ? 'refused' : reason),
    );
  expect(await again({ mode: 'practice' })).toBe('refused');
  const finishedAt = '2026-11-21T09:00:00.000Z';
  expect(await again({ finishedAt })).toBe('refused');
  expect(await again({ mode: 'practice', finishedAt })).toBe('let in');
});

test('a draft and what is nowhere cannot be begun', async () => {
  const person = await service.add('curious');
  for (const slug of ['draft', 'nowhere', '', 'frameworks'])
    expect(await startAttempt(service.db, person, slug)).toMatchObject({
      ok: false,
      problem: { code: 'not-found' },
    });
});

test('the options of one attempt keep one order, and other attempts have others', async () => {
  const person = await service.add('shuffled');
  const orders = new Set<string>();
  for (let seed = 0; seed < 12; seed += 1) {
    const started = await startAttempt(service.db, person, 'hall', undefined, seed);
    if (!started.ok) throw new Error('not begun');
    await service.play(person, started.value.id, ways.sound);
    const [move] = await service.rows(
      'SELECT offered FROM moves WHERE attempt_id = ? AND step = 0',
      started.value.id,
    );
    orders.add(String(move?.['offered']));
  }
  expect([...orders].sort()).toEqual(['["ask","shout"]', '["shout","ask"]']);
});

test('a practice attempt is debriefed like the first, to its worker', async () => {
  const person = await service.add('debriefed');
  await service.play(person, await service.begin(person), ways.sound);
  const id = await service.begin(person);
  await service.play(person, id, ways.harmful);
  const read = await readDebrief(service.db, person, id);
  expect(read).toMatchObject({
    ok: true,
    value: { attempt: { mode: 'practice' }, debrief: { matters: { worth: 'harmful' } } },
  });
});
