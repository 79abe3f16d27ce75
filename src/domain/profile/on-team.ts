import type { Person } from '../access/person.ts';
import type { Record } from '../evidence/evidence.ts';

/**
 * Whether somebody belongs among those whose competence is looked after: who gives care, is here to
 * learn, or has a record. A job title hides nobody.
 */
export const isOnTeam = (
  { role }: Pick<Person, 'role'>,
  givesCare: boolean,
  record: Pick<Record, 'evidence' | 'seen'> | undefined,
): boolean =>
  givesCare ||
  role === 'worker' ||
  (record !== undefined && (record.evidence.length > 0 || record.seen.length > 0));
