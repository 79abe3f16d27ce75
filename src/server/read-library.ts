import { may } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { countReached, measureCoverage, type Covered } from '#domain/scenario/coverage.ts';
import { shelve, type Shelved } from '#domain/scenario/shelve.ts';
import type { Level } from '#domain/scenario/words.ts';
import { currentHashes, type Database } from '#db';
import { loadVersion } from './content/load-version.ts';
import { readFrameworks } from './content/read-frameworks.ts';
import { readPolicy } from './content/read-policy.ts';

export interface Library {
  /** Every scenario in force, drafts last. */
  scenarios: Shelved[];
  /** Every competency, in the order of the map. */
  covered: Covered[];
  /** For how many competencies there is enough to reach each level. */
  reached: Record<Level, number>;
  /** The policy that this is measured by, with the rule of each level as a sentence. */
  policy: { version: string; rules: Record<Level, string> };
}

/** Reads every scenario in force and what they cover together. Not found for those who only play. */
export async function readLibrary(
  db: Database,
  viewer: Person,
): Promise<Result<Library, { code: 'not-found' }>> {
  if (!may(viewer, 'read-library')) return refuse({ code: 'not-found' });
  const [current, frameworks, policy] = await Promise.all([
    currentHashes(db),
    readFrameworks(),
    readPolicy(db),
  ]);
  const versions = await Promise.all([...current.values()].map((hash) => loadVersion(db, hash)));
  const { competencies } = frameworks.competencies;
  const coverage = measureCoverage(versions, policy, Object.keys(competencies));
  const at = (id: string, level: Level) =>
    coverage.find((one) => one.competency === id && one.level === level)!;
  return ok({
    scenarios: shelve(versions),
    covered: Object.entries(competencies).map(([id, { title, risk }]) => ({
      id,
      title,
      risk,
      levels: { 2: at(id, 2), 3: at(id, 3) },
    })),
    reached: countReached(coverage),
    policy: {
      version: policy.version,
      rules: { 2: policy.levels[2].rule, 3: policy.levels[3].rule },
    },
  });
}
