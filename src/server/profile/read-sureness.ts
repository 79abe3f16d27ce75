import type { Person } from '#domain/access/person.ts';
import {
  compareSureness,
  type ComparedSureness,
  type NamedSureness,
} from '#domain/policy/compare-sureness.ts';
import { listSaidSure, type Database } from '#db';
import { loadVersion } from '../content/load-version.ts';
import { readPolicy } from '../content/read-policy.ts';
import { hiddenFrom } from '../hidden-from.ts';
import { findSubject } from '../find-subject.ts';

/**
 * How sure somebody was beside how sound they chose, as of a time (method §8). Nothing of it is in any
 * state. What an observer may not see now is left out.
 */
export async function readSureness(
  db: Database,
  viewer: Person,
  personId: string,
  at = new Date().toISOString(),
): Promise<ComparedSureness<NamedSureness> | null> {
  if (!(await findSubject(db, viewer, 'read-record', personId))) return null;
  const [policy, said, hidden] = await Promise.all([
    readPolicy(db, at),
    listSaidSure(db, personId, at),
    hiddenFrom(db, viewer),
  ]);
  const shown = said.filter(
    ({ competencies }) => !competencies.some((one) => hidden(personId, one)),
  );
  const named = await Promise.all(
    shown.map(async (one): Promise<NamedSureness> => {
      const { scenario } = await loadVersion(db, one.versionHash, one.form);
      const sceneTitle = scenario.scenes[one.scene]!.title;
      return { ...one, scenario: scenario.title, sceneTitle };
    }),
  );
  return compareSureness(named, policy);
}
