import { z } from 'zod';

/** A kebab-case word that names a scene, option, fact, find or person; never a position. */
export const Id = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'use lower-case words joined by hyphens, such as "front-door"',
  )
  // Every object answers to this name, so it would seem to be declared wherever it is looked up.
  .refine(
    (id) => id !== 'constructor',
    'choose another word: "constructor" has a meaning of its own',
  );

/** The name of a fact: a word, or a person and a word for something that is so of them, such as "dot.trust". */
export const FactName = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z][a-z0-9]*(-[a-z0-9]+)*)?$/,
    'use a fact such as "promised", or one of a person such as "dot.trust"',
  )
  .refine((name) => name !== 'constructor', 'choose another word');

/** A competency of the map in `scenarios/frameworks/competencies/`. */
export const CompetencyId = z.string().regex(/^IP-\d\d$/, 'use a competency id such as "IP-04"');

/** Level 2 (clear, mostly routine) or level 3 (complex, non-routine, own judgement). */
export const Level = z.union([z.literal(2), z.literal(3)]);
export type Level = z.infer<typeof Level>;

/** How a face looks. Each mood is one drawing of the same person. */
export const Mood = z.enum([
  'calm',
  'smiling',
  'laughing',
  'worried',
  'afraid',
  'tired',
  'solemn',
  'suspicious',
  'angry',
  'in-pain',
  'explaining',
  'asleep',
  'proud',
  'serious',
]);
export type Mood = z.infer<typeof Mood>;

/** The parallel forms of a scenario that something belongs to; to all of them where this is left out. */
export const FormIds = z.array(Id).min(1);
