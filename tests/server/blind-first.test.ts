import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '#domain/access/person.ts';
import { beginCorrection } from '#server/begin-observation.ts';
import { draftHiding, listDrafts } from '#server/list-drafts.ts';
import { readDebrief } from '#server/read-debrief.ts';
import { readProfile } from '#server/profile/read-profile.ts';
import { readStanding } from '#server/profile/read-standing.ts';
import { readTeam } from '#server/profile/read-team.ts';
import { discardObservation } from '#server/sign-observation.ts';
import { begin, sign } from '../support/observing.ts';
import { soundInput } from '../support/sound-scenario.ts';
import { worth } from '../support/tiny-scenario.ts';
import { freshService, ways, type TestService } from '../support/service.ts';

let service: TestService;
let tom: Person;
let grace: Person;
let worker: Person;
let attemptId: string;
let number = 0;

beforeAll(async () => {
  const input = soundInput();
  input.scenes['stairs']!.decision!.options['run']!.key = worth({ 'IP-01': 0.25, 'IP-02': 0 }, [
    'IP-02',
  ]);
  service = await freshService({ hall: input });
  tom = await service.add('tom', 'assessor');
  grace = await service.add('grace', 'manager');
});
afterAll(() => service.remove());
beforeEach(async () => {
  worker = await service.add(`watched.${(number += 1)}`);
  attemptId = await service.begin(worker, 'hall', '2026-11-10T09:00:00.000Z');
  await service.play(worker, attemptId, ways.harmful);
});

/** Which of three competencies, and whether the debrief, a viewer is shown on each page. */
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
  return {
    'IP-01': await ask('IP-01'),
    'IP-02': await ask('IP-02'),
    'IP-03': await ask('IP-03'),
    debrief: debrief.ok,
  };
}

const yes = [true, true, true];
const no = [false, false, false];
const all = { 'IP-01': yes, 'IP-02': yes, 'IP-03': yes, debrief: true };
/** IP-02 shares a decision with IP-01, which is observed; IP-03 shares none. */
const blind = { 'IP-01': no, 'IP-02': no, 'IP-03': yes, debrief: false };
const own = { 'IP-01': [true, true], 'IP-02': [true, true], 'IP-03': [true, true], debrief: true };

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

test('a decision that bears on what is observed shows on nothing else it bears on', async () => {
  const player = await service.add(`entangled.${number}`);
  const attempt = await service.begin(player);
  await service.play(player, attempt, ['decide ask', 'decide run']);
  const seen = async () => {
    const team = await readTeam(service.db, tom, { state: 'concern' });
    const profile = await readProfile(service.db, tom, player.id);
    return [
      team.ok && team.value.rows.some(({ person }) => person.id === player.id),
      profile.ok && JSON.stringify(profile.value.lines).includes('"harmful":true'),
      (await readStanding(service.db, tom, player.id, 'IP-02')).ok,
    ];
  };
  expect(await seen()).toEqual(yes);
  const draft = await begin(service.db, tom, player, ['IP-01']);
  expect(await seen()).toEqual(no);
  const drafts = await listDrafts(service.db, tom);
  expect(draftHiding(drafts, player.id, 'IP-02')?.id).toBe(draft);
  await discardObservation(service.db, tom, draft);
  expect(await seen()).toEqual(yes);
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
    const second = await begin(service.db, tom, worker, ['IP-01', 'IP-03']);
    expect(await shownTo(tom)).toEqual({ ...blind, 'IP-03': no });
    await sign(service.db, tom, second, { 'entrustment-IP-03': '3' });
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
