import { z } from 'zod';
import { CompetencyId, Id, Level } from '../scenario/words.ts';

const text = z.string().min(3);

/** Competencies, each with the level that is needed of it. */
export const Rests = z
  .record(CompetencyId, Level)
  .refine((rests) => Object.keys(rests).length > 0, 'name at least one competency');
export type Rests = z.infer<typeof Rests>;

/** What each role category needs until a manager says otherwise, in `scenarios/risk/requirements.yaml`. */
export const Requirements = z.strictObject({
  about: text,
  /** It stays a proposal: a manager sets what holds here. */
  status: z.literal('proposal'),
  /** By the id of a role category. */
  categories: z.record(z.string().regex(/^CWP-[A-Z]{2,3}$/), Rests),
});
export type Requirements = z.infer<typeof Requirements>;

/** The catalogue of duties and delegated health tasks, in `scenarios/risk/duties.yaml`. */
export const Duties = z.strictObject({
  about: text,
  /** When a duty is covered, as a sentence. */
  rule: text,
  delegation: z.strictObject({
    /** How long a sign-off is live, as a sentence. */
    rule: text,
    /** The longest that a sign-off may be live. */
    months: z.int().positive(),
    /** How many days before its date a review is said to be near. */
    'soon-days': z.int().positive(),
    /** Registered professions that may hand a task over. */
    professions: z.array(text).min(1),
  }),
  duties: z.record(
    Id,
    z.strictObject({
      title: text,
      about: text,
      /** It is handed over by a registered professional, for one person. */
      'health-task': z.boolean(),
      rests: Rests,
    }),
  ),
});
export type Duties = z.infer<typeof Duties>;

/** The catalogue of needs of the people supported, in `scenarios/risk/needs.yaml`. */
export const Needs = z.strictObject({
  about: text,
  /** When somebody is confirmed, nearly there or due for a need, as a sentence. */
  rule: text,
  needs: z.record(Id, z.strictObject({ title: text, about: text, rests: Rests })),
});
export type Needs = z.infer<typeof Needs>;
