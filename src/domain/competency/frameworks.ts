import { z } from 'zod';
import { CompetencyId, Level } from '../scenario/words.ts';

const text = z.string().min(3);
const certificateId = z
  .string()
  .regex(/^CC-\d\d?(\.\d|-[A-Z0-9]+)$/, 'use an outcome id such as "CC-9.1" or "CC-16-1"');

/** The map of what workers are judged on, in `scenarios/frameworks/competencies.yaml`. */
export const Competencies = z.strictObject({
  edition: text,
  status: z.literal('proposal'),
  about: text,
  confidence: text,
  competencies: z.record(
    CompetencyId,
    z.strictObject({
      title: text,
      /** One or two plain sentences to the worker. */
      about: text.regex(/^You /, 'speak to the worker: "You …"'),
      /** How much harm poor work here could do. */
      risk: z.enum(['high', 'medium', 'low']),
      /** Whether a named person must have watched it at work before it counts as confirmed. */
      seen: z.enum(['yes', 'partly']),
      /** Care Certificate outcomes that it bears on. */
      certificate: z.array(certificateId).min(1),
      /** What each standing looks like, one sentence each. */
      anchors: z.strictObject({
        unsafe: text,
        'not-yet': text,
        'level-2': text,
        'level-3': text,
      }),
      /** Errors that a person must look at and that no average may hide. */
      critical: z.array(text),
    }),
  ),
});
export type Competencies = z.infer<typeof Competencies>;

/** The Care Certificate in one edition, in `scenarios/frameworks/care-certificate.yaml`. */
export const CareCertificate = z.strictObject({
  /** The year of publication. */
  edition: z.int().min(2015),
  about: text,
  confidence: text,
  sources: z.array(z.strictObject({ title: text, url: z.url() })).min(1),
  standards: z.record(
    z.string().regex(/^[1-9]\d?$/, 'use the number of the standard'),
    z.strictObject({
      title: text,
      outcomes: z.record(
        certificateId,
        z.strictObject({
          statement: text,
          /** Practice and mixed outcomes must be watched in real work. */
          kind: z.enum(['knowledge', 'practice', 'mixed']),
          /** Yes only if read in this very edition. */
          sure: z.enum(['yes', 'no']),
        }),
      ),
    }),
  ),
});
export type CareCertificate = z.infer<typeof CareCertificate>;

/** What a level shows in a decision, in `scenarios/frameworks/level-descriptors.yaml`. */
export const LevelDescriptors = z.strictObject({
  edition: text,
  about: text,
  confidence: text,
  indicators: z.record(
    z.string().regex(/^L[23]-[KSOA]\d$/, 'use an indicator id such as "L2-S3"'),
    z.strictObject({
      level: Level,
      strand: z.enum([
        'knowledge-and-understanding',
        'skills',
        'occupational-competence',
        'autonomy-and-accountability',
      ]),
      text,
    }),
  ),
});
export type LevelDescriptors = z.infer<typeof LevelDescriptors>;

/** The roles a worker can hold, in `scenarios/frameworks/role-categories.yaml`. */
export const RoleCategories = z.strictObject({
  edition: text,
  about: text,
  confidence: text,
  categories: z.record(
    z.string().regex(/^CWP-[A-Z]{2,3}$/, 'use a category id such as "CWP-NTC"'),
    z.strictObject({ title: text, 'direct-care': z.boolean() }),
  ),
});
export type RoleCategories = z.infer<typeof RoleCategories>;
