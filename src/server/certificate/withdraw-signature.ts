import { z } from 'zod';
import type { Person } from '#domain/access/person.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { standingSignatures } from '#domain/certificate/standing-signatures.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { insertSignatures, listSignatures, type Database } from '#db';
import { toMalformed } from '../malformed.ts';
import { FormId, storeOnce } from '../store-once.ts';
import { findSubject } from '../find-subject.ts';

const WithdrawForm = z.object({
  formId: FormId,
  signatureId: z.string(),
  words: z
    .string()
    .trim()
    .min(10, 'Say why the signature is taken back: a sentence.')
    .max(2000, 'Use 2,000 characters or fewer.'),
});

/**
 * Takes back a signature, with the reason. The signature itself is never edited: the withdrawal is a
 * row of its own, and the record of an earlier day still shows what stood then.
 */
export async function withdrawSignature(
  db: Database,
  assessor: Person,
  personId: string,
  body: unknown,
  at = new Date().toISOString(),
): Promise<Result<void, Malformed | { code: 'not-found' }>> {
  if (!(await findSubject(db, assessor, 'sign-certificate', personId)))
    return refuse({ code: 'not-found' });
  const parsed = WithdrawForm.safeParse(body);
  if (!parsed.success) return refuse(toMalformed(parsed.error));
  const { formId, signatureId, words } = parsed.data;
  const signatures = standingSignatures(await listSignatures(db, at, personId));
  const signature = signatures.find(({ id }) => id === signatureId);
  if (!signature) return refuse({ code: 'not-found' });
  // Taken back already, by this form or another: it is as was asked.
  if (signature.withdrawal) return ok(undefined);
  const { edition, criterion, kind, observationId } = signature;
  await storeOnce(formId, { signatureId, words }, (id) =>
    insertSignatures(db, [
      {
        ...{ id, personId, edition, criterion, kind, observationId, words, at },
        assessorId: assessor.id,
        withdraws: signatureId,
      },
    ]),
  );
  return ok(undefined);
}
