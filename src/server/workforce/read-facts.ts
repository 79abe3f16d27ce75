import type { Person } from '#domain/access/person.ts';
import { describeFacts, notSaid, type DescribedFact } from '#domain/workforce/describe-facts.ts';
import { findPerson, listServices, listWorkforceRecordsOf, type Database } from '#db';
import { readWorkforceCodes } from '../content/read-workforce-codes.ts';
import { findSubject } from '../find-subject.ts';

/** What the workforce data set says of somebody at one workplace, in words. */
export interface WorkforceFacts {
  workplace: string;
  facts: DescribedFact[];
  importedAt: string;
  importedByName: string;
}

/**
 * Reads what was brought about somebody, for themselves and whoever may read their record, as far as it
 * had been at that time: of what was brought before, only the last is kept.
 */
export async function readWorkforceFacts(
  db: Database,
  viewer: Person,
  personId: string,
  at = new Date().toISOString(),
): Promise<WorkforceFacts[]> {
  if (!(await findSubject(db, viewer, 'read-record', personId))) return [];
  const records = (await listWorkforceRecordsOf(db, personId)).filter(
    ({ importedAt }) => importedAt <= at,
  );
  if (!records.length) return [];
  const [codes, services] = await Promise.all([readWorkforceCodes(), listServices(db)]);
  return Promise.all(
    records.map(async (record) => ({
      workplace:
        services.find(({ localEstId }) => localEstId === record.localEstId)?.name ??
        record.localEstId,
      facts: describeFacts(record, codes).filter(({ says }) => says !== notSaid),
      importedAt: record.importedAt,
      importedByName: (await findPerson(db, record.importedBy))?.name ?? 'Somebody',
    })),
  );
}
