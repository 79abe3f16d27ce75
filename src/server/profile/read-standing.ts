import { whyOf } from '#domain/attempt/explain-options.ts';
import { sayAnswer } from '#domain/attempt/tell-answer.ts';
import { saySignedIn } from '#domain/access/signed-in.ts';
import type { Person } from '#domain/access/person.ts';
import type { Evidence } from '#domain/evidence/evidence.ts';
import type { ConcernStep } from '#domain/profile/concern-steps.ts';
import type { Concern } from '#domain/profile/find-concerns.ts';
import type { CompetencyStanding } from '#domain/profile/fold-profile.ts';
import type { Policy } from '#domain/profile/policy.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import {
  findPerson,
  findMovesById,
  listPeople,
  listSignedObservations,
  nameTablets,
  type Database,
  type StoredObservation,
} from '#db';
import { readFrameworks } from '../content/read-frameworks.ts';
import { hiddenFrom } from '../hidden-from.ts';
import { noteReading } from '../note-reading.ts';
import { foldPerson } from './fold-person.ts';
import { readStepOwners } from './own-steps.ts';
import type { Played } from './read-offered.ts';
import { findSubject } from '../find-subject.ts';

/** A line of evidence with the decision behind it in words: told once its attempt has ended. */
export interface ShownEvidence extends Evidence {
  finishedAt: string;
  scenario: string;
  status: 'draft' | 'provisional' | 'reviewed';
  /** How its worker had signed in, in words. */
  signedIn: string;
  sceneTitle: string;
  chose: string;
  why: string;
}

/** A concern; what was chosen is told with the rest, once the attempt has ended. */
export interface ShownConcern extends Concern {
  /** Its three steps, each with its day and whose it is. */
  steps: ConcernStep[];
  scenario: string;
  choice: ShownEvidence | undefined;
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
  concerns: ShownConcern[];
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
  now = at,
): Promise<
  Result<ReadStanding, { code: 'not-found' } | { code: 'hidden'; person: Person; title: string }>
> {
  const { competencies } = await readFrameworks();
  const known = competencies.competencies;
  // A name that every object has is no competency.
  const competency = Object.hasOwn(known, competencyId) ? known[competencyId] : undefined;
  if (!competency || !(await findSubject(db, viewer, 'read-record', personId)))
    return refuse({ code: 'not-found' });
  const person = await findPerson(db, personId);
  if (!person) return refuse({ code: 'not-found' });
  const hidden = await hiddenFrom(db, viewer);
  if (hidden(personId, competencyId))
    return refuse({ code: 'hidden', person, title: competency.title });
  await noteReading(db, viewer, personId, `competency ${competencyId}`, now);
  const [{ record, policy, played, standings }, people, observations] = await Promise.all([
    foldPerson(db, person, at, [competencyId]),
    listPeople(db),
    listSignedObservations(db, personId, at),
  ]);
  const [standing] = standings;
  const evidence = await showEvidence(
    db,
    record.evidence.filter((row) => row.competency === competencyId),
    played,
  );
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? 'Somebody';
  const stepsOf = await readStepOwners(db, person, competencyId, at, nameOf);
  const { title, about: says, risk, seen, anchors } = competency;
  return ok({
    person,
    own: viewer.id === personId,
    competency: { id: competencyId, title, about: says, risk, seen, anchors },
    standing: standing!,
    evidence,
    concerns: standing!.leading.concerns.map((concern) => ({
      ...concern,
      steps: stepsOf(concern),
      scenario: versionOf(played, concern.evidence).scenario.title,
      choice: evidence.find(({ id }) => id === concern.evidence.id),
    })),
    observations: observations.flatMap((one) => {
      const rating = one.ratings.find((each) => each.competency === competencyId);
      return rating
        ? [
            {
              ...one,
              observer: nameOf(one.observerId),
              entrustment: rating.entrustment,
            },
          ]
        : [];
    }),
    policy,
  });
}

const playedIn = (played: readonly Played[], { attemptId }: Evidence): Played =>
  played.find(({ attempt }) => attempt.id === attemptId)!;

const versionOf = (played: readonly Played[], row: Evidence): Played['version'] =>
  playedIn(played, row).version;

/**
 * The evidence of finished attempts, with its decisions in words. Earlier, what was chosen and why it
 * was sound or not would steer the rest of the attempt.
 */
async function showEvidence(
  db: Database,
  evidence: readonly Evidence[],
  played: readonly Played[],
): Promise<ShownEvidence[]> {
  const rows = evidence.flatMap((row) =>
    row.finishedAt === null ? [] : [{ ...row, finishedAt: row.finishedAt }],
  );
  const wayOf = (row: Evidence) => playedIn(played, row).attempt.signedIn;
  const [moves, tablets] = await Promise.all([
    findMovesById(
      db,
      rows.map((row) => row.moveId),
    ),
    nameTablets(
      db,
      rows.map((row) => wayOf(row).deviceId),
    ),
  ]);
  return rows.map((row) => {
    const { scenario } = versionOf(played, row);
    const move = moves.get(row.moveId)!;
    const scene = scenario.scenes[move.scene]!;
    const decision = scene.decision!;
    return {
      ...row,
      scenario: scenario.title,
      status: scenario.status,
      signedIn: saySignedIn(wayOf(row), tablets),
      sceneTitle: scene.title,
      chose: sayAnswer(decision, move.choice, move.words),
      why: whyOf(decision, move.choice, move.worldBefore),
    };
  });
}
