import { z } from 'zod';
import type { Person } from '#domain/access/person.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { londonDate } from '#domain/london-time.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { insertWitness, type Database } from '#db';
import { readFrameworks } from '../content/read-frameworks.ts';
import { malformed, toMalformed } from '../malformed.ts';
import { FormId, storeOnce } from '../store-once.ts';
import { findSubject } from '../find-subject.ts';

const WitnessForm = z.object({
  formId: FormId,
  relation: z.enum(['colleague', 'professional'], 'Choose who it was.'),
  witness: z
    .string()
    .trim()
    .min(3, 'Say what they do, such as “district nurse”.')
    .max(120, 'Use 120 characters or fewer.'),
  seenOn: z.iso.date('Give the day, month and year.'),
  competencies: z
    .array(z.string())
    .min(1, 'Choose what it is about: at least one.')
    .max(4, 'Choose 4 or fewer.'),
  words: z
    .string()
    .trim()
    .min(20, 'Write down what they saw: at least a sentence.')
    .max(4000, 'Use 4,000 characters or fewer.'),
});

/**
 * Keeps what a colleague or another professional saw somebody do, as they told it to an observer. It
 * stands beside the evidence as a source of its own and never counts towards any state.
 */
export async function recordWitness(
  db: Database,
  observer: Person,
  personId: string,
  body: unknown,
  at = new Date().toISOString(),
): Promise<Result<void, Malformed | { code: 'not-found' }>> {
  if (!(await findSubject(db, observer, 'record-witness', personId)))
    return refuse({ code: 'not-found' });
  const parsed = WitnessForm.safeParse(body);
  if (!parsed.success) return refuse(toMalformed(parsed.error));
  const { formId, ...says } = parsed.data;
  const known = (await readFrameworks()).competencies.competencies;
  if (!says.competencies.every((id) => Object.hasOwn(known, id)))
    return refuse(malformed('competencies', 'Choose from the list.'));
  if (says.seenOn > londonDate(at))
    return refuse(malformed('seenOn', 'Nobody can have seen this in the future. Check the day.'));
  await storeOnce(formId, { personId, ...says }, (id) =>
    insertWitness(db, { id, personId, recordedBy: observer.id, ...says, at }),
  );
  return ok(undefined);
}
