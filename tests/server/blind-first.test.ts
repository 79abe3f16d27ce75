import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '#domain/access/person.ts';
import { beginCorrection } from '#server/begin-observation.ts';
import { readDebrief } from '#server/read-debrief.ts';
import { readProfile } from '#server/read-profile.ts';
import { readStanding } from '#server/read-standing.ts';
import { readTeam } from '#server/read-team.ts';
import { discardObservation } from '#server/sign-observation.ts';
import { begin, sign } from '../support/observing.ts';
import { freshService, ways, type TestService } from '../support/service.ts';

let service: TestService;
let tom: Person;
let grace: Person;
let worker: Person;
let attemptId: string;
let number = 0;

beforeAll(async () => {
  service = await freshService();
  tom = await service.add('tom', 'assessor');
  grace = await service.add('grace', 'manager');
});
afterAll(() => service.remove());
beforeEach(async () => {
  worker = await service.add(`watched.${(number += 1)}`);
  attemptId = await service.begin(worker, 'hall', '2026-11-10T09:00:00.000Z');
  await service.play(worker, attemptId, ways.harmful);
});

/** Which of two competencies, and whether the debrief, a viewer is shown on each page. */
async function shownTo(viewer: Person, subject = worker, attempt = attemptId) {
  const profile = await readProfile(service.db, viewer, subject.id);
  const team = viewer.role === 'worker' ? undefined : await readTeam(service.db, viewer);
  const row = team?.ok ? team.value.rows.find((one) => one.person.id === subject.id) : undefined;
  const ask = async (id: string) => {
    const standing = await readStanding(service.db, viewer, subject.id, id);
    const line = profile.ok && profile.value.lines.find((one) => one.id === id);
    const cell = row?.cells.find((one) => one.competency === id);
    return [line && !line.hidden, standing.ok, ...(cell ? [!cell.hidden] : [])];
  };
  const debrief = await readDebrief(service.db, viewer, attempt);
  return { 'IP-01': await ask('IP-01'), 'IP-02': await ask('IP-02'), debrief: debrief.ok };
}

const all = { 'IP-01': [true, true, true], 'IP-02': [true, true, true], debrief: true };
const blind = { 'IP-01': [false, false, false], 'IP-02': [true, true, true], debrief: false };
const own = { 'IP-01': [true, true], 'IP-02': [true, true], debrief: true };

describe('while an observation is being written', () => {
  test('its competencies are hidden from its observer and from nobody else', async () => {
    expect(await shownTo(tom)).toEqual(all);
    await begin(service.db, tom, worker);
    expect(await shownTo(tom)).toEqual(blind);
    expect(await shownTo(grace)).toEqual(all);
    expect(await shownTo(worker)).toEqual(own);
  });

  test('only those of the person observed are hidden', async () => {
    await begin(service.db, tom, worker);
    const other = await service.add(`beside.${number}`);
    const attempt = await service.begin(other);
    await service.play(other, attempt, ways.sound);
    expect(await shownTo(tom, other, attempt)).toEqual(all);
  });

  test('a hidden line holds a name and nothing of where it stands', async () => {
    await begin(service.db, tom, worker);
    const profile = await readProfile(service.db, tom, worker.id);
    const line = profile.ok && profile.value.lines.find(({ id }) => id === 'IP-01');
    expect(Object.keys(line || {}).sort()).toEqual(['about', 'hidden', 'id', 'risk', 'title']);
    const team = await readTeam(service.db, tom);
    const row = team.ok && team.value.rows.find((one) => one.person.id === worker.id);
    expect(row && row.cells.find(({ competency }) => competency === 'IP-01')).toEqual({
      competency: 'IP-01',
      hidden: true,
    });
    expect(row && row.needs).toEqual([]);
    expect(await readStanding(service.db, tom, worker.id, 'IP-01')).toMatchObject({
      problem: { code: 'hidden', title: expect.any(String) as string },
    });
    expect(await readDebrief(service.db, tom, attemptId)).toEqual({
      ok: false,
      problem: { code: 'hidden', person: worker },
    });
  });

  test('the concern is told to others, and no filter tells the observer of it', async () => {
    const found = async (viewer: Person) => {
      const team = await readTeam(service.db, viewer, { state: 'concern' });
      return team.ok && team.value.rows.some((one) => one.person.id === worker.id);
    };
    expect(await found(tom)).toBe(true);
    await begin(service.db, tom, worker);
    expect([await found(tom), await found(grace)]).toEqual([false, true]);
  });
});

describe('it shows again', () => {
  test('after signing', async () => {
    const id = await begin(service.db, tom, worker);
    await sign(service.db, tom, id);
    expect(await shownTo(tom)).toEqual(all);
  });

  test('after discarding', async () => {
    const id = await begin(service.db, tom, worker);
    expect(await shownTo(tom)).toEqual(blind);
    await discardObservation(service.db, tom, id);
    expect(await shownTo(tom)).toEqual(all);
  });

  test('only after the last of two drafts is signed or discarded', async () => {
    const first = await begin(service.db, tom, worker, ['IP-01']);
    const second = await begin(service.db, tom, worker, ['IP-01', 'IP-02']);
    const none = [false, false, false];
    expect(await shownTo(tom)).toEqual({ 'IP-01': none, 'IP-02': none, debrief: false });
    await sign(service.db, tom, second);
    expect(await shownTo(tom)).toEqual(blind);
    await discardObservation(service.db, tom, first);
    expect(await shownTo(tom)).toEqual(all);
  });

  test('and is hidden once more while a correction is written', async () => {
    const id = await begin(service.db, tom, worker);
    await sign(service.db, tom, id);
    expect((await beginCorrection(service.db, tom, id)).ok).toBe(true);
    expect(await shownTo(tom)).toEqual(blind);
  });
});
