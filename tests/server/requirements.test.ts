import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRisk, readRiskIn } from '#server/content/read-risk.ts';
import { contentFolder } from '#server/content/content-folder.ts';
import { readRequirements } from '#server/risk/read-requirements.ts';
import { readRoleNeeds } from '#server/risk/read-role-needs.ts';
import { setRequirement } from '#server/risk/set-requirement.ts';
import { begin } from '../support/observing.ts';
import { addRiskCast, wrongOf, type RiskCast } from '../support/risk.ts';
import { freshService, type TestService } from '../support/service.ts';

let service: TestService;
let cast: RiskCast;
const at = '2026-11-20T09:00:00.000Z';
const reason = 'Nobody moves people in their first weeks.';

beforeAll(async () => {
  service = await freshService();
  cast = await addRiskCast(service);
});
afterAll(() => service.remove());

const needsOf = async (category: string, when = at) =>
  (await readRequirements(service.db, when)).get(category)!;

test('what is shipped names only what exists, and every role category has a proposal', async () => {
  const { requirements, duties, needs } = await readRisk();
  const all = await readRequirements(service.db, at);
  expect(Object.keys(requirements.categories).sort()).toEqual([...all.keys()].sort());
  expect(Object.values(duties.duties).some((one) => one['health-task'])).toBe(true);
  expect(Object.keys(needs.needs).length).toBeGreaterThan(9);
  const known = { competencies: new Set(['IP-01']), categories: new Set(['CWP-NTC']) };
  await expect(readRiskIn(`${contentFolder()}/risk`, known)).rejects.toThrow(
    /duties\.yaml:\d+:\d+ unknown-competency: There is no IP-04/,
  );
});

test('only a manager sets what a role needs, with a reason, and only of what exists', async () => {
  const { db } = service;
  const { grace, tom, joan } = cast;
  const set = (actor = grace, category = 'CWP-NTC', more: Record<string, unknown> = {}) =>
    setRequirement(db, actor, category, { needs: { 'IP-01': '2' }, reason, ...more }, at);
  expect(wrongOf(await set(tom))).toEqual(['not-found']);
  expect(wrongOf(await set(joan))).toEqual(['not-found']);
  expect(wrongOf(await set(grace, 'constructor'))).toEqual(['not-found']);
  expect(wrongOf(await set(grace, undefined, { reason: ' ' }))).toEqual(['reason']);
  expect(wrongOf(await set(grace, undefined, { needs: { 'IP-01': '4' } }))).toEqual(['needs']);
  expect(wrongOf(await set(grace, undefined, { needs: { 'IP-99': '2' } }))).toEqual(['needs']);
  expect(wrongOf(await set(grace, undefined, { needs: { constructor: '2' } }))).toEqual(['needs']);
  expect(wrongOf(await set(grace, undefined, { needs: { 'IP-01': '' } }))).toEqual(['needs']);
  expect((await needsOf('CWP-NTC', '2027-01-01T00:00:00.000Z')).proposed).toBe(true);
});

test('what was set last holds from then on; before, what held before; all of it is kept', async () => {
  const { db } = service;
  const { grace } = cast;
  const set = (level: string, when: string) =>
    setRequirement(db, grace, 'CWP-PA', { needs: { 'IP-01': level, 'IP-02': '' }, reason }, when);
  await set('2', '2026-11-01T09:00:00.000Z');
  await set('3', '2026-11-10T09:00:00.000Z');
  const heldOn = async (day: string) => {
    const { proposed, needs, history } = await needsOf('CWP-PA', `${day}T12:00:00.000Z`);
    return [proposed, needs['IP-01'], needs['IP-02'], history.length];
  };
  expect(await heldOn('2026-10-31')).toEqual([true, 3, 2, 0]);
  expect(await heldOn('2026-11-05')).toEqual([false, 2, undefined, 1]);
  expect(await heldOn('2026-11-12')).toEqual([false, 3, undefined, 2]);
  const { history } = await needsOf('CWP-PA');
  expect(history[0]).toMatchObject({ by: grace.name, reason, at: '2026-11-10T09:00:00.000Z' });
});

test('what a role needs shows on a profile, without what is hidden', async () => {
  const { db } = service;
  const { tom, joan, leah } = cast;
  const read = (viewer = joan) => readRoleNeeds(db, viewer, joan, at);
  expect(await read(leah)).toBeUndefined();
  const mine = (await read())!;
  expect(mine.missing.length).toBe(mine.needed);
  expect(mine.missing[0]).toMatchObject({ competency: 'IP-01', level: 3 });
  await begin(db, tom, joan, ['IP-01']);
  const his = (await read(tom))!;
  expect(his.hidden).toBe(1);
  expect(his.missing.map(({ competency }) => competency)).not.toContain('IP-01');
});
