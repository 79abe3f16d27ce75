import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { insertDiscussion, listAskedObservations, listBookings } from '#db';
import type { Person } from '#domain/access/person.ts';
import { arrangeNext } from '#server/arrange/arrange-next.ts';
import { readArranged } from '#server/arrange/read-arranged.ts';
import { readArranging } from '#server/arrange/read-arranging.ts';
import { assignScenario } from '#server/assign-scenario.ts';
import { recordDebrief } from '#server/record-debrief.ts';
import { begin, sign } from '../support/observing.ts';
import { freshService, ways, type TestService } from '../support/service.ts';

let service: TestService;
let tom: Person;
let grace: Person;
let worker: Person;
let attempt: string;
let number = 0;
const at = '2026-11-18T09:00:00.000Z';
const later = '2026-11-21T09:00:00.000Z';

beforeAll(async () => {
  service = await freshService();
  tom = await service.add('tom', 'assessor');
  grace = await service.add('grace', 'manager');
}, 60_000);
afterAll(() => service.remove());

/** Somebody who chose harm in a finished scenario. */
beforeEach(async () => {
  worker = await service.add(`worker.${(number += 1)}`);
  attempt = await service.begin(worker, 'hall', '2026-11-17T09:00:00.000Z');
  await service.play(worker, attempt, ways.harmful, 0, '2026-11-17T09:05:00.000Z');
});

const observe = (more = {}) => ({
  ...{ kind: 'observe', competency: 'IP-01', level: '2', who: tom.id, day: '2026-11-25' },
  ...more,
});
const talk = (more = {}) => observe({ kind: 'debrief', attemptId: attempt, ...more });
const discuss = (more = {}) => observe({ kind: 'discussion', level: '3', ...more });
const asked = (time = later) => listAskedObservations(service.db, time, worker.id);
const booked = (time = later) => listBookings(service.db, time, worker.id);
const arrange = (actor: Person, body: unknown, about = worker.id, time = at) =>
  arrangeNext(service.db, actor, about, body, time);
const notFound = { ok: false, problem: { code: 'not-found' } };

describe('arranging', () => {
  test('is for those who observe, and never about themselves', async () => {
    const other = await service.add(`other.${number}`);
    for (const actor of [worker, other]) expect(await arrange(actor, observe())).toEqual(notFound);
    expect(await arrange(tom, observe(), tom.id)).toEqual(notFound);
    expect(await arrange(grace, observe(), grace.id)).toEqual(notFound);
    expect(await arrange(tom, observe(), 'nobody')).toEqual(notFound);
    expect(await asked()).toEqual([]);
    for (const actor of [tom, grace]) expect((await arrange(actor, observe())).ok).toBe(true);
  });

  test.each([
    ['a day that is past', { day: '2026-11-17' }, 'day'],
    ['no day', { day: '' }, 'day'],
    ['a worker to observe', { who: 'worker' }, 'who'],
    ['nobody to hold a talk', { kind: 'discussion', who: '' }, 'who'],
    ['the worker themselves', { who: 'self' }, 'who'],
    ['something unknown', { kind: 'party' }, 'kind'],
    ['a level there is not', { level: '4' }, 'level'],
  ])('with %s is sent back', async (_, more: Record<string, string>, field) => {
    const beside = await service.add(`beside.${(number += 1)}`);
    const who = { worker: beside.id, self: worker.id }[more['who'] ?? ''] ?? more['who'];
    const body = observe({ ...more, ...(who !== undefined && { who }) });
    expect(await arrange(tom, body)).toMatchObject({
      ok: false,
      problem: { code: 'malformed', problems: [{ field }] },
    });
    expect([await asked(), await booked()]).toEqual([[], []]);
  });

  test('a talk about harm is about a finished attempt of that person', async () => {
    const beside = await service.add(`beside.${(number += 1)}`);
    const open = await service.begin(beside);
    expect(await arrange(tom, talk(), beside.id)).toEqual(notFound);
    expect(await arrange(tom, talk({ attemptId: open }), beside.id)).toEqual(notFound);
    expect(await arrange(tom, observe({ competency: 'constructor' }))).toEqual(notFound);
    expect((await arrange(tom, talk())).ok).toBe(true);
  });

  test('sent twice is stored once; asked anew, the newest stands', async () => {
    const formId = randomUUIDv7();
    for (const who of [tom, tom]) await arrange(who, observe({ formId }));
    for (const who of [tom, tom]) await arrange(who, discuss({ formId }));
    expect(await asked()).toHaveLength(1);
    expect(await booked()).toHaveLength(1);
    await arrange(grace, observe({ who: '', day: '2026-12-01' }), worker.id, later);
    expect(await asked()).toMatchObject([{ observerId: null, dueOn: '2026-12-01' }]);
    expect(await asked(at)).toMatchObject([{ observerId: tom.id }]);
  });
});

describe('what is asked for', () => {
  test('is answered by a signed observation of it, and by no other', async () => {
    await arrange(tom, observe());
    const other = await begin(service.db, grace, worker, ['IP-02'], '2026-11-19T08:00:00.000Z');
    await sign(service.db, grace, other, { 'entrustment-IP-02': '4' });
    expect(await asked()).toHaveLength(1);
    const id = await begin(service.db, grace, worker, ['IP-01']);
    expect(await asked()).toHaveLength(1);
    await sign(service.db, grace, id);
    expect(await asked()).toEqual([]);
    // As of the day before it was signed it was still open.
    expect(await asked('2026-11-19T20:00:00.000Z')).toHaveLength(1);
  });

  test('a talk is answered by a talk about that attempt, a discussion by a discussion', async () => {
    await arrange(tom, talk());
    await arrange(tom, discuss());
    const words = 'We talked about the stairs and about asking first.';
    await recordDebrief(
      service.db,
      grace,
      attempt,
      { heldOn: '2026-11-20', words },
      '2026-11-20T12:00:00.000Z',
    );
    expect((await booked()).map(({ kind }) => kind)).toEqual(['discussion']);
    await insertDiscussion(service.db, {
      ...{ id: randomUUIDv7(), personId: worker.id, assessorId: grace.id, competency: 'IP-01' },
      ...{ level: 3, heldOn: '2026-11-20', probed: 'Why.', shown: 'This.', outcome: 'shown' },
      ...{ corrects: null, at: '2026-11-20T13:00:00.000Z' },
    });
    expect(await booked()).toEqual([]);
    expect(await booked(at)).toHaveLength(2);
  });

  test('the worker is told the same as whoever observes, and nobody else is', async () => {
    await arrange(tom, talk());
    const next = { kind: 'talk', text: '', attemptId: attempt } as const;
    for (const viewer of [worker, grace]) {
      const arrangedOf = await readArranged(service.db, viewer, worker.id, later);
      expect(arrangedOf('IP-01', next)?.words).toBe(
        'Booked with tom of the tests for 25 Nov 2026.',
      );
    }
    const other = await service.add(`other.${number}`);
    expect((await readArranged(service.db, other, worker.id, later))('IP-01', next)).toBeNull();
  });
});

describe('the page that arranges it', () => {
  const read = (viewer: Person, competency = 'IP-01', level = '2') =>
    readArranging(service.db, viewer, worker.id, { competency, level }, later);

  test('leads with the next thing, and offers only those who may do it', async () => {
    const value = await read(tom);
    expect(value).toMatchObject({
      ok: true,
      value: {
        standing: { state: 'concern', level: 2, next: { kind: 'talk', attemptId: attempt } },
        arranged: null,
      },
    });
    const observers = value.ok ? value.value.observers : [];
    expect(observers.map(({ id }) => id).sort()).toEqual([grace.id, tom.id].sort());
  });

  test('is not there for the worker, for others or about nothing', async () => {
    expect(await read(worker)).toEqual(notFound);
    expect(await read(await service.add(`other.${number}`))).toEqual(notFound);
    expect(await read(tom, 'constructor')).toEqual(notFound);
  });

  test('says nothing of what the reader is observing now', async () => {
    await begin(service.db, tom, worker, ['IP-01']);
    expect(await read(tom)).toMatchObject({ ok: false, problem: { code: 'hidden' } });
    expect((await read(grace)).ok).toBe(true);
  });

  test('a scenario that was asked for is said to be', async () => {
    const fresh = await service.add(`fresh.${number}`);
    const before = await readArranging(
      service.db,
      grace,
      fresh.id,
      { competency: 'IP-01', level: '2' },
      new Date().toISOString(),
    );
    expect(before).toMatchObject({ value: { scenario: { slug: 'hall' }, arranged: null } });
    await assignScenario(service.db, grace, fresh.id, { slug: 'hall', dueOn: '2026-12-01' }, at);
    const arrangedOf = await readArranged(service.db, fresh, fresh.id, later);
    expect(arrangedOf('IP-01', { kind: 'play', text: '', slug: 'hall' })?.words).toBe(
      'Asked to play it by 1 Dec 2026.',
    );
  });
});
