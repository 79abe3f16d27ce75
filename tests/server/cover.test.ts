import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCover } from '#server/risk/read-cover.ts';
import { setNeeds } from '#server/risk/set-needs.ts';
import { begin } from '../support/observing.ts';
import { addRiskCast, wrongOf, type RiskCast } from '../support/risk.ts';
import { freshService, ways, type TestService } from '../support/service.ts';

let service: TestService;
let cast: RiskCast;

beforeAll(async () => {
  service = await freshService();
  cast = await addRiskCast(service);
});
afterAll(() => service.remove());

const read = async (viewer = cast.grace, at = new Date().toISOString()) => {
  const cover = await readCover(service.db, viewer, at);
  return cover.ok ? cover.value : undefined;
};

test('only a manager lists needs, and only needs of the catalogue; no worker reads the table', async () => {
  const { db } = service;
  const { grace, tom, joan } = cast;
  const set = (actor: typeof grace, needs: string[]) => setNeeds(db, actor, { needs });
  expect(wrongOf(await set(tom, ['falls']))).toEqual(['not-found']);
  expect(wrongOf(await set(joan, ['falls']))).toEqual(['not-found']);
  expect(wrongOf(await set(grace, ['Mrs Barnes']))).toEqual(['needs']);
  expect(wrongOf(await set(grace, ['constructor']))).toEqual(['needs']);
  expect(await read(joan)).toBeUndefined();
  expect((await read(tom))!.needs).toEqual([]);
});

test('what is ticked is kept with its history, as of any day', async () => {
  const { db } = service;
  const { grace } = cast;
  await setNeeds(db, grace, { needs: ['falls', 'epilepsy'] }, '2026-11-01T09:00:00.000Z');
  await setNeeds(db, grace, { needs: ['epilepsy', 'dementia'] }, '2026-11-10T09:00:00.000Z');
  const on = async (day: string) => (await read(grace, `${day}T12:00:00.000Z`))!;
  const tickedOn = async (day: string) => (await on(day)).needs.map(({ id }) => id).sort();
  expect(await tickedOn('2026-10-31')).toEqual([]);
  expect(await tickedOn('2026-11-05')).toEqual(['epilepsy', 'falls']);
  expect(await tickedOn('2026-11-12')).toEqual(['dementia', 'epilepsy']);
  expect((await on('2026-11-12')).history[0]).toMatchObject({
    by: grace.name,
    added: ['Dementia'],
    taken: ['Falls'],
  });
});

test('the table counts workers and names one next thing; hidden states are in no count', async () => {
  const { db } = service;
  const { grace, tom, joan, leah } = cast;
  await service.play(joan, await service.begin(joan), ways.sound);
  await setNeeds(db, grace, { needs: ['epilepsy'] });
  const [need] = (await read())!.needs;
  const countOf = (counts: Record<string, number>) =>
    Object.values(counts).reduce((sum, one) => sum + one, 0);
  expect(countOf(need!.counts)).toBe((await read())!.workers);
  expect(need!.counts.confirmed).toBe(0);
  const thicken = (await read())!.thickening!;
  expect([thicken.need, thicken.text.length > 10]).toEqual(['Epilepsy', true]);
  await begin(db, tom, joan, ['IP-01']);
  await begin(db, tom, leah, ['IP-01']);
  const his = (await read(tom))!;
  expect(his.needs[0]!.people.hidden.map(({ id }) => id).sort()).toEqual([joan.id, leah.id].sort());
  // Of the two that are left, one is named; neither of those he watches.
  expect([joan.id, leah.id]).not.toContain(his.thickening!.person.id);
  expect((await read(grace))!.needs[0]!.counts.hidden).toBe(0);
});
