import { z } from 'zod';

const share = z.number().min(0).max(1);
const rule = z.string().min(10);

const Minimum = z.strictObject({
  /** The rule as a sentence, shown wherever it decides. */
  rule,
  judgement: z.strictObject({
    anchors: z.int().positive(),
    scenarios: z.int().positive(),
    days: z.int().positive(),
    'non-routine': z.int().min(0),
  }),
  practice: z.strictObject({
    observations: z.int().positive(),
    entrustment: z.int().min(1).max(5),
    observers: z.int().positive(),
    tasks: z.int().positive(),
  }),
  /** Marked professional discussions. */
  discussions: z.int().min(0),
});

/** The thresholds and minimum evidence of the assessment, as versioned data. */
export const Policy = z.strictObject({
  version: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  status: z.enum(['proposal', 'adopted']),
  about: z.string().min(20),
  publish: z.strictObject({ rule, 'fewest-anchors': z.int().positive() }),
  certainty: z.strictObject({
    rule,
    /** How far back decisions count. */
    months: z.int().positive(),
    cut: share,
    supports: share,
    'not-yet': share,
    correlation: share,
  }),
  levels: z.strictObject({ 2: Minimum, 3: Minimum }),
  conflict: z.strictObject({ rule, recent: z.int().positive(), against: z.int().min(1).max(5) }),
  concern: z.strictObject({
    rule,
    /** Credit at an anchor of another scenario that counts as having passed it. */
    'parallel-credit': share,
    entrustment: z.int().min(1).max(5),
  }),
  review: z.strictObject({ rule, months: z.int().positive() }),
});
export type Policy = z.infer<typeof Policy>;
export type Minimum = z.infer<typeof Minimum>;
