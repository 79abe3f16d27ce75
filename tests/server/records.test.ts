import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '#domain/access/person.ts';
import { assignScenario } from '#server/assign-scenario.ts';
import { findSubject } from '#server/find-subject.ts';
import { readAsking } from '#server/read-asking.ts';
import { readDebrief } from '#server/read-debrief.ts';
import { readHome } from '#server/read-home.ts';
import { readObservation } from '#server/read-observation.ts';
import { readProfile } from '#server/profile/read-profile.ts';
import { readStanding } from '#server/profile/read-standing.ts';
import { begin, sign } from '../support/observing.ts';
import { freshService, ways, type TestService } from '../support/service.ts';

let service: TestService;
let tom: Person;
let grace: Person;

beforeAll(async () => {
  service = await freshService();
  tom = await service.add('tom', 'assessor');
  grace = await service.add('grace', 'manager');
});
afterAll(() => service.remove());

const notFound = { ok: false, problem: { code: 'not-found' } };
const at = '2026-11-21T10:00:00.000Z';

describe('asking somebody to play', () => {
  const asked = { slug: 'hall', dueOn: '2026-11-28' };

  test('is for managers only', async () => {
    const worker = await service.add('asked.by.whom');
    for (const actor of [worker, tom])
      expect(await assignScenario(service.db, actor, worker.id, asked, at)).toEqual(notFound);
    expect(await assignScenario(service.db, grace, 'nobody', asked, at)).toEqual(notFound);
    expect((await readHome(service.db, worker, at)).assigned).toEqual([]);
    expect((await assignScenario(service.db, grace, worker.id, asked, at)).ok).toBe(true);
    expect((await assignScenario(service.db, grace, grace.id, asked, at)).ok).toBe(true);
  });

  test.each([
    ['a day that is past', { dueOn: '2026-11-20' }, 'dueOn'],
    ['no day', { dueOn: '' }, 'dueOn'],
    ['no such day', { dueOn: '2026-02-30' }, 'dueOn'],
    ['a scenario that is nowhere', { slug: 'nowhere' }, 'slug'],
    ['no scenario', { slug: '' }, 'slug'],
  ])('is sent back for %s', async (_, more, field) => {
    const result = await assignScenario(service.db, grace, tom.id, { ...asked, ...more }, at);
    expect(result).toMatchObject({
      ok: false,
      problem: { code: 'malformed', problems: [{ field }] },
    });
    expect((await readHome(service.db, tom, at)).assigned).toEqual([]);
  });

  test('today is not past, by the day in London', async () => {
    const late = '2026-07-01T23:30:00.000Z';
    const on = (dueOn: string) =>
      assignScenario(service.db, grace, tom.id, { slug: 'hall', dueOn }, late);
    expect([(await on('2026-07-01')).ok, (await on('2026-07-02')).ok]).toEqual([false, true]);
  });

  test('is shown until it is done, and says when it is late', async () => {
    const worker = await service.add('asked');
    await assignScenario(service.db, grace, worker.id, asked, at);
    const shown = async (when: string) =>
      (await readHome(service.db, worker, when)).assigned.map(({ dueOn, overdue }) => [
        dueOn,
        overdue,
      ]);
    expect(await shown('2026-11-28T22:00:00.000Z')).toEqual([['2026-11-28', false]]);
    expect(await shown('2026-11-29T09:00:00.000Z')).toEqual([['2026-11-28', true]]);
    expect(await readAsking(service.db, tom, worker.id, at)).toMatchObject({
      value: { asked: [{ dueOn: '2026-11-28' }], scenarios: [{ finished: false }] },
    });
    expect(await readAsking(service.db, worker, grace.id, at)).toEqual(notFound);
    const later = '2026-11-21T11:00:00.000Z';
    const id = await service.begin(worker, 'hall', later);
    expect((await readHome(service.db, worker, at)).inProgress).toHaveLength(1);
    expect(await shown(at)).toEqual([]);
    await service.play(worker, id, ways.sound, 0, later);
    expect(await shown(at)).toEqual([]);
    expect(await readAsking(service.db, tom, worker.id, later)).toMatchObject({
      value: { asked: [] },
    });
  });
});

test('asked twice, it is one card, due on the earlier day', async () => {
  const worker = await service.add('asked.twice');
  for (const dueOn of ['2026-12-05', '2026-12-01'])
    await assignScenario(service.db, grace, worker.id, { slug: 'hall', dueOn }, at);
  expect((await readHome(service.db, worker, at)).assigned).toMatchObject([
    { dueOn: '2026-12-01' },
  ]);
  expect(await readAsking(service.db, tom, worker.id, at)).toMatchObject({
    value: { asked: [{ dueOn: '2026-12-01' }] },
  });
});

describe('opening a record', () => {
  let worker: Person;
  let attemptId: string;
  let observationId: string;

  beforeAll(async () => {
    worker = await service.add('read.about');
    attemptId = await service.begin(worker);
    await service.play(worker, attemptId, ways.sound);
    observationId = await begin(service.db, tom, worker);
    await sign(service.db, tom, observationId);
  });

  const readsBy = async (reader: Person) =>
    (
      await service.rows(
        'SELECT person_id, page, at FROM record_reads WHERE reader_id = ? ORDER BY page',
        reader.id,
      )
    ).map((row) => Object.values(row));

  const openAll = (viewer: Person) => [
    readProfile(service.db, viewer, worker.id, at),
    readStanding(service.db, viewer, worker.id, 'IP-01', at),
    readDebrief(service.db, viewer, attemptId, at),
    readObservation(service.db, viewer, observationId, at),
  ];

  test('of somebody else is written down, page by page', async () => {
    const reader = await service.add('reader', 'manager');
    for (const opened of openAll(reader)) expect((await opened).ok).toBe(true);
    expect(await readsBy(reader)).toEqual([
      [worker.id, 'attempt', at],
      [worker.id, 'competency IP-01', at],
      [worker.id, 'observation', at],
      [worker.id, 'profile', at],
    ]);
  });

  test("of one's own is not", async () => {
    for (const opened of openAll(worker)) expect((await opened).ok).toBe(true);
    await readProfile(service.db, grace, grace.id, at);
    expect([await readsBy(worker), await readsBy(grace)]).toEqual([[], []]);
  });

  test('that is refused or hidden is not, and nothing is read', async () => {
    const passer = await service.add('passer');
    for (const opened of openAll(passer)) expect(await opened).toEqual(notFound);
    const reader = await service.add('blind.reader', 'assessor');
    await begin(service.db, reader, worker);
    expect((await readStanding(service.db, reader, worker.id, 'IP-01', at)).ok).toBe(false);
    expect((await readDebrief(service.db, reader, attemptId, at)).ok).toBe(false);
    expect([await readsBy(passer), await readsBy(reader)]).toEqual([[], []]);
  });

  test('is not what choosing somebody to act on is', async () => {
    const reader = await service.add('only.acting', 'manager');
    expect(await findSubject(service.db, reader, 'observe', worker.id)).toMatchObject(worker);
    expect(await findSubject(service.db, worker, 'observe', reader.id)).toBeUndefined();
    expect(await readsBy(reader)).toEqual([]);
  });

  test.each(['IP-99', '', 'constructor', '__proto__', 'toString'])(
    'at a competency that is nowhere, %j, is not found',
    async (id) => {
      expect(await readStanding(service.db, worker, worker.id, id)).toEqual(notFound);
    },
  );
});
