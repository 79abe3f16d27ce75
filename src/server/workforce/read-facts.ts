import type { Person } from '#domain/access/person.ts';
import { describeFacts, notSaid, type DescribedFact } from '#domain/workforce/describe-facts.ts';
import { findPerson, findWorkforceRecord, type Database } from '#db';
import { readWorkforceCodes } from '../content/read-workforce-codes.ts';
import { findSubject } from '../find-subject.ts';

/** What the workforce data set says of somebody, in words. */
export interface WorkforceFacts {
  facts: DescribedFact[];
  importedAt: string;
  importedByName: string;
}

/**
 * Reads what was brought about somebody, for themselves and whoever may read their record. Nothing
 * where nothing was, or it was not yet at that time: of what was brought before, only the last is kept.
 */
export async function readWorkforceFacts(
  db: Database,
  viewer: Person,
  personId: string,
  at = new Date().toISOString(),
): Promise<WorkforceFacts | undefined> {
  if (!(await findSubject(db, viewer, 'read-record', personId))) return undefined;
  const record = await findWorkforceRecord(db, personId);
  if (!record || record.importedAt > at) return undefined;
  const [codes, importer] = await Promise.all([
    readWorkforceCodes(),
    findPerson(db, record.importedBy),
  ]);
  return {
    facts: describeFacts(record, codes).filter(({ says }) => says !== notSaid),
    importedAt: record.importedAt,
    importedByName: importer?.name ?? 'Somebody',
  };
}
