import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstServiceId, insertPerson } from '#db';
import type { Person } from '#domain/access/person.ts';
import { beginObservation } from '#server/begin-observation.ts';
import { readTargets } from '#server/targets/read-targets.ts';
import { recordTraining } from '#server/training/record-training.ts';
import { freshService, type TestService } from '../support/service.ts';

let service: TestService;
let grace: Person;
let tom: Person;
beforeAll(async () => {
  service = await freshService();
  grace = await service.add('grace', 'manager');
  tom = await service.add('tom', 'assessor');
});
afterAll(() => service.remove());

const now = '2026-11-22T12:00:00.000Z';
const addAs = async (id: string, category: string, startedOn: string): Promise<Person> => {
  const person: Person = {
    id,
    username: id,
    name: id,
    role: 'worker',
    category,
    startedOn,
    services: [firstServiceId],
    everywhere: false,
  };
  const credential = { passwordHash: 'none', temporary: false };
  await insertPerson(service.db, person, credential, { by: null, at: '2026-01-05T09:00:00.000Z' });
  return person;
};
const read = async (viewer: Person = grace, at = now) => {
  const found = await readTargets(service.db, viewer, at);
  if (!found.ok) throw new Error(found.problem.code);
  return found.value;
};
const names = (all: { person: { id: string } }[]) => all.map(({ person }) => person.id).sort();

test('only those who look after the team read them', async () => {
  const worker = await addAs('reader', 'CWP-CSW', '2026-11-22');
  expect(await readTargets(service.db, worker, now)).toEqual({
    ok: false,
    problem: { code: 'not-found' },
  });
  for (const viewer of [grace, tom]) await read(viewer);
});

test('each number has its people, its unknowns and its day', async () => {
  await addAs('three-years', 'CWP-CSW', '2023-11-22');
  await addAs('not-quite', 'CWP-CSW', '2023-11-23');
  await addAs('new', 'CWP-NTC', '2026-11-01');
  await addAs('over', 'CWP-NTC', '2026-08-01');
  await addAs('deputy', 'CWP-DM', '2020-01-01');
  const holder = await addAs('holder', 'CWP-CSW', '2026-11-01');
  const body = { kind: 'training', completedOn: '2024-06-01', expiresOn: '' };
  for (const subject of ['care-certificate', 'medicines'])
    await recordTraining(
      service.db,
      grace,
      holder.id,
      { ...body, subject },
      '2026-11-20T12:00:00.000Z',
    );

  const { certificate, levelThree, starters, counted, left } = await read();
  expect(names(certificate.held)).toEqual(['holder']);
  expect(certificate.held[0]!.completedOn).toBe('2024-06-01');
  // Nothing recorded is not known: it is never counted as not held.
  expect(certificate.unknown.map(({ id }) => id)).toContain('new');
  expect(counted).toBe(
    certificate.held.length + certificate.working.length + certificate.unknown.length,
  );
  expect(left).toBeGreaterThan(0);
  expect(names(levelThree.past)).toEqual(['three-years']);
  expect(names(levelThree.before)).toContain('not-quite');
  const stands = Object.fromEntries(
    [...levelThree.past, ...levelThree.before].map(({ person, stands }) => [person.id, stands.is]),
  );
  expect(stands).toMatchObject({ 'three-years': 'not-yet', new: 'not-needed' });
  expect(stands).not.toHaveProperty('deputy');

  // Whoever holds the certificate is no longer a starter in it; after the weeks somebody is over.
  const weeks = Object.fromEntries(starters.people.map(({ person, week }) => [person.id, week]));
  expect(weeks).toMatchObject({ new: 4, over: null });
  expect(weeks).not.toHaveProperty('holder');
  for (const { done, begun, none } of starters.standards)
    expect(done + begun + none).toBe(starters.people.filter(({ week }) => week !== null).length);

  const before = await read(grace, '2026-11-19T12:00:00.000Z');
  expect(before.certificate.held).toEqual([]);
});

test('whoever is writing an observation is not told whether it is met', async () => {
  await beginObservation(service.db, tom, 'three-years', ['IP-01']);
  const is = async (viewer: Person) =>
    (await read(viewer)).levelThree.past.find(({ person }) => person.id === 'three-years')!.stands;
  expect(await is(tom)).toEqual({ is: 'hidden' });
  expect((await is(grace)).is).toBe('not-yet');
});
