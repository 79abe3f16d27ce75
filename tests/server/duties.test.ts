import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDuties } from '#server/risk/read-duties.ts';
import { endDelegation, endDuty } from '#server/risk/end-given.ts';
import { giveDuty } from '#server/risk/give-duty.ts';
import { recordDelegation } from '#server/risk/record-delegation.ts';
import { begin } from '../support/observing.ts';
import { addRiskCast, delegationForm, wrongOf, type RiskCast } from '../support/risk.ts';
import { freshService, ways, type TestService } from '../support/service.ts';

let service: TestService;
let cast: RiskCast;
const at = '2026-11-20T09:00:00.000Z';

beforeAll(async () => {
  service = await freshService();
  cast = await addRiskCast(service);
});
afterAll(() => service.remove());

const read = async (viewer = cast.grace, of = cast.joan, when = at) => {
  const found = await readDuties(service.db, viewer, of.id, when);
  return found.ok ? found.value : undefined;
};

test('only a manager gives, delegates and ends, and never to themselves', async () => {
  const { db } = service;
  const { grace, tom, joan, leah } = cast;
  for (const actor of [tom, joan, leah]) {
    expect(wrongOf(await giveDuty(db, actor, joan.id, { duty: 'hoist' }))).toEqual(['not-found']);
    expect(wrongOf(await recordDelegation(db, actor, joan.id, delegationForm()))).toEqual([
      'not-found',
    ]);
  }
  expect(wrongOf(await giveDuty(db, grace, grace.id, { duty: 'hoist' }))).toEqual(['not-found']);
  expect(wrongOf(await recordDelegation(db, grace, grace.id, delegationForm()))).toEqual([
    'not-found',
  ]);
  expect(wrongOf(await giveDuty(db, grace, 'nobody', { duty: 'hoist' }))).toEqual(['not-found']);
  expect((await read())!.duties).toEqual([]);
});

test('given by two at once, in two processes, it is carried once', async () => {
  const { grace, leah } = cast;
  const other = await service.reopen();
  const given = await Promise.all(
    [service.db, service.db, other, other].map((db) =>
      giveDuty(db, grace, leah.id, { duty: 'hoist' }, at),
    ),
  );
  expect(given.map(wrongOf).sort()).toEqual([[], ['duty'], ['duty'], ['duty']]);
  expect((await read(grace, leah))!.duties).toHaveLength(1);
});

test('a duty is given once, ended with a reason, and was carried on the days between', async () => {
  const { db } = service;
  const { grace, tom, joan } = cast;
  const give = (duty: string, more = {}) =>
    giveDuty(db, grace, joan.id, { duty, ...more }, '2026-11-01T09:00:00.000Z');
  expect(wrongOf(await give(''))).toEqual(['duty']);
  expect(wrongOf(await give('constructor'))).toEqual(['duty']);
  // A health task is delegated, not given.
  expect(wrongOf(await give('tube-feeding'))).toEqual(['duty']);
  const formId = '0199d1a0-0000-7000-8000-000000000001';
  expect(wrongOf(await give('hoist', { formId }))).toEqual([]);
  expect(wrongOf(await give('hoist', { formId }))).toEqual([]);
  expect(wrongOf(await give('hoist'))).toEqual(['duty']);
  const { duties } = (await read())!;
  expect(duties.map(({ title, by, cover }) => [title, by, cover])).toEqual([
    ['Moving people with a hoist', grace.name, 'not'],
  ]);
  const { id } = duties[0]!;
  const end = (actor = grace, why = 'She works in the office now.', of = joan) =>
    endDuty(db, actor, of.id, { id, why }, '2026-11-10T09:00:00.000Z');
  expect(wrongOf(await end(tom))).toEqual(['not-found']);
  expect(wrongOf(await end(grace, ''))).toEqual(['why']);
  expect(wrongOf(await end(grace, undefined, cast.leah))).toEqual(['not-found']);
  expect(wrongOf(await end())).toEqual([]);
  const after = (await read())!;
  expect([after.duties.length, after.endedDuties[0]!.endedWhy]).toEqual([
    0,
    'She works in the office now.',
  ]);
  const between = (await read(grace, joan, '2026-11-05T09:00:00.000Z'))!;
  expect([between.duties.length, between.endedDuties.length]).toEqual([1, 0]);
  const before = (await read(grace, joan, '2026-10-31T09:00:00.000Z'))!;
  expect([before.duties.length, before.endedDuties.length]).toEqual([0, 0]);
});

test.each([
  [{ initials: 'Mabel Barnes' }, 'initials'],
  [{ initials: 'Mabel' }, 'initials'],
  [{ initials: 'M' }, 'initials'],
  [{ initials: 'M.B.' }, 'initials'],
  [{ initials: '' }, 'initials'],
  [{ task: 'hoist' }, 'task'],
  [{ task: '' }, 'task'],
  [{ delegatedBy: '' }, 'delegatedBy'],
  [{ delegatedRole: '' }, 'delegatedRole'],
  [{ delegatedRole: 'Neighbour' }, 'delegatedRole'],
  [{ signedOn: '2026-11-21' }, 'signedOn'],
  [{ signedOn: 'soon' }, 'signedOn'],
  [{ reviewOn: '' }, 'reviewOn'],
  [{ reviewOn: '2026-06-01' }, 'reviewOn'],
  [{ reviewOn: '2027-06-02' }, 'reviewOn'],
])('a delegation with %o is refused', async (more, field) => {
  const done = await recordDelegation(
    service.db,
    cast.grace,
    cast.leah.id,
    delegationForm(more),
    at,
  );
  expect(wrongOf(done)).toEqual([field]);
});

test('a sign-off is live up to its review date, near before it, and lapsed the day after', async () => {
  const { db } = service;
  const { grace, leah } = cast;
  expect(wrongOf(await recordDelegation(db, grace, leah.id, delegationForm(), at))).toEqual([]);
  const statusOn = async (day: string) =>
    (await read(leah, leah, `${day}T12:00:00.000Z`))!.tasks.map((one) => [
      one.initials,
      one.status,
    ]);
  expect(await statusOn('2026-11-21')).toEqual([['MB', 'live']]);
  expect(await statusOn('2027-05-10')).toEqual([['MB', 'review-near']]);
  expect(await statusOn('2027-06-01')).toEqual([['MB', 'review-near']]);
  expect(await statusOn('2027-06-02')).toEqual([['MB', 'lapsed']]);
  const { id } = (await read(leah, leah))!.tasks[0]!;
  const end = (actor: typeof grace) =>
    endDelegation(db, actor, leah.id, { id, why: 'The plan has changed.' }, at);
  expect(wrongOf(await end(leah))).toEqual(['not-found']);
  expect(wrongOf(await end(grace))).toEqual([]);
  const { tasks, endedTasks } = (await read(leah, leah))!;
  expect([tasks.length, endedTasks[0]!.status]).toEqual([0, 'ended']);
});

test('the worker sees what the manager sees; another worker nothing; opening it is noted', async () => {
  const { grace, tom, joan, leah } = cast;
  const [seen, theirs] = [(await read(grace))!, (await read(joan))!];
  expect(theirs).toEqual({ ...seen, own: true });
  expect(await read(tom)).toBeDefined();
  expect(await read(leah)).toBeUndefined();
  const sql = 'SELECT reader_id FROM record_reads WHERE person_id = ? AND page = ?';
  const readers = (await service.rows(sql, joan.id, 'duties')).map((row) => row['reader_id']);
  expect(readers).toEqual(expect.arrayContaining([grace.id, tom.id]));
  expect(readers).not.toContain(joan.id);
});

test('what is hidden while one observes is hidden here, and only from that observer', async () => {
  const { db } = service;
  const { grace, tom } = cast;
  const kay = await service.add('kay');
  await service.play(kay, await service.begin(kay), ways.harmful);
  await giveDuty(db, grace, kay.id, { duty: 'first-visits' });
  await begin(db, tom, kay, ['IP-01']);
  const statesFor = async (viewer: typeof tom) => {
    const now = new Date().toISOString();
    const [duty] = (await read(viewer, kay, now))!.duties;
    const { state } = duty!.rests.find(({ competency }) => competency === 'IP-01')!;
    return [state, duty!.cover];
  };
  expect(await statesFor(tom)).toEqual([null, 'hidden']);
  expect(await statesFor(grace)).toEqual(['concern', 'not']);
  expect(await statesFor(kay)).toEqual(['concern', 'not']);
});
