import { reaches } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import { londonDate } from '#domain/london-time.ts';
import type { KnownStaff } from '#domain/workforce/plan-staff.ts';
import { listPeople, listServices, listWorkforceRecords, type Database } from '#db';
import { readWorkforceCodes } from '../content/read-workforce-codes.ts';

/** Gathers what a staff file is matched with, as far as a manager may act on it. */
export async function gatherKnown(db: Database, manager: Person, at: string): Promise<KnownStaff> {
  const [services, people, records, codes] = await Promise.all([
    listServices(db),
    listPeople(db),
    listWorkforceRecords(db),
    readWorkforceCodes(),
  ]);
  return {
    services: services.filter(({ id }) => manager.services.includes(id)),
    people: people.map((person) => ({
      id: person.id,
      name: person.name,
      username: person.username,
      services: person.services,
      left: Boolean(person.leftAt),
      reached: reaches(manager, person),
    })),
    ...{ records, codes, today: londonDate(at) },
  };
}
