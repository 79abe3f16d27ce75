import { may } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import { bearingOn, criteriaOf, type Criterion } from '#domain/certificate/criteria.ts';
import { standardsProgress, type StandardProgress } from '#domain/certificate/progress.ts';
import {
  standingBy,
  standingSignatures,
  type Signature,
} from '#domain/certificate/standing-signatures.ts';
import { nameEdition, officialCode } from '#domain/competency/editions.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import {
  listPeople,
  listSignatures,
  listSignedObservations,
  listTraining,
  type Database,
  type StoredObservation,
} from '#db';
import { readFrameworks } from '../content/read-frameworks.ts';
import { readTrainingSubjects } from '../content/read-training-subjects.ts';
import { hiddenFrom } from '../hidden-from.ts';
import { noteReading } from '../note-reading.ts';
import { listBearingAttempts, type BearingAttempt } from './list-bearing-attempts.ts';
import { findSubject } from '../find-subject.ts';

/** A signature with the names of those who gave it and took it back. */
export interface NamedSignature extends Signature {
  assessor: string;
  withdrawnBy: string | null;
}

/** A criterion with the signature that stands for it, and those that no longer do. */
export interface ReadCriterion extends Criterion {
  signature: NamedSignature | undefined;
  past: NamedSignature[];
}

/** An outcome with its criteria, the scenarios that support it and the observations that show it. */
export interface ReadOutcome {
  id: string;
  code: string | null;
  statement: string;
  criteria: ReadCriterion[];
  attempts: BearingAttempt[];
  /** Whether its scenarios are hidden, because the viewer is writing down what they saw. */
  hidden: boolean;
  observations: StoredObservation[];
}

/** A standard with how far it is. */
export interface ReadStandard extends StandardProgress {
  number: string;
  title: string;
  /** Whether its title was read in this edition. */
  sure: boolean;
  outcomes: ReadOutcome[];
}

/** Somebody's Care Certificate record. */
export interface ReadCertificate {
  person: Person;
  own: boolean;
  edition: string;
  standards: ReadStandard[];
  /** The day of the certificate they hold, as training records say. */
  heldSince: string | null;
  canSign: boolean;
}

/** Reads somebody's Care Certificate record as it stood at a time. */
export async function readCertificate(
  db: Database,
  viewer: Person,
  personId: string,
  at = new Date().toISOString(),
  now = at,
): Promise<Result<ReadCertificate, { code: 'not-found' }>> {
  const person = await findSubject(db, viewer, 'read-record', personId);
  if (!person) return refuse({ code: 'not-found' });
  await noteReading(db, viewer, personId, 'certificate', now);
  const [
    { certificate, competencies },
    { subjects },
    training,
    people,
    rows,
    observations,
    hidden,
  ] = await Promise.all([
    readFrameworks(),
    readTrainingSubjects(),
    listTraining(db, personId, at),
    listPeople(db),
    listSignatures(db, at, personId),
    listSignedObservations(db, personId, at),
    hiddenFrom(db, viewer),
  ]);
  const attempts = await listBearingAttempts(db, personId, certificate, at);
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const say = (id: string) => nameOf.get(id) ?? 'Somebody';
  const signatures = standingSignatures(
    rows.filter(({ edition }) => edition === certificate.edition),
  ).map((one) => ({
    ...one,
    assessor: say(one.assessorId),
    withdrawnBy: one.withdrawal && say(one.withdrawal.assessorId),
  }));
  const criteria = criteriaOf(certificate);
  const standing = standingBy(signatures) as Map<string, NamedSignature>;
  const corrected = new Set(observations.map(({ supersedes }) => supersedes));
  const standingSeen = observations.filter(({ id }) => !corrected.has(id));

  const standards = standardsProgress(criteria, standing).map((progress): ReadStandard => {
    const { title, sure, outcomes } = certificate.standards[progress.standard]!;
    const read = Object.entries(outcomes).map(([id, outcome]): ReadOutcome => {
      const bearing = bearingOn(competencies, id);
      return {
        id,
        code: officialCode(id, outcome),
        statement: outcome.statement,
        criteria: criteria
          .filter((one) => one.outcome === id)
          .map((one) => ({
            ...one,
            signature: standing.get(one.id),
            past: signatures.filter((past) => past.criterion === one.id && !past.stands),
          })),
        attempts: attempts.get(id) ?? [],
        hidden: bearing.some((competency) => hidden(personId, competency)),
        observations: standingSeen.filter((one) =>
          one.competencies.some((competency) => bearing.includes(competency)),
        ),
      };
    });
    return {
      ...progress,
      ...{ number: progress.standard, title, sure: sure === 'yes' },
      outcomes: read.map((one) => (one.hidden ? { ...one, attempts: [] } : one)),
    };
  });
  return ok({
    person,
    own: viewer.id === personId,
    edition: nameEdition(certificate),
    standards,
    heldSince:
      training.find(({ subject }) => subjects[subject]?.award === 'care-certificate')
        ?.completedOn ?? null,
    canSign: may(viewer, 'sign-certificate', person),
  });
}
