import type { Person } from '#domain/access/person.ts';
import { attemptsAsOf } from '#domain/attempt/attempts-as-of.ts';
import type { Record as WorkerRecord } from '#domain/evidence/evidence.ts';
import { asOf } from '#domain/profile/as-of.ts';
import { foldProfile, type CompetencyStanding } from '#domain/profile/fold-profile.ts';
import type { Policy } from '#domain/profile/policy.ts';
import { listAttemptsOf, readRecord, type Database } from '#db';
import { readFrameworks } from '../content/read-frameworks.ts';
import { readPolicy } from '../content/read-policy.ts';
import { readOffered, type Played } from './read-offered.ts';

/** Where one person stands, with everything that it was folded from, as of a time. */
export interface FoldedPerson {
  /** The record as it stood then. */
  record: WorkerRecord;
  policy: Policy;
  played: Played[];
  standings: CompetencyStanding[];
}

/** Folds one person's profile at a time: every competency of the map, or only those named. */
export async function foldPerson(
  db: Database,
  { id }: Pick<Person, 'id'>,
  at: string,
  only?: readonly string[],
): Promise<FoldedPerson> {
  const [whole, policy, all, { competencies }] = await Promise.all([
    readRecord(db, id),
    readPolicy(db, at),
    listAttemptsOf(db, id),
    readFrameworks(),
  ]);
  const record = asOf(whole, at);
  const { played, ...offered } = await readOffered(db, id, attemptsAsOf(all, at), record, at);
  const names = only ?? Object.keys(competencies.competencies);
  return { record, policy, played, standings: foldProfile(record, policy, at, names, offered) };
}
