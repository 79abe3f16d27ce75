import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPerson, firstServiceId, insertService, listMemberships, listPeople } from '#db';
import type { Person } from '#domain/access/person.ts';
import { beginObservation } from '#server/begin-observation.ts';
import { signObservation } from '#server/sign-observation.ts';
import { importTraining, previewTraining } from '#server/training/import-training.ts';
import { resetAccess } from '#server/auth/reset-access.ts';
import { addPerson } from '#server/auth/add-person.ts';
import { readCover } from '#server/risk/read-cover.ts';
import { setNeeds } from '#server/risk/set-needs.ts';
import { keepService } from '#server/places/keep-service.ts';
import { movePerson, readMoving } from '#server/places/move-person.ts';
import { readPlaces } from '#server/places/read-places.ts';
import { adoptPolicy } from '#server/policy/adopt-policy.ts';
import { readProfile } from '#server/profile/read-profile.ts';
import { readTeam } from '#server/profile/read-team.ts';
import { setRequirement } from '#server/risk/set-requirement.ts';
import { freshService, type TestService } from '../support/service.ts';

const elm = '00000000-0000-7000-8000-0000000000e1';
const at = '2026-11-20T09:00:00.000Z';
let service: TestService;
/** Everywhere; only at the first service; only at Elm; and a worker of each, and of both. */
let boss: Person, ash: Person, elmer: Person, ada: Person, eve: Person, bo: Person;

beforeAll(async () => {
  service = await freshService();
  const { db } = service;
  const row = { name: 'Elm', localEstId: 'E1', locationId: null, addedBy: 'x', addedAt: at };
  await insertService(db, { id: elm, ...row });
  boss = await service.add('boss', 'manager');
  ash = await service.add('ash', 'manager', [firstServiceId]);
  elmer = await service.add('elmer', 'manager', [elm]);
  ada = await service.add('ada', 'worker', [firstServiceId]);
  eve = await service.add('eve', 'worker', [elm]);
  bo = await service.add('bo', 'worker', [firstServiceId, elm]);
});
afterAll(() => service.remove());

const again = async ({ id }: Person) => (await findPerson(service.db, id))!;
const teamOf = async (viewer: Person, filter = {}) => {
  const read = await readTeam(service.db, viewer, filter);
  if (!read.ok) throw new Error(read.problem.code);
  const { rows, others } = read.value;
  return [...rows, ...others].map(({ person }) => person.username).sort();
};

test('a team is those of the services of whoever asks', async () => {
  expect(await teamOf(ash)).toEqual(['ada', 'ash', 'bo', 'boss']);
  expect(await teamOf(elmer)).toEqual(['bo', 'boss', 'elmer', 'eve']);
  expect(await teamOf(boss)).toEqual(['ada', 'ash', 'bo', 'boss', 'elmer', 'eve']);
  const direct = async (viewer: Person) => {
    const read = await readTeam(service.db, viewer, { service: elm });
    return read.ok && read.value.rows.map(({ person }) => person.username).sort();
  };
  expect(await direct(boss)).toEqual(['bo', 'boss', 'elmer', 'eve']);
});

test('a record is closed to managers of other services, and open to those of any of theirs', async () => {
  const opens = async (viewer: Person, person: Person) =>
    (await readProfile(service.db, viewer, person.id)).ok;
  expect([await opens(ash, ada), await opens(ash, bo), await opens(elmer, bo)]).toEqual([
    true,
    true,
    true,
  ]);
  expect([await opens(ash, eve), await opens(elmer, ada), await opens(eve, eve)]).toEqual([
    false,
    false,
    true,
  ]);
});

describe('what holds for all services', () => {
  test('is changed by whoever belongs to all of them, and by nobody else', async () => {
    const { db } = service;
    const refused = { ok: false, problem: { code: 'not-found' } };
    const body = { name: 'Oak', localEstId: 'O1', locationId: '' };
    expect(await keepService(db, ash, null, body, at)).toEqual(refused);
    expect(await keepService(db, ash, firstServiceId, body, at)).toEqual(refused);
    expect(await setRequirement(db, ash, 'CWP-CSW', { needs: {}, reason: '' }, at)).toEqual(
      refused,
    );
    expect((await adoptPolicy(db, ash, () => '', at)).ok).toBe(false);
    expect(await keepService(db, boss, null, body, at)).toEqual({ ok: true });
    expect(await keepService(db, boss, null, body, at)).toMatchObject({
      problem: { problems: [{ field: 'name', message: 'Another service has this already.' }] },
    });
    expect(await keepService(db, boss, elm, { ...body, name: 'Elm' }, at)).toMatchObject({
      problem: { problems: [{ field: 'localEstId' }] },
    });
    expect(await keepService(db, boss, 'nowhere', body, at)).toEqual(refused);
    expect(await keepService(db, boss, elm, { name: 'E', locationId: '7' }, at)).toMatchObject({
      problem: { problems: [{ field: 'name' }, { field: 'locationId' }] },
    });
  });

  test('a new service is at once one of theirs who are everywhere', async () => {
    const read = await readPlaces(service.db, await again(boss));
    expect(read.ok && read.value.places.map(({ name }) => name)).toEqual([
      'Elm',
      'Oak',
      'Our service',
    ]);
    const some = await readPlaces(service.db, ash);
    expect(some.ok && [some.value.changes, some.value.places.map(({ name }) => name)]).toEqual([
      false,
      ['Our service'],
    ]);
    expect((await readPlaces(service.db, ada)).ok).toBe(false);
  });
});

describe('somebody moves', () => {
  test('and is in reach of the one and out of reach of the other at once, with a history', async () => {
    const { db } = service;
    const mo = await service.add('mo', 'worker', [firstServiceId]);
    const move = (manager: Person, services: string[], everywhere = false) =>
      movePerson(db, manager, mo.id, { services, everywhere }, at);
    expect(await move(elmer, [elm])).toEqual({ ok: false, problem: { code: 'not-found' } });
    expect(await move(mo, [elm])).toEqual({ ok: false, problem: { code: 'not-found' } });
    expect((await move(ash, [elm])).ok).toBe(false);
    expect(await move(boss, [elm])).toEqual({ ok: true });
    expect((await readMoving(db, ash, mo.id)) ?? 'closed').toBe('closed');
    expect((await readMoving(db, elmer, mo.id))?.services.map(({ id }) => id)).toEqual([elm]);
    expect(await move(boss, [elm])).toEqual({ ok: true });
    expect(await move(boss, [], true)).toEqual({ ok: true });
    expect((await again(mo)).services).toHaveLength(3);
    expect(await move(boss, [firstServiceId])).toEqual({ ok: true });
    expect((await again(mo)).services).toEqual([firstServiceId]);
    const history = await listMemberships(db, mo.id);
    expect(history.map(({ name, endedAt }) => [name, endedAt === null])).toEqual([
      ['Our service', false],
      ['Elm', false],
      ['Our service', true],
    ]);
  });

  test('the last manager of all services stays so', async () => {
    const gone = await service.add('gone', 'manager');
    const take = (from: Person, by: Person) =>
      movePerson(service.db, by, from.id, { services: [elm], everywhere: false }, at);
    expect(await take(boss, gone)).toEqual({ ok: true });
    expect(await take(gone, { ...boss, everywhere: true })).toMatchObject({
      problem: { problems: [{ message: 'They are the only manager for every service.' }] },
    });
    expect(await take(gone, gone)).toEqual({ ok: false, problem: { code: 'not-found' } });
    await movePerson(service.db, gone, boss.id, { services: [], everywhere: true }, at);
    expect(await take(gone, boss)).toEqual({ ok: true });
  });

  test('nobody moves themselves', async () => {
    const own = { services: [elm], everywhere: true };
    expect((await movePerson(service.db, ash, ash.id, own, at)).ok).toBe(false);
  });
});

test('the way in of somebody with more than one service is not given by one of them', async () => {
  const both = await service.add('both', 'assessor', [firstServiceId, elm]);
  const notFound = { ok: false, problem: { code: 'not-found' } };
  for (const victim of [boss, both])
    expect(await resetAccess(service.db, ash, victim.id, at)).toEqual(notFound);
  expect((await resetAccess(service.db, ash, bo.id, at)).ok).toBe(true);
  expect((await resetAccess(service.db, boss, both.id, at)).ok).toBe(true);
});

test('a file of training says nothing of those who work elsewhere, and records nothing of them', async () => {
  const text = 'user,subject,completed\neve,Medicines,2026-01-02\nnobody,Medicines,2026-01-02';
  const read = await previewTraining(service.db, ash, text, at);
  if (!read.ok) throw new Error(read.problem.code);
  expect(read.value.good).toEqual([]);
  const [known, unknown] = read.value.problems.map(({ message }) => message);
  expect(known?.replace('eve', 'nobody')).toBe(unknown);
  expect(await importTraining(service.db, ash, text, at)).toMatchObject({ value: { added: 0 } });
  expect(await importTraining(service.db, elmer, text, at)).toMatchObject({ value: { added: 1 } });
});

test('an observation of somebody who has moved away is not signed', async () => {
  const { db } = service;
  const seen = await service.add('seen', 'worker', [firstServiceId]);
  const begun = await beginObservation(db, ash, seen.id, ['IP-01'], at);
  if (!begun.ok) throw new Error('not begun');
  await movePerson(db, boss, seen.id, { services: [elm], everywhere: false }, at);
  const signed = await signObservation(db, ash, begun.value.id, {}, at);
  expect(signed).toEqual({ ok: false, problem: { code: 'not-found' } });
});

test('somebody new is let in only where whoever adds them works', async () => {
  const input = { name: 'New', role: 'manager', category: 'CWP-RM', startedOn: '2026-11-20' };
  const add = (viewer: Person, more: object) =>
    addPerson(service.db, viewer, { ...input, username: 'new.one', ...more }, at);
  for (const more of [{}, { services: [elm] }, { everywhere: true }])
    expect(await add(ash, more)).toMatchObject({ problem: { problems: [{ field: 'services' }] } });
  expect((await listPeople(service.db)).some(({ username }) => username === 'new.one')).toBe(false);
  const added = await add(ash, { services: [firstServiceId] });
  expect(added.ok && added.value.person).toMatchObject({ services: [firstServiceId] });
});

test('needs are listed and covered service by service', async () => {
  const { db } = service;
  const set = (viewer: Person, service: string, needs: string[]) =>
    setNeeds(db, viewer, { service, needs }, at);
  expect(await set(ash, elm, ['dementia'])).toEqual({ ok: false, problem: { code: 'not-found' } });
  expect(await set(elmer, elm, ['dementia'])).toEqual({ ok: true });
  expect(await set(ash, firstServiceId, ['falls'])).toEqual({ ok: true });
  const cover = async (viewer: Person, asked?: string) => {
    const read = await readCover(db, viewer, undefined, asked);
    return read.ok ? [read.value.needs.map(({ id }) => id), read.value.workers] : 'closed';
  };
  expect([await cover(ash), await cover(ash, elm), await cover(elmer)]).toEqual([
    [['falls'], 6],
    'closed',
    [['dementia'], 7],
  ]);
  expect(await cover(boss, elm)).toEqual([['dementia'], 7]);
});
