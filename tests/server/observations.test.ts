import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  discardObservationRow,
  findObservation,
  listSignedObservations,
  type Statement,
} from '#db';
import type { Person } from '#domain/access/person.ts';
import { beginObservation } from '#server/begin-observation.ts';
import { readDraft } from '#server/read-draft.ts';
import { readObservation, replyToObservation } from '#server/read-observation.ts';
import { readProfile } from '#server/profile/read-profile.ts';
import { discardObservation, signObservation } from '#server/sign-observation.ts';
import { begin, observationForm, sign, signedAt } from '../support/observing.ts';
import { freshService, type TestService } from '../support/service.ts';

let service: TestService;
let amina: Person;
let joan: Person;
let tom: Person;
let grace: Person;

beforeAll(async () => {
  service = await freshService();
  [amina, joan] = [await service.add('amina'), await service.add('joan')];
  tom = await service.add('tom', 'assessor');
  grace = await service.add('grace', 'manager');
});
afterAll(() => service.remove());

const notFound = { ok: false, problem: { code: 'not-found' } };
const fieldsOf = (result: { ok: true } | { ok: false; problem: { code: string } }) =>
  result.ok || !('problems' in result.problem)
    ? result
    : (result.problem.problems as { field: string }[]).map(({ field }) => field);

describe('beginning', () => {
  test('nobody observes themselves, and a worker observes nobody', async () => {
    for (const [observer, subject] of [
      [tom, tom],
      [grace, grace],
      [amina, joan],
      [amina, amina],
    ] as const)
      expect(await beginObservation(service.db, observer, subject.id, ['IP-01'])).toEqual(notFound);
    expect(await beginObservation(service.db, tom, 'nobody', ['IP-01'])).toEqual(notFound);
    expect(await service.rows('SELECT id FROM observations')).toEqual([]);
  });

  test.each([
    ['none', []],
    ['only what is not in the map', ['IP-99', 'constructor']],
    ['five', ['IP-01', 'IP-02', 'IP-03', 'IP-04', 'IP-05']],
  ])('of %s is sent back', async (_, competencies) => {
    const result = await beginObservation(service.db, tom, joan.id, competencies);
    expect(fieldsOf(result)).toEqual(['competencies']);
  });

  test('of four is the most, the same one twice counts once, and what is unknown is left out', async () => {
    const four = ['IP-01', 'IP-02', 'IP-03', 'IP-04'];
    const id = await begin(service.db, tom, joan, [...four, 'IP-01', 'IP-99']);
    expect((await findObservation(service.db, id))?.competencies).toEqual(four);
    // Pressed twice, also with the boxes in another order: the same draft.
    expect(await begin(service.db, tom, joan, [...four].reverse())).toBe(id);
    expect(await begin(service.db, grace, joan, four)).not.toBe(id);
    const both = await Promise.all([0, 1].map(() => begin(service.db, grace, joan, ['IP-06'])));
    expect(both[0]).toBe(both[1]);
  });

  test('keeps when its observer had last opened the profile, or that they never had', async () => {
    const [worker, other] = [await service.add('opened'), await service.add('not.opened')];
    await readProfile(service.db, tom, worker.id, '2026-11-01T09:00:00.000Z');
    await readProfile(service.db, tom, worker.id, '2026-11-03T09:00:00.000Z');
    await readProfile(service.db, grace, worker.id, '2026-11-09T09:00:00.000Z');
    const opened = async (subject: Person) =>
      (await findObservation(service.db, await begin(service.db, tom, subject)))?.profileOpenedAt;
    expect(await opened(worker)).toBe('2026-11-03T09:00:00.000Z');
    expect(await opened(other)).toBeNull();
  });
});

describe('a draft', () => {
  test('is found by its observer only', async () => {
    const id = await begin(service.db, tom, amina);
    expect((await readDraft(service.db, tom, id)).ok).toBe(true);
    for (const other of [grace, amina, joan]) {
      expect(await readDraft(service.db, other, id)).toEqual(notFound);
      expect(await signObservation(service.db, other, id, observationForm())).toEqual(notFound);
      expect(await discardObservation(service.db, other, id)).toEqual(notFound);
    }
    for (const viewer of [tom, grace, amina])
      expect(await readObservation(service.db, viewer, id)).toEqual(notFound);
    expect(await replyToObservation(service.db, amina, id, { words: 'But.' })).toEqual(notFound);
    expect(await listSignedObservations(service.db, amina.id)).toEqual([]);
  });

  test('that was discarded is neither signed nor found, and its row stays', async () => {
    const worker = await service.add('discarded');
    const id = await begin(service.db, tom, worker);
    expect((await discardObservation(service.db, tom, id, signedAt)).ok).toBe(true);
    expect(await readDraft(service.db, tom, id)).toEqual(notFound);
    expect(await signObservation(service.db, tom, id, observationForm(), signedAt)).toEqual(
      notFound,
    );
    expect(await discardObservation(service.db, tom, id)).toEqual(notFound);
    expect(await findObservation(service.db, id)).toMatchObject({
      discardedAt: signedAt,
      ratings: [],
    });
    expect(await begin(service.db, tom, worker)).not.toBe(id);
  });
});

describe('signing', () => {
  test.each([
    ['a competency without a rating', { 'entrustment-IP-02': '' }, ['entrustment-IP-02']],
    ['a rating that is no step', { 'entrustment-IP-01': '6' }, ['entrustment-IP-01']],
    ['nothing seen', { seen: ' ' }, ['seen']],
    ['no such task', { task: 'dancing' }, ['task']],
    ['no such day', { observedOn: '2026-02-30' }, ['observedOn']],
    ['a day to come', { observedOn: '2026-11-21' }, ['observedOn']],
    ['an hour to come', { observedTime: '12:01' }, ['observedOn']],
    ['several at once', { place: '', 'entrustment-IP-01': '' }, ['place', 'entrustment-IP-01']],
  ])('is refused for %s, and the draft stays', async (_, more, fields) => {
    const id = await begin(service.db, tom, amina, ['IP-01', 'IP-02']);
    const result = await signObservation(service.db, tom, id, observationForm(more), signedAt);
    expect(fieldsOf(result)).toEqual(fields);
    expect(await findObservation(service.db, id)).toMatchObject({ signedAt: null, ratings: [] });
  });

  test('at the very minute it was seen is let through', async () => {
    const id = await begin(service.db, tom, await service.add('just.now'));
    await sign(service.db, tom, id, { observedTime: '12:00' });
  });

  test('keeps what was seen, and nobody edits or discards it after', async () => {
    const worker = await service.add('signed');
    const id = await begin(service.db, tom, worker, ['IP-01', 'IP-02']);
    await sign(service.db, tom, id);
    const signed = await findObservation(service.db, id);
    expect(signed).toMatchObject({
      ...{
        personId: worker.id,
        observerId: tom.id,
        place: 'Rowan House',
        task: 'mealtime',
        signedAt,
      },
      ratings: [
        { competency: 'IP-01', entrustment: 4 },
        { competency: 'IP-02', entrustment: 3 },
      ],
    });
    const again = await signObservation(
      service.db,
      tom,
      id,
      observationForm({ seen: 'Something else, and worse.' }),
    );
    expect(again).toEqual({ ok: false, problem: { code: 'already-signed' } });
    expect(await discardObservation(service.db, tom, id)).toEqual(notFound);
    expect(await readDraft(service.db, tom, id)).toEqual({
      ok: false,
      problem: { code: 'already-signed' },
    });
    expect(await findObservation(service.db, id)).toEqual(signed);
  });

  test('twice at once signs once', async () => {
    const id = await begin(service.db, tom, await service.add('twice'));
    const other = await service.reopen();
    const outcomes = await Promise.all(
      [service.db, other, service.db].map((db, at) =>
        signObservation(
          db,
          tom,
          id,
          observationForm({ 'entrustment-IP-01': String(at + 1) }),
          signedAt,
        ),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    for (const one of outcomes)
      if (!one.ok) expect(one.problem).toEqual({ code: 'already-signed' });
    const won = outcomes.findIndex(({ ok }) => ok) + 1;
    expect((await findObservation(service.db, id))?.ratings).toEqual([
      { competency: 'IP-01', entrustment: won },
    ]);
  });
});

test('what is discarded while it is signed is not signed, and nothing of it is kept', async () => {
  const worker = await service.add('discarded.meanwhile');
  const id = await begin(service.db, tom, worker);
  const { write } = service.db;
  const db = {
    ...service.db,
    async write(statements: Statement[]) {
      await discardObservationRow(service.db, id, signedAt);
      return write(statements);
    },
  };
  expect(await signObservation(db, tom, id, observationForm(), signedAt)).toEqual(notFound);
  const rows = await service.rows(
    'SELECT competency FROM observation_ratings WHERE observation_id = ?',
    id,
  );
  expect(rows).toEqual([]);
});

describe('a reply', () => {
  test('is the worker’s alone, is kept with it, and earlier ones stay', async () => {
    const worker = await service.add('replying');
    const id = await begin(service.db, tom, worker);
    await sign(service.db, tom, id);
    for (const other of [tom, grace, joan])
      expect(await replyToObservation(service.db, other, id, { words: 'No.' })).toEqual(notFound);
    expect(fieldsOf(await replyToObservation(service.db, worker, id, { words: '  ' }))).toEqual([
      'words',
    ]);
    for (const words of ['I was told to hurry.', 'And it was my first day.'])
      expect((await replyToObservation(service.db, worker, id, { words })).ok).toBe(true);
    for (const viewer of [worker, tom, grace]) {
      const read = await readObservation(service.db, viewer, id);
      expect(read.ok && read.value.observation.replies.map(({ words }) => words)).toEqual([
        'I was told to hurry.',
        'And it was my first day.',
      ]);
    }
    expect(await readObservation(service.db, joan, id)).toEqual(notFound);
  });
});
