import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '#domain/access/person.ts';
import { arrangeNext } from '#server/arrange/arrange-next.ts';
import { readNextRole } from '#server/arrange/read-next-role.ts';
import { openSupervision } from '#server/supervision/open-supervision.ts';
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

test('whoever’s state it shows was looked at, and nobody else', async () => {
  const before = await service.rows("SELECT * FROM record_reads WHERE page = 'today'");
  await today(tom);
  const rows = await service.rows("SELECT * FROM record_reads WHERE page = 'today'");
  expect(rows.slice(before.length)).toMatchObject([{ reader_id: tom.id, person_id: harmed.id }]);
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
