import { z } from 'zod';
import { CompetencyId, Level } from '../scenario/words.ts';
import { heading, sure, text } from './heading.ts';

const certificateId = z
  .string()
  .regex(/^CC-\d\d?(\.\d|-[A-Z0-9]+)$/, 'use an outcome id such as "CC-9.1" or "CC-16-1"');

const criterionId = z
  .string()
  .regex(
    /^CC-\d\d?(\.\d[a-z]|-[A-Z0-9]+-[a-z])$/,
    'use a criterion id such as "CC-9.1a" or "CC-16-1-a"',
  );

/** The map of what workers are judged on, in `scenarios/frameworks/competencies/`. */
export const Competencies = z.strictObject({
  ...heading,
  /** It stays a proposal until care professionals have agreed it. */
  status: z.literal('proposal'),
  /** Every competency by its id. An id never changes meaning. */
  competencies: z.record(
    CompetencyId,
    z.strictObject({
      /** A few words that name it. */
      title: text,
      /** One or two plain sentences to the worker. */
      about: text.regex(/^You /, 'speak to the worker: "You …"'),
      /** How much harm poor work here could do. */
      risk: z.enum(['high', 'medium', 'low']),
      /** Whether a named person must have watched it at work before it counts as confirmed. */
      seen: z.enum(['yes', 'partly']),
      /** Outcomes of the current Care Certificate that it bears on. */
      certificate: z.array(certificateId).min(1),
      /** What each standing looks like, one sentence each. */
      anchors: z.strictObject({
        /** Work that could harm somebody or break the law. */
        unsafe: text,
        /** Work that nobody can rely on yet. */
        'not-yet': text,
        /** Safe work in clear, mostly routine situations. */
        'level-2': text,
        /** Sound judgement, within the role, in situations that are not clear. */
        'level-3': text,
      }),
      /** Errors that a person must look at and that no average may hide. */
      critical: z.array(text),
    }),
  ),
});
export type Competencies = z.infer<typeof Competencies>;

/** The Care Certificate in one edition, in `scenarios/frameworks/care-certificate/`. */
export const CareCertificate = z
  .strictObject({
    ...heading,
    /** Its standards, by their numbers. */
    standards: z.record(
      z.string().regex(/^[1-9]\d?$/, 'use the number of the standard'),
      z.strictObject({
        /** What the standard is called. */
        title: text,
        /** Yes only if this title was read in a page on this very edition. */
        sure,
        /** Its outcomes by our ids, which stay the same from edition to edition. */
        outcomes: z.record(
          certificateId,
          z.strictObject({
            /** What is to be known or done, in our own words. */
            statement: text,
            /** Practice and mixed outcomes must be watched in real work. */
            kind: z.enum(['knowledge', 'practice', 'mixed']),
            /** Yes only if read in this very edition. */
            sure,
            /** What is signed for one by one, as far as it is known. */
            criteria: z
              .record(
                criterionId,
                z.strictObject({
                  /** What the worker says or does, in our own words. */
                  statement: text,
                  /** Knowledge can be told; practice must be watched in real work. */
                  kind: z.enum(['knowledge', 'practice']),
                  /** Yes only if read in this very edition; older if read in an earlier one. */
                  sure: z.enum(['yes', 'older', 'memory'], 'use yes, older or memory'),
                }),
              )
              .optional(),
          }),
        ),
      }),
    ),
  })
  .check(({ value, issues }) => {
    for (const [number, { outcomes }] of Object.entries(value.standards))
      for (const id of Object.keys(outcomes))
        if (!new RegExp(`^CC-${number}[.-]`).test(id))
          issues.push({
            code: 'custom',
            input: id,
            path: ['standards', number, 'outcomes', id],
            message: `an outcome of standard ${number} begins with "CC-${number}"`,
          });
    const met = new Set<string>();
    for (const [number, { outcomes }] of Object.entries(value.standards))
      for (const [id, { criteria }] of Object.entries(outcomes))
        for (const criterion of Object.keys(criteria ?? {})) {
          if (!new RegExp(`^CC-${number}[.-]`).test(criterion) || met.has(criterion))
            issues.push({
              code: 'custom',
              input: criterion,
              path: ['standards', number, 'outcomes', id, 'criteria', criterion],
              message: `a criterion of standard ${number} begins with "CC-${number}" and is there once`,
            });
          met.add(criterion);
        }
  });
export type CareCertificate = z.infer<typeof CareCertificate>;

/** What a level shows in a decision, in `scenarios/frameworks/level-descriptors/`. */
export const LevelDescriptors = z.strictObject({
  ...heading,
  /** Every indicator by its id: level, first letter of the strand, number. */
  indicators: z.record(
    z.string().regex(/^L[23]-[KSOA]\d$/, 'use an indicator id such as "L2-S3"'),
    z.strictObject({
      /** The level that it speaks for. */
      level: Level,
      /** The side of the work that it looks at. */
      strand: z.enum([
        'knowledge-and-understanding',
        'skills',
        'occupational-competence',
        'autonomy-and-accountability',
      ]),
      /** What one can see in a decision. */
      text,
    }),
  ),
});
export type LevelDescriptors = z.infer<typeof LevelDescriptors>;

/** The roles a worker can hold, in `scenarios/frameworks/role-categories/`. */
export const RoleCategories = z.strictObject({
  ...heading,
  /** Every role category by its id. */
  categories: z.record(
    z.string().regex(/^CWP-[A-Z]{2,3}$/, 'use a category id such as "CWP-NTC"'),
    z.strictObject({
      /** What the pathway calls the role. */
      title: text,
      /** What people in it do, in our own words. */
      about: text,
      /** The edition of the pathway that brought it in. */
      since: z.iso.date(),
      /** Whether people in it give care themselves. */
      'direct-care': z.boolean(),
      /** Which of the fields above are from memory or our own reading. */
      unsure: z.array(z.enum(['about', 'direct-care'])),
    }),
  ),
  /** What the pathway asks of everybody in every role. No value is ever scored. */
  values: z.record(
    z.string().regex(/^CWP-V\d$/, 'use a value id such as "CWP-V1"'),
    z.strictObject({
      /** What the pathway calls the value. */
      title: text,
      /** How the person who draws on care would put it, in our own words. */
      about: text,
      /** Yes only if read in this very edition. */
      sure,
    }),
  ),
});
export type RoleCategories = z.infer<typeof RoleCategories>;
