import { reaches } from '#domain/access/permissions.ts';
import type { Actor, Person } from '#domain/access/person.ts';
import type { Record as WorkerRecord } from '#domain/evidence/evidence.ts';
import { asOf } from '#domain/profile/as-of.ts';
import { foldProfile, type CompetencyStanding } from '#domain/profile/fold-profile.ts';
import { isOnTeam } from '#domain/profile/on-team.ts';
import { listOpenings } from '#domain/profile/openings.ts';
import type { Policy } from '#domain/profile/policy.ts';
import { listAllKeysRead, listAttemptFacts, listPeople, readRecords, type Database } from '#db';
import { listPlayable, loadVersion } from '../content/load-version.ts';
import { readFrameworks } from '../content/read-frameworks.ts';
import { readPolicy } from '../content/read-policy.ts';
import { listUnreviewed } from '../list-unreviewed.ts';

/** Everybody at the services of a reader and where they stand, as of a time. */
export interface FoldedTeam {
  /** Everybody there was then, at any service and leavers too, by name: so that each can be named. */
  people: Person[];
  /** Those of them who work where the reader does and had not left. */
  present: Person[];
  /** Those of these whose competence is looked after. */
  team: Person[];
  policy: Policy;
  frameworks: Awaited<ReturnType<typeof readFrameworks>>;
  /** What there was of each then, of whom there was anything. */
  records: Map<string, WorkerRecord>;
  /** Where somebody stands in every competency of the map: folded when first asked for, then kept. */
  standingsOf(personId: string): CompetencyStanding[];
}

/** Reads everybody at once: the same number of queries however many there are. Another policy may be tried. */
export async function foldTeam(
  db: Database,
  reader: Actor,
  at: string,
  tried?: Policy,
): Promise<FoldedTeam> {
  const [people, whole, frameworks, inForce, attempts, playable, keysRead] = await Promise.all([
    listPeople(db, at),
    readRecords(db),
    readFrameworks(),
    readPolicy(db, at),
    listAttemptFacts(db, at),
    listPlayable(db, at),
    listAllKeysRead(db, at),
  ]);
  const policy = tried ?? inForce;
  const records = new Map([...whole].map(([id, record]) => [id, asOf(record, at)]));
  const unreviewed = await listUnreviewed(
    db,
    [...records.values()].flatMap(({ evidence }) => evidence),
  );
  const versions = await Promise.all(
    attempts.map(({ versionHash, form }) => loadVersion(db, versionHash, form)),
  );
  const played = Map.groupBy(
    attempts.map((attempt, index) => ({ attempt, version: versions[index]! })),
    ({ attempt }) => attempt.personId,
  );
  const competencies = Object.keys(frameworks.competencies.competencies);
  const kept = new Map<string, CompetencyStanding[]>();
  const fold = (personId: string): CompetencyStanding[] => {
    const known = keysRead.get(personId);
    const open = known ? playable.filter(({ slug }) => !known.has(slug)) : playable;
    const openings = listOpenings(open, played.get(personId) ?? []);
    const record = records.get(personId) ?? nothing;
    return foldProfile(record, policy, at, competencies, { openings, unreviewed });
  };
  const { categories } = frameworks.roles;
  const present = people.filter((one) => (!one.leftAt || one.leftAt > at) && reaches(reader, one));
  return {
    people,
    present,
    team: present.filter((person) =>
      isOnTeam(
        person,
        categories[person.category]?.['direct-care'] ?? false,
        records.get(person.id),
      ),
    ),
    policy,
    frameworks,
    records,
    standingsOf(personId) {
      const standings = kept.get(personId) ?? fold(personId);
      kept.set(personId, standings);
      return standings;
    },
  };
}

const nothing: WorkerRecord = { evidence: [], seen: [], debriefed: [], discussed: [] };
