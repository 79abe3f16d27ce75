import { may, organisation, reaches } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { listPeople, type Database, type Service } from '#db';
import { listOwnServices } from './choose-service.ts';

/** A service as its managers see it: who works there now. */
export interface Place extends Service {
  people: Pick<Person, 'id' | 'name' | 'role'>[];
}

/** The services of a manager. Whoever is everywhere may add to them and change what they are called. */
export async function readPlaces(
  db: Database,
  viewer: Person,
): Promise<Result<{ places: Place[]; changes: boolean }, { code: 'not-found' }>> {
  if (!may(viewer, 'manage-services')) return refuse({ code: 'not-found' });
  const [services, people] = await Promise.all([listOwnServices(db, viewer), listPeople(db)]);
  const present = people.filter((one) => !one.leftAt && reaches(viewer, one));
  return ok({
    places: services.map((service) => ({
      ...service,
      people: present
        .filter((one) => one.services.includes(service.id))
        .map(({ id, name, role }) => ({ id, name, role })),
    })),
    changes: may(viewer, 'manage-services', organisation),
  });
}
