import { z } from 'zod';
import { allowsWords, consents, type Consent } from './consent.ts';
import { tasks, type Task } from './tasks.ts';

// Not coerced from just anything: a ticked box must not read as "watch only".
const Entrustment = z.union([
  z.int().min(1).max(5),
  z
    .string()
    .regex(/^[1-5]$/)
    .transform(Number),
]);

/** What an observer signs: when, where, what task, what was seen, and how far they would trust. */
export const SignedForm = z.object({
  observedOn: z.iso.date('Give the day, month and year.'),
  observedTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give the time, such as 09:30.'),
  place: z.string().trim().min(2, 'Say where it was.').max(120, 'Use 120 characters or fewer.'),
  task: z.enum(Object.keys(tasks) as [Task, ...Task[]], 'Choose what kind of task it was.'),
  seen: z
    .string()
    .trim()
    .min(20, 'Write what you saw: at least a sentence. It is the record.')
    .max(6000, 'Use 6,000 characters or fewer.'),
  personSaid: z.string().trim().max(2000, 'Use 2,000 characters or fewer.').default(''),
  consent: z
    .enum(['', ...(Object.keys(consents) as Consent[])], 'Choose one of the answers.')
    .default(''),
});
export type SignedForm = z.infer<typeof SignedForm>;

/**
 * Why the words of the person supported cannot be kept as given, or nothing: they are kept only where
 * they, or who speaks for them, agreed.
 */
export function whyNotKept({
  personSaid,
  consent,
}: Pick<SignedForm, 'personSaid' | 'consent'>): string | undefined {
  if (!personSaid || allowsWords(consent)) return undefined;
  return consent
    ? 'Take out what the person said. It is kept only if they agree.'
    : 'Choose whether they agreed. Their words are kept only if they did.';
}

/** The entrustment given to each competency of a draft, or the competencies still without one. */
export function readRatings(
  competencies: readonly string[],
  given: (competency: string) => unknown,
): { ratings: { competency: string; entrustment: number }[]; missing: string[] } {
  const read = competencies.map((competency) => ({
    competency,
    parsed: Entrustment.safeParse(given(competency)),
  }));
  return {
    ratings: read.flatMap(({ competency, parsed }) =>
      parsed.success ? [{ competency, entrustment: parsed.data }] : [],
    ),
    missing: read.filter(({ parsed }) => !parsed.success).map(({ competency }) => competency),
  };
}
