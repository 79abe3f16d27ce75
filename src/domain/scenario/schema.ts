import { z } from 'zod';
import { Guard } from './guard.ts';
import { CompetencyId, Id, Level, Mood } from './words.ts';
import { Fact, effects } from './world.ts';

/** Markdown, or parts of it of which each shows only when its condition holds. */
export const Prose = z.union([
  z.string().min(1),
  z
    .array(z.union([z.string().min(1), z.strictObject({ when: Guard, text: z.string().min(1) })]))
    .min(1),
]);
export type Prose = z.infer<typeof Prose>;

/** Where a move leads: one scene, or the first of several whose condition holds. */
export const Target = z.union([
  Id,
  z.array(z.strictObject({ when: Guard.optional(), to: Id })).min(1),
]);
export type Target = z.infer<typeof Target>;

/** What an option is worth. Never leaves the server before the decision is committed. */
export const Key = z.strictObject({
  /** Credit from 0 to 1 for every competency that the decision bears on. */
  credit: z.record(CompetencyId, z.number().min(0).max(1)),
  /** Competencies on which choosing this would do harm. Over-cautious is never harm. */
  harmful: z.array(CompetencyId).min(1).optional(),
  /** One or two sentences that would persuade a sceptical carer. */
  why: z.string().min(20),
});

export const Option = z.strictObject({
  /** What the worker would do, in their own words. */
  text: z.string().min(3),
  /** Offered only when this holds. */
  when: Guard.optional(),
  ...effects,
  /** What follows at once, shown after the choice is committed. */
  followed: Prose.optional(),
  to: Target,
  /** True when this notices an earlier slip and puts it right. */
  recovers: z.literal(true).optional(),
  key: Key,
});
export type Option = z.infer<typeof Option>;

export const Decision = z.strictObject({
  prompt: z.string().min(3),
  kind: z.literal('best-action'),
  level: Level,
  /** False when no single procedure settles it. */
  routine: z.boolean(),
  /** Whether the worker must start, hold or hand over the action themselves. */
  initiative: z.enum(['supervised', 'own']),
  /** What makes it complex; level 3 needs at least two. */
  complexity: z
    .array(z.enum(['competing-duties', 'missing-facts', 'change-midway', 'pulled-apart']))
    .optional(),
  competencies: z.array(CompetencyId).min(1),
  /** Level-descriptor indicators it bears on, such as L2-S3. */
  indicators: z.array(z.string().regex(/^L[23]-[KSOA]\d$/)).min(1),
  /** Equivalent decisions on different branches share an anchor name; the scene's own id if absent. */
  anchor: Id.optional(),
  /** How much it counts among the anchors of a claim. */
  weight: z.number().positive().default(1),
  /** What an experienced colleague would weigh here, for the debrief. */
  weigh: z.string().min(20),
  options: z.record(Id, Option),
});
export type Decision = z.infer<typeof Decision>;

/** Something the worker may look at or ask. What it tells stays on "What you know". */
export const Find = z.strictObject({
  kind: z.enum(['look', 'ask']),
  /** The move as the worker would say it, such as "Read the care plan". */
  label: z.string().min(3),
  when: Guard.optional(),
  ...effects,
  /** What it tells, in full, once done. */
  tells: Prose,
  /** One line for the notebook. */
  note: z.string().min(3),
});
export type Find = z.infer<typeof Find>;

export const Scene = z.strictObject({
  /** The moment in a few words: a heading. */
  title: z.string().min(3),
  place: z.string().min(2),
  /** Who is there and how they look, the first whose condition holds. */
  people: z
    .record(
      Id,
      z.union([Mood, z.array(z.strictObject({ when: Guard.optional(), mood: Mood })).min(1)]),
    )
    .optional(),
  /** What happens. */
  text: Prose,
  /** Moves the story on by itself, as soon as the condition holds. */
  happens: z.array(z.strictObject({ when: Guard, ...effects, to: Id })).optional(),
  /** What can be found out here. */
  finds: z.record(Id, Find).optional(),
  decision: Decision.optional(),
  /** The one way on from a scene in which nothing is decided. */
  next: z.strictObject({ label: z.string().min(2), ...effects, to: Target }).optional(),
  /** Marks the end of the story, and how it turned out for the person. */
  ending: z.enum(['well', 'mixed', 'hard']).optional(),
});
export type Scene = z.infer<typeof Scene>;

/** How somebody is drawn: the names of the drawing set, minus the face, which the mood gives. */
export const Portrait = z.strictObject({
  seed: z.string().min(1),
  head: z.string().min(1),
  skin: z.string().regex(/^[0-9a-f]{6}$/),
  hair: z
    .string()
    .regex(/^[0-9a-f]{6}$/)
    .optional(),
  clothing: z
    .string()
    .regex(/^[0-9a-f]{6}$/)
    .optional(),
  glasses: z.string().optional(),
  beard: z.string().optional(),
});
export type Portrait = z.infer<typeof Portrait>;

export const Person = z.strictObject({
  name: z.string().min(1),
  /** One line that says who they are, not what is wrong with them. */
  about: z.string().min(10),
  portrait: Portrait,
});

/** A branching care situation, as its author writes it. */
export const Scenario = z.strictObject({
  format: z.literal(1),
  title: z.string().min(3),
  level: Level,
  status: z.enum(['draft', 'provisional', 'reviewed']),
  /** Where and when: the kind of service, the time of day. */
  setting: z.string().min(3),
  /** Two or three sentences that make one want to begin. */
  summary: z.string().min(20),
  /** What playing it is for, in the worker's words. */
  purpose: z.string().min(20),
  /** Minutes it takes to play, shortest and longest. */
  takes: z.tuple([z.int().positive(), z.int().positive()]),
  /** Said before starting, where a topic is hard. */
  warning: z.string().optional(),
  /** Where to find support afterwards. */
  support: z.array(z.strictObject({ name: z.string(), about: z.string() })).optional(),
  claims: z.array(z.strictObject({ competency: CompetencyId, level: Level })).min(1),
  /** Care Certificate outcomes it bears on. */
  certificate: z.array(z.string().regex(/^CC-/)).min(1),
  sources: z.array(z.strictObject({ title: z.string(), about: z.string() })).min(1),
  /** The story's own clock when it begins, such as "07:40". */
  clock: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  people: z.record(Id, Person),
  facts: z.record(Id, Fact).default({}),
  start: Id,
  scenes: z.record(Id, Scene),
});
export type Scenario = z.infer<typeof Scenario>;
