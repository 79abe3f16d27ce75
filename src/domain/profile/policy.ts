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
  /** The day it holds from, and a number where it is not the first of that day. */
  version: z.string().regex(/^\d{4}-\d{2}-\d{2}(\.\d{1,3})?$/),
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
  review: z.strictObject({
    rule,
    months: z.int().positive(),
    /** Months for competencies that are looked at more often, or less. */
    sooner: z.record(z.string(), z.int().positive()),
  }),
  /** Written reasons: which share of the indicators, and which share is marked twice. */
  marking: z.strictObject({ rule, shown: share, 'second-share': share }),
  /** How each word for being sure is read as a probability (method §8). */
  confidence: z.strictObject({ rule, sure: share, 'fairly-sure': share, unsure: share }),
  /** When a key is agreed (method §9). */
  panel: z.strictObject({
    rule,
    raters: z.int().positive(),
    agreement: share,
    'harm-disagreement': share,
    spread: z.number().positive(),
  }),
  /** When figures are shown, and when a decision is to be looked at again (method §10). */
  statistics: z.strictObject({
    rule,
    'hide-under': z.int().positive(),
    'caution-under': z.int().positive(),
    'smallest-group': z.int().positive(),
    difficulty: z.tuple([share, share]),
    'item-total': z.strictObject({ review: share, good: share }),
  }),
  /** When observers agree, and how far from the others one leans before it is said. */
  calibration: z.strictObject({ rule, kappa: share, leaning: z.number().positive() }),
  starters: z.strictObject({ rule, weeks: z.int().positive() }),
  target: z.strictObject({ rule, years: z.int().positive() }),
});
export type Policy = z.infer<typeof Policy>;
export type Minimum = z.infer<typeof Minimum>;
