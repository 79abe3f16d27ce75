import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '#domain/access/person.ts';
import { closeAlert, findAlert, takeAlert } from '#server/risk/act-on-alert.ts';
import { endDuty } from '#server/risk/end-given.ts';
import { giveDuty } from '#server/risk/give-duty.ts';
import { listAlerts } from '#server/risk/read-alerts.ts';
import { recordDelegation } from '#server/risk/record-delegation.ts';
import { begin } from '../support/observing.ts';
import { addRiskCast, decision, delegationForm, wrongOf, type RiskCast } from '../support/risk.ts';
import { freshService, ways, type TestService } from '../support/service.ts';

let service: TestService;
let cast: RiskCast;
const at = '2026-11-20T09:00:00.000Z';

beforeAll(async () => {
  service = await freshService();
  cast = await addRiskCast(service);
});
afterAll(() => service.remove());

const of = async (person: Person, viewer = cast.grace, when = at, withClosed = false) =>
  (await listAlerts(service.db, viewer, when, { withClosed })).filter(
    (one) => one.person.id === person.id,
  );
/** The key of the alert about a duty that somebody carries and that is not confirmed. */
async function keyOf(person: Person, duty: string): Promise<string> {
  const sql = 'SELECT id FROM duties_given WHERE person_id = ? AND duty = ? AND ended_at IS NULL';
  const [row] = await service.rows(sql, person.id, duty);
  return `unconfirmed~${person.id}~${String(row!['id'])}`;
}
const give = (person: Person, duty: string, when = '2026-11-01T09:00:00.000Z') =>
  giveDuty(service.db, cast.grace, person.id, { duty }, when);

test('a duty without confirmed competence raises an alert that names what is missing', async () => {
  const { joan } = cast;
  await give(joan, 'hoist');
  await give(joan, 'personal-care');
  const alerts = await of(joan);
  expect(alerts.map(({ kind, title, state }) => [kind, title, state])).toEqual([
    ['unconfirmed', 'Duty not confirmed: Moving people with a hoist', 'open'],
    ['unconfirmed', 'Duty not confirmed: Personal care alone', 'open'],
  ]);
  expect(alerts[0]!.because).toContain('Falls and moving people safely (level 2); Dignity');
  expect(await of(joan, cast.grace, '2026-10-31T09:00:00.000Z')).toEqual([]);
});

test('a lapsed sign-off raises an alert; one that is near, a quieter one; a live one, none', async () => {
  const dan = await service.add('dan');
  await recordDelegation(service.db, cast.grace, dan.id, delegationForm(), at);
  const kinds = async (day: string) =>
    (await of(dan, cast.grace, `${day}T12:00:00.000Z`))
      .filter(({ kind }) => kind !== 'unconfirmed')
      .map(({ kind, state }) => [kind, state]);
  expect(await kinds('2026-11-21')).toEqual([]);
  expect(await kinds('2027-05-01')).toEqual([]);
  expect(await kinds('2027-05-02')).toEqual([['review', 'open']]);
  expect(await kinds('2027-06-01')).toEqual([['review', 'open']]);
  expect(await kinds('2027-06-02')).toEqual([['lapsed', 'open']]);
});

test('an open concern on what a duty rests on comes first; it is settled by its own steps only', async () => {
  const eve = await service.add('eve');
  await service.play(eve, await service.begin(eve), ways.harmful);
  const now = new Date().toISOString();
  expect(await of(eve, cast.grace, now)).toEqual([]);
  await give(eve, 'first-visits');
  const [first, ...rest] = await of(eve, cast.grace, now);
  expect([first!.kind, first!.competency]).toEqual(['concern', 'IP-01']);
  expect(rest.every(({ kind }) => kind === 'unconfirmed')).toBe(true);

  // Closed, it says that its cause still stands; it opens again when another duty rests on it.
  const later = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString();
  const done = decision(cast.grace, { dueOn: '2027-12-01' });
  await closeAlert(service.db, cast.tom, first!.key, done, later(1));
  const stateAt = async (minutes: number) =>
    (await of(eve, cast.grace, later(minutes))).find(({ key }) => key === first!.key)!.state;
  expect(await stateAt(2)).toBe('closed-cause-stands');
  await give(eve, 'lone-visits', later(3));
  expect(await stateAt(2)).toBe('closed-cause-stands');
  expect(await stateAt(4)).toBe('open');
});

test('observers act on alerts; nobody on one about themselves, and no worker', async () => {
  const { db } = service;
  const { grace, tom, joan, leah } = cast;
  const key = await keyOf(joan, 'hoist');
  for (const actor of [joan, leah]) {
    expect(wrongOf(await findAlert(db, actor, key, at))).toEqual(['not-found']);
    expect(wrongOf(await takeAlert(db, actor, key, decision(tom), at))).toEqual(['not-found']);
    expect(wrongOf(await closeAlert(db, actor, key, decision(tom), at))).toEqual(['not-found']);
  }
  await give(tom, 'hoist');
  const about = await keyOf(tom, 'hoist');
  expect((await of(tom, tom)).map(({ mine }) => mine)).toEqual([false]);
  expect(wrongOf(await takeAlert(db, tom, about, decision(grace), at))).toEqual(['not-found']);
  expect(wrongOf(await closeAlert(db, tom, about, decision(grace), at))).toEqual(['not-found']);
  // Nor does anybody own one about themselves, or a worker one about another.
  for (const owner of [tom, joan])
    expect(wrongOf(await takeAlert(db, grace, about, decision(owner), at))).toEqual(['ownerId']);
  expect(wrongOf(await takeAlert(db, grace, about, decision(grace), at))).toEqual([]);
  expect(wrongOf(await takeAlert(db, grace, 'nonsense', decision(grace), at))).toEqual([
    'not-found',
  ]);
});

test('a worker is shown the alerts about themselves, and none about others', async () => {
  const { joan, leah } = cast;
  const [mine, theirs] = [await of(joan, joan), await of(joan)];
  const same = (alerts: typeof mine) => alerts.map((one) => ({ ...one, mine: false }));
  expect(same(mine)).toEqual(same(theirs));
  expect(await listAlerts(service.db, leah, at)).toEqual([]);
});

test.each(['reason', 'ownerId', 'action', 'dueOn', 'outcome'])(
  'an alert is not closed without its %s',
  async (missing) => {
    const { grace, tom, joan } = cast;
    const key = await keyOf(joan, 'personal-care');
    const body = decision(tom, { [missing]: ' ' });
    expect(wrongOf(await closeAlert(service.db, grace, key, body, at))).toEqual([missing]);
    const without = { ...decision(tom), [missing]: undefined };
    expect(wrongOf(await closeAlert(service.db, grace, key, without, at))).toEqual([missing]);
    const [alert] = (await of(joan)).filter((one) => one.key === key);
    expect([alert!.state, alert!.history]).toEqual(['open', []]);
  },
);

test('taken on, it has an owner, an action and a day; overdue after it; closed when its cause is over', async () => {
  const { db } = service;
  const { grace, tom, joan } = cast;
  const key = await keyOf(joan, 'hoist');
  const past = decision(tom, { dueOn: '2026-11-19' });
  expect(wrongOf(await takeAlert(db, grace, key, past, at))).toEqual(['dueOn']);
  expect(wrongOf(await takeAlert(db, grace, key, decision(tom), at))).toEqual([]);
  const when = async (time: string, withClosed = false) =>
    (await of(joan, grace, time, withClosed)).find((one) => one.key === key);
  expect(await when('2026-11-20T10:00:00.000Z')).toMatchObject({
    state: 'taken',
    owner: { id: tom.id },
    action: 'Watch one round together.',
    dueOn: '2026-12-01',
  });
  expect((await when('2026-12-02T10:00:00.000Z'))!.state).toBe('overdue');
  const [duty] = await service.rows(
    'SELECT id FROM duties_given WHERE person_id = ? AND duty = ?',
    joan.id,
    'hoist',
  );
  const end = { id: String(duty!['id']), why: 'Nobody here needs it now.' };
  await endDuty(db, grace, joan.id, end, '2026-12-03T09:00:00.000Z');
  // Its cause is over, and still it is closed only with what came of it.
  const after = '2026-12-03T10:00:00.000Z';
  expect((await when(after))!.state).toBe('cause-gone');
  const closing = decision(tom, { outcome: '' });
  expect(wrongOf(await closeAlert(db, tom, key, closing, after))).toEqual(['outcome']);
  expect(wrongOf(await closeAlert(db, tom, key, decision(tom), after))).toEqual([]);
  // The same once more is done; anything else has nothing left to close.
  expect(wrongOf(await closeAlert(db, tom, key, decision(tom), after))).toEqual([]);
  for (const [who, more] of [
    [grace, {}],
    [tom, { outcome: 'Something quite different.' }],
    [tom, { outcome: '' }],
  ] as const)
    expect(wrongOf(await closeAlert(db, who, key, decision(tom, more), after))).toEqual([
      'not-found',
    ]);
  expect(await when('2026-12-04T10:00:00.000Z')).toBeUndefined();
  const kept = (await when('2026-12-04T10:00:00.000Z', true))!;
  expect([kept.state, kept.history.length]).toEqual(['closed', 2]);
  // As of a day before, it stands as it stood.
  expect((await when('2026-12-02T10:00:00.000Z'))!.state).toBe('overdue');
  // Given again, it is another alert, and open.
  await give(joan, 'hoist', '2026-12-05T09:00:00.000Z');
  const again = await of(joan, grace, '2026-12-06T10:00:00.000Z');
  expect(again.find((one) => /hoist/.test(one.title))!.state).toBe('open');
});

test('an alert about what an observer is watching says nothing of its state to them', async () => {
  const { db } = service;
  const { grace, tom } = cast;
  const fay = await service.add('fay');
  await service.play(fay, await service.begin(fay), ways.harmful);
  await give(fay, 'first-visits');
  const now = new Date().toISOString();
  const key = `concern~${fay.id}~IP-01`;
  await takeAlert(db, grace, key, decision(grace, { dueOn: '2027-12-01' }), now);
  await begin(db, tom, fay, ['IP-01', 'IP-08']);
  // The duty rests on both, and on a third: a line for each that is hidden, cause or not, and no more.
  const seen = await of(fay, tom, now);
  expect(seen.map(({ kind, competency, history }) => [kind, competency, history])).toEqual([
    ['hidden', 'IP-01', []],
    ['hidden', 'IP-08', []],
  ]);
  expect(JSON.stringify(seen)).not.toMatch(/concern|confirmed|harm/i);
  expect(wrongOf(await findAlert(db, tom, key, now))).toEqual(['not-found']);
  expect((await of(fay, grace, now))[0]!.kind).toBe('concern');
});
