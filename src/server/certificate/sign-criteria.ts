import { randomUUIDv7 } from 'node:crypto';
import { z } from 'zod';
import type { Person } from '#domain/access/person.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { bearingOn, criteriaOf, type Criterion } from '#domain/certificate/criteria.ts';
import { standingBy, standingSignatures } from '#domain/certificate/standing-signatures.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import {
  findCorrection,
  findObservation,
  insertSignatures,
  listSignatures,
  type Database,
} from '#db';
import { readFrameworks } from '../content/read-frameworks.ts';
import { inTurn } from '../in-turn.ts';
import { malformed, toMalformed } from '../malformed.ts';
import { FormId, storeOnce } from '../store-once.ts';
import { findSubject } from '../find-subject.ts';

const SignForm = z.object({
  formId: FormId,
  criteria: z.array(z.string()).min(1, 'Choose what you sign for: at least one.'),
  observationId: z.string().default(''),
  words: z.string().trim().max(2000, 'Use 2,000 characters or fewer.').default(''),
});

/**
 * Signs for criteria of somebody's Care Certificate record, all of one kind: knowledge on what the
 * worker told or explained, practice only on a signed observation of that worker which bears on it.
 */
export async function signCriteria(
  db: Database,
  assessor: Person,
  personId: string,
  body: unknown,
  at = new Date().toISOString(),
): Promise<Result<void, Malformed | { code: 'not-found' }>> {
  if (!(await findSubject(db, assessor, 'sign-certificate', personId)))
    return refuse({ code: 'not-found' });
  const parsed = SignForm.safeParse(body);
  if (!parsed.success) return refuse(toMalformed(parsed.error));
  const { formId, words, observationId } = parsed.data;
  const { certificate, competencies } = await readFrameworks();
  const wanted = new Set(parsed.data.criteria);
  const chosen = criteriaOf(certificate).filter(({ id }) => wanted.has(id));
  const [kind, other] = new Set(chosen.map((one) => one.kind));
  if (!kind || chosen.length < wanted.size)
    return refuse(malformed('criteria', 'Choose criteria of the current edition.'));
  if (other)
    return refuse(
      malformed('criteria', 'Sign for what was explained and for what was seen apart.'),
    );
  if (kind === 'knowledge' && words.length < 10)
    return refuse(malformed('words', 'Say how they showed it: what you asked and what they said.'));
  const bears = (criterion: Criterion) => bearingOn(competencies, criterion.outcome);
  const wrong =
    kind === 'practice'
      ? await whyNotShown(db, personId, observationId, chosen.map(bears), at)
      : '';
  if (wrong) return refuse(malformed('observationId', wrong));

  return inTurn(`certificate ${personId}`, async () => {
    const rows = await listSignatures(db, at, personId);
    const standing = standingBy(standingSignatures(rows));
    const criteria = chosen.map(({ id }) => id);
    // Signed again after it was taken back, in the same words, it is a new signature.
    const before = rows.filter(({ criterion }) => wanted.has(criterion)).length;
    const says = { personId, criteria, kind, observationId, words, before };
    const signed = chosen.filter(({ id }) => standing.has(id));
    // Sent twice by the same form, it is done already, and answered so.
    if (signed.length && signed.some(({ id }) => standing.get(id)!.assessorId !== assessor.id))
      return refuse(malformed('criteria', `Signed already: ${signed[0]!.statement}.`));
    const open = chosen.filter(({ id }) => !standing.has(id));
    if (!open.length) return ok(undefined);
    await storeOnce(formId, says, (first) =>
      insertSignatures(
        db,
        open.map(({ id: criterion }, index) => ({
          id: index === 0 ? first : randomUUIDv7(),
          ...{ personId, edition: certificate.edition, criterion, kind, words, at },
          assessorId: assessor.id,
          observationId: kind === 'practice' ? observationId : null,
          withdraws: null,
        })),
      ),
    );
    return ok(undefined);
  });
}

/** Why an observation does not show practice of a person for criteria, or an empty text. */
async function whyNotShown(
  db: Database,
  personId: string,
  observationId: string,
  bearing: readonly string[][],
  at: string,
): Promise<string> {
  if (!observationId)
    return 'Choose the signed observation that shows it. Practice is signed for only where it was seen.';
  const observation = await findObservation(db, observationId);
  if (observation?.personId !== personId || !observation.signedAt || observation.signedAt > at)
    return 'Choose a signed observation of this person.';
  if (await findCorrection(db, observationId))
    return 'This observation was corrected. Choose the one that stands now.';
  const seen = new Set(observation.competencies);
  return bearing.every((competencies) => competencies.some((one) => seen.has(one)))
    ? ''
    : 'This observation is about something else. Choose one that bears on what you sign for.';
}
