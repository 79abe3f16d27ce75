import { randomUUIDv7 } from 'node:crypto';
import type { NewStaff, StaffPlan } from '#domain/workforce/plan-staff.ts';
import type { SettledStaff } from '#domain/workforce/settle-staff.ts';
import type { StaffWrite, StoredWorkforceRecord } from '#db';

/** Turns what was settled about a staff file into the rows that it writes. */
export function toWrite(
  { changed }: Pick<StaffPlan, 'changed'>,
  { add, link }: Pick<SettledStaff, 'add' | 'link'>,
  { by, at }: { by: string; at: string },
): StaffWrite {
  const record = (
    personId: string,
    { row, facts }: Pick<NewStaff, 'row' | 'facts'>,
  ): StoredWorkforceRecord => ({
    ...{ personId, localEstId: row.localEstId, uniqueWorkerId: row.uniqueWorkerId },
    ...facts,
    ...{ importedBy: by, importedAt: at },
  });
  const join = (personId: string, { service }: NewStaff) => ({
    ...{ id: randomUUIDv7(), personId, serviceId: service.id },
  });
  const added = add.map((line) => ({ id: randomUUIDv7(), line }));
  return {
    people: added.map(({ id, line }) => ({
      ...{ id, username: line.username, name: line.facts.displayId, role: 'worker' },
      ...{ category: line.category, startedOn: line.startedOn },
    })),
    memberships: [
      ...added.map(({ id, line }) => join(id, line)),
      ...link
        .filter(({ line, person }) => !person.services.includes(line.service.id))
        .map(({ line, person }) => join(person.id, line)),
    ],
    records: [
      ...added.map(({ id, line }) => record(id, line)),
      ...link.map(({ line, person }) => record(person.id, line)),
    ],
    changes: changed.map((line) => record(line.person.id, line)),
  };
}
