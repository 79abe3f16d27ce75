import { may } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import type { Evidence } from '#domain/evidence/evidence.ts';
import { foldProfile, type CompetencyStanding } from '#domain/profile/fold-profile.ts';
import type { Policy } from '#domain/profile/policy.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import {
  findPerson,
  listAttemptsOf,
  findMovesById,
  listPeople,
  listSignedObservations,
  readRecord,
  type Database,
  type StoredObservation,
} from '#db';
import { loadVersion } from './content/load-version.ts';
import { readFrameworks } from './content/read-frameworks.ts';
import { readPolicy } from './content/read-policy.ts';
import { hiddenFrom } from './hidden-from.ts';
import { noteReading } from './note-reading.ts';

/** A line of evidence with the decision behind it in words. */
export interface ShownEvidence extends Evidence {
  scenario: string;
  versionHash: string;
  status: 'draft' | 'provisional' | 'reviewed';
  sceneTitle: string;
  chose: string;
  why: string;
}

/** Everything behind where one competency of one person stands. */
export interface ReadStanding {
  person: Person;
  own: boolean;
  competency: {
    id: string;
    title: string;
    about: string;
    risk: string;
    seen: string;
    anchors: Record<string, string>;
  };
  standing: CompetencyStanding;
  evidence: ShownEvidence[];
  /** Decisions left out because they also bear on what the reader is observing now. */
  withheld: number;
  observations: (StoredObservation & { observer: string; entrustment: number })[];
  policy: Policy;
}

/** Opens a state down to its rule, its evidence and its observations. */
export async function readStanding(
  db: Database,
  viewer: Person,
  personId: string,
  competencyId: string,
  at = new Date().toISOString(),
): Promise<
  Result<ReadStanding, { code: 'not-found' } | { code: 'hidden'; person: Person; title: string }>
> {
  const { competencies } = await readFrameworks();
  const known = competencies.competencies;
  // A name that every object has is no competency.
  const competency = Object.hasOwn(known, competencyId) ? known[competencyId] : undefined;
  if (!competency || !may(viewer, 'read-record', personId)) return refuse({ code: 'not-found' });
  const person = await findPerson(db, personId);
  if (!person) return refuse({ code: 'not-found' });
  const hidden = await hiddenFrom(db, viewer);
  if (hidden(personId, competencyId))
    return refuse({ code: 'hidden', person, title: competency.title });
  await noteReading(db, viewer, personId, `competency ${competencyId}`, at);
  const [record, policy, people, observations, attempts] = await Promise.all([
    readRecord(db, personId),
    readPolicy(),
    listPeople(db),
    listSignedObservations(db, personId),
    listAttemptsOf(db, personId),
  ]);
  const [standing] = foldProfile(record, policy, at, [competencyId]);
  // Why a choice was sound or not is told once the attempt is over: earlier it would steer the rest of
  // it. Harm is told at once, since it raises a concern at once, and every state opens to its evidence.
  const about = record.evidence.filter(
    (row) => row.competency === competencyId && (row.finishedAt !== null || row.harmful),
  );
  const evidence = await showEvidence(db, about, attempts, (one) => hidden(personId, one));
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const { title, about: says, risk, seen, anchors } = competency;
  return ok({
    person,
    own: viewer.id === personId,
    competency: { id: competencyId, title, about: says, risk, seen, anchors },
    standing: standing!,
    evidence,
    withheld: about.length - evidence.length,
    observations: observations.flatMap((one) => {
      const rating = one.ratings.find((each) => each.competency === competencyId);
      return rating
        ? [
            {
              ...one,
              observer: nameOf.get(one.observerId) ?? 'Somebody',
              entrustment: rating.entrustment,
            },
          ]
        : [];
    }),
    policy,
  });
}

/** Evidence with its decisions in words; without those that bear on something hidden from the reader. */
async function showEvidence(
  db: Database,
  rows: Evidence[],
  attempts: Awaited<ReturnType<typeof listAttemptsOf>>,
  isHidden: (competency: string) => boolean,
): Promise<ShownEvidence[]> {
  const moves = await findMovesById(
    db,
    rows.map((row) => row.moveId),
  );
  const shown = await Promise.all(
    rows.map(async (row): Promise<ShownEvidence | undefined> => {
      const attempt = attempts.find((one) => one.id === row.attemptId)!;
      const { scenario } = await loadVersion(db, attempt.versionHash);
      const move = moves.get(row.moveId)!;
      const scene = scenario.scenes[move.scene]!;
      if (scene.decision!.competencies.some(isHidden)) return undefined;
      const option = scene.decision!.options[move.choice]!;
      return {
        ...row,
        scenario: scenario.title,
        versionHash: attempt.versionHash,
        status: scenario.status,
        sceneTitle: scene.title,
        chose: option.text,
        why: option.key.why,
      };
    }),
  );
  return shown.filter((row) => row !== undefined);
}
