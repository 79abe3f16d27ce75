import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstServiceId, insertPerson } from '#db';
import type { Person } from '#domain/access/person.ts';
import { readProfile } from '#server/profile/read-profile.ts';
import { readTeam } from '#server/profile/read-team.ts';
import { begin, sign } from '../support/observing.ts';
import { freshService, ways, type TestService } from '../support/service.ts';
import { soundInput } from '../support/sound-scenario.ts';

let service: TestService;
let grace: Person;
let made = 0;

beforeAll(async () => {
  service = await freshService({
    hall: soundInput(),
    landing: {
      ...soundInput(),
      title: 'On the landing',
      status: 'reviewed',
      reviews: [{ name: 'Rue Viewer', role: 'Nurse', on: '2026-01-05' }],
    },
  });
  grace = await service.add('grace', 'manager');
});
afterAll(() => service.remove());

/** Somebody whose job, by its category, is no direct care. */
async function officeStaff(role: Person['role']): Promise<Person> {
  const username = `office.${(made += 1)}`;
  const id = `${username}-id`;
  const person = {
    id,
    username,
    name: username,
    role,
    category: 'CWP-RM',
    startedOn: '2026-01-05',
    services: [firstServiceId],
    everywhere: false,
  };
  const credential = { passwordHash: 'none', temporary: false };
  await insertPerson(service.db, person, credential, { by: null, at: '2026-01-05T09:00:00.000Z' });
  return person;
}

const teamOf = async () => {
  const read = await readTeam(service.db, grace);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
};
const isListed = async ({ id }: Person) => {
  const { rows, others } = await teamOf();
  return [rows, others].map((people) => people.some(({ person }) => person.id === id));
};
const inTable = [true, false];
const amongOthers = [false, true];

test('whoever is here to learn is in the table, whatever their job is called', async () => {
  expect(await isListed(await officeStaff('worker'))).toEqual(inTable);
  expect((await teamOf()).categories.map(({ id }) => id)).toContain('CWP-RM');
});

test('a manager or assessor is among the others until there is a record of them', async () => {
  const played = await officeStaff('manager');
  const watched = await officeStaff('assessor');
  expect([await isListed(played), await isListed(watched)]).toEqual([amongOthers, amongOthers]);
  await service.play(played, await service.begin(played), ways.sound);
  await sign(service.db, grace, await begin(service.db, grace, watched));
  expect([await isListed(played), await isListed(watched)]).toEqual([inTable, inTable]);
});

test('a state that rests on a key that is not reviewed says so; one that does not, does not', async () => {
  const shown = async (slug: string) => {
    const worker = await service.add(`plays.${slug}`);
    await service.play(worker, await service.begin(worker, slug), ways.sound);
    const row = (await teamOf()).rows.find(({ person }) => person.id === worker.id)!;
    const cell = row.cells.find(({ competency }) => competency === 'IP-01')!;
    const profile = await readProfile(service.db, grace, worker.id);
    const line = profile.ok && profile.value.lines.find(({ id }) => id === 'IP-01');
    return [!cell.hidden && cell.provisional, line && !line.hidden && line.provisional];
  };
  expect(await shown('hall')).toEqual([true, true]);
  expect(await shown('landing')).toEqual([false, false]);
});

test('a profile names what is left to play, and says when nothing is', async () => {
  const worker = await service.add('plays.both');
  const next = async () => {
    const profile = await readProfile(service.db, worker, worker.id);
    const line = profile.ok && profile.value.lines.find(({ id }) => id === 'IP-01');
    return line && !line.hidden ? line.leading.next.text : '';
  };
  await service.play(worker, await service.begin(worker, 'hall'), ways.sound);
  expect(await next()).toMatch(/^Play “On the landing”\./);
  const second = await service.begin(worker, 'landing');
  expect(await next()).toMatch(/^Finish “On the landing”\./);
  await service.play(worker, second, ways.sound);
  expect(await next()).toContain('No scenario on this is left to play');
});
