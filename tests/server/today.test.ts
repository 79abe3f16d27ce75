import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '#domain/access/person.ts';
import { arrangeNext } from '#server/arrange/arrange-next.ts';
import { listPromised } from '#server/arrange/list-promised.ts';
import { readNextRole } from '#server/arrange/read-next-role.ts';
import { endDuty } from '#server/risk/end-given.ts';
import { giveDuty } from '#server/risk/give-duty.ts';
import { openSupervision } from '#server/supervision/open-supervision.ts';
import { recordTraining } from '#server/training/record-training.ts';
import { readToday } from '#server/today/read-today.ts';
import { begin } from '../support/observing.ts';
import { freshService, ways, type TestService } from '../support/service.ts';

let service: TestService;
let tom: Person;
let grace: Person;
let harmed: Person;
let calm: Person;
let attempt: string;
const at = '2026-11-18T09:00:00.000Z';

beforeAll(async () => {
  service = await freshService();
  tom = await service.add('tom', 'assessor');
  grace = await service.add('grace', 'manager');
  harmed = await service.add('harmed');
  calm = await service.add('calm');
  attempt = await service.begin(harmed, 'hall', '2026-11-17T09:00:00.000Z');
  await service.play(harmed, attempt, ways.harmful, 0, '2026-11-17T09:05:00.000Z');
}, 60_000);
afterAll(() => service.remove());

const today = async (viewer: Person, time = at) => {
  const read = await readToday(service.db, viewer, time);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value.groups;
};
const told = async (viewer: Person, time = at) =>
  (await today(viewer, time)).map(({ id, lines }) => [
    id,
    ...lines.map(({ person, action }) => `${person?.name} ${action.words}`),
  ]);

test('a concern leads, with the one thing to do about it, and a calm record says nothing', async () => {
  expect(await told(grace)).toEqual([['safe', `${harmed.name} Arrange the talk`]]);
  expect(await told(tom)).toEqual(await told(grace));
  expect(await told(grace, '2026-11-16T09:00:00.000Z')).toEqual([]);
  expect(JSON.stringify(await today(grace))).not.toContain(calm.name);
});

test('is not for workers', async () => {
  expect(await readToday(service.db, harmed, at)).toEqual({
    ok: false,
    problem: { code: 'not-found' },
  });
});

test('whoever’s state it shows was looked at, and nobody else: noted the first time of a day', async () => {
  const noted = () =>
    service.rows(
      "SELECT person_id, at FROM record_reads WHERE page = 'today' AND reader_id = ? ORDER BY at",
      tom.id,
    );
  const [day, next] = ['2026-11-20', '2026-11-21'];
  const before = (await noted()).length;
  for (const time of [`${day}T09:00:00.000Z`, `${day}T17:00:00.000Z`, `${next}T09:00:00.000Z`])
    await today(tom, time);
  const rows = await noted();
  expect(rows).toHaveLength(before + 2);
  for (const one of [day, next])
    expect(rows).toContainEqual({ person_id: harmed.id, at: `${one}T09:00:00.000Z` });
});

test('what is arranged is told to the worker as to its holder, whatever is next', async () => {
  const { db } = service;
  const [worker, other] = [await service.add('arranged'), await service.add('stranger')];
  const sat = await service.begin(worker, 'hall', '2026-12-05T09:00:00.000Z');
  await service.play(worker, sat, ways.harmful, 0, '2026-12-05T09:05:00.000Z');
  const when = '2026-12-06T09:00:00.000Z';
  const about = { competency: 'IP-01', level: '2', day: '2026-12-10' };
  const talk = { ...about, kind: 'debrief', attemptId: sat, who: tom.id };
  for (const body of [
    { ...about, kind: 'observe', who: '' },
    { ...about, kind: 'discussion', who: grace.id },
    talk,
  ])
    expect((await arrangeNext(db, grace, worker.id, body, when)).ok).toBe(true);
  const say = async (viewer: Person, at = '2026-12-07T09:00:00.000Z') =>
    (await listPromised(db, viewer, worker.id, at)).map(({ words }) => words);
  expect(await say(worker)).toEqual([
    expect.stringContaining('Whoever observes is asked to see it by'),
    expect.stringContaining(`A discussion: `),
    expect.stringContaining(`Booked with ${tom.name}`),
  ]);
  expect(await say(grace)).toEqual(await say(worker));
  expect([await say(other), await say(worker, '2026-12-05T12:00:00.000Z')]).toEqual([[], []]);
  // Blind first: a talk tells that harm was chosen.
  await begin(db, tom, worker);
  expect([(await say(tom)).length, (await say(grace)).length]).toEqual([1, 3]);
});

test('an alert and a booked talk tell of somebody too: they were looked at', async () => {
  const [carries, talks] = [await service.add('carries'), await service.add('talks')];
  const sat = await service.begin(talks, 'hall', '2026-11-17T09:00:00.000Z');
  await service.play(talks, sat, ways.sound, 0, '2026-11-17T09:05:00.000Z');
  await giveDuty(service.db, grace, carries.id, { duty: 'hoist' }, '2026-12-01T09:00:00.000Z');
  const talk = { kind: 'debrief', competency: 'IP-01', level: '2', attemptId: sat };
  const booked = { ...talk, who: tom.id, day: '2026-12-02' };
  await arrangeNext(service.db, grace, talks.id, booked, '2026-12-01T09:00:00.000Z');
  await today(tom, '2026-12-01T10:00:00.000Z');
  const rows = await service.rows(
    "SELECT person_id FROM record_reads WHERE page = 'today' AND at = '2026-12-01T10:00:00.000Z'",
  );
  const ids = rows.map((row) => row['person_id']);
  expect(ids.sort()).toEqual([carries.id, harmed.id, talks.id].sort());
  await endDuty(
    service.db,
    grace,
    carries.id,
    {
      id: (await service.rows('SELECT id FROM duties_given'))[0]!['id'],
      why: 'It was only for this.',
    },
    '2026-12-01T11:00:00.000Z',
  );
});

test('what is booked is its holder’s, and is then no longer asked of anybody', async () => {
  const later = '2026-11-19T09:00:00.000Z';
  const talk = {
    ...{ kind: 'debrief', competency: 'IP-01', level: '2', attemptId: attempt },
    ...{ who: tom.id, day: '2026-11-20' },
  };
  await arrangeNext(service.db, grace, harmed.id, talk, '2026-11-18T10:00:00.000Z');
  expect(await told(tom, later)).toEqual([
    ['safe', `${harmed.name} Look at it`],
    ['promised', `${harmed.name} Hold the talk`],
  ]);
  expect(await told(grace, later)).toEqual([['safe', `${harmed.name} Look at it`]]);
  // Late, it is the manager's to see to as well, and the concern asks again.
  expect(await told(grace, '2026-11-24T09:00:00.000Z')).toEqual([
    ['safe', `${harmed.name} Arrange the talk`],
    ['promised', `${harmed.name} Hold the talk`],
  ]);
});

test('blind first: nothing of what somebody is observing is told to them, a booked talk included', async () => {
  const later = '2026-11-19T12:00:00.000Z';
  const ola = await service.add('ola', 'assessor');
  const talk = {
    ...{ kind: 'debrief', competency: 'IP-01', level: '2', attemptId: attempt },
    ...{ who: ola.id, day: '2026-11-20' },
  };
  await arrangeNext(service.db, grace, harmed.id, talk, '2026-11-19T10:00:00.000Z');
  expect(await told(ola, later)).toHaveLength(2);
  await begin(service.db, ola, harmed, ['IP-01'], '2026-11-19T11:00:00.000Z');
  expect(await told(ola, later)).toEqual([]);
  expect(await told(grace, later)).not.toEqual([]);
});

test('an observation asked of nobody in particular is everybody’s; a supervision its holder’s', async () => {
  const later = '2026-11-19T09:00:00.000Z';
  const watch = { kind: 'observe', competency: 'IP-02', level: '2', who: '', day: '2026-12-20' };
  await arrangeNext(service.db, grace, calm.id, watch, at);
  await openSupervision(service.db, grace, calm.id, { onDay: '2026-11-21' }, at);
  const last = async (viewer: Person) => (await told(viewer, later)).at(-1);
  expect(await last(tom)).toEqual(['coming', `${calm.name} Watch and record it`]);
  expect(JSON.stringify(await told(grace, later))).toContain(`${calm.name} Open the sheet`);
  expect(JSON.stringify(await told(tom, later))).not.toContain('Open the sheet');
});

test('a new starter who is behind is told of, and nobody who brought the certificate', async () => {
  const [behind, brought] = [await service.add('behind'), await service.add('brought')];
  const award = { subject: 'care-certificate', kind: 'brought', expiresOn: '' };
  const record = { ...award, completedOn: '2026-01-09' };
  await recordTraining(service.db, grace, brought.id, record, '2026-01-12T09:00:00.000Z');
  const [starters] = (await today(tom, '2026-02-16T09:00:00.000Z')).filter(
    ({ lines }) => lines[0]?.need === 'starter',
  );
  const names = starters!.lines.map(({ person }) => person!.id);
  expect([names.includes(behind.id), names.includes(brought.id)]).toEqual([true, false]);
});

test('asks the database as often for many people as for few', async () => {
  const count = async () => {
    let queries = 0;
    const { client } = service.db;
    const execute = client.execute.bind(client);
    client.execute = ((...args: Parameters<typeof execute>) => {
      queries += 1;
      return execute(...args);
    }) as typeof client.execute;
    await today(grace);
    client.execute = execute;
    return queries;
  };
  const few = await count();
  for (const name of ['one', 'two', 'three', 'four']) {
    const more = await service.add(name);
    const played = await service.begin(more, 'hall', '2026-11-17T09:00:00.000Z');
    await service.play(more, played, ways.harmful, 0, '2026-11-17T09:05:00.000Z');
  }
  expect(await count()).toBe(few);
  expect((await today(grace))[0]!.lines.length).toBeGreaterThan(3);
});

test('what is left for the next role is the same for the worker and for whoever observes', async () => {
  const read = (viewer: Person, role = '') => readNextRole(service.db, viewer, harmed.id, role, at);
  const own = await read(harmed);
  const theirs = await read(grace);
  if (!own.ok || !theirs.ok) throw new Error('It could not be read.');
  expect(theirs.value.needs).toEqual(own.value.needs);
  expect(own.value.wanted?.id).toBe('CWP-ECW');
  expect(await read(calm)).toMatchObject({ ok: false });
  expect(await read(grace, 'CWP-SUP')).toMatchObject({ value: { wanted: { id: 'CWP-SUP' } } });
  // A role that lies behind them is none to go to.
  expect(await read(grace, 'CWP-NTC')).toMatchObject({ value: { wanted: { id: 'CWP-ECW' } } });
  const { needs } = own.value;
  const met = needs.find(({ competency }) => competency === 'IP-01');
  expect(met).toMatchObject({ where: 'missing', state: 'concern' });
  const blind = await service.add('pat', 'assessor');
  await begin(service.db, blind, harmed, ['IP-01'], at);
  const hidden = await read(blind);
  if (!hidden.ok) throw new Error(hidden.problem.code);
  expect(hidden.value.needs.map(({ competency }) => competency)).not.toContain('IP-01');
  expect(hidden.value.hidden.length).toBeGreaterThan(0);
});
