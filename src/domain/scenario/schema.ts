import { z } from 'zod';
import { Decision } from './decision.ts';
import { Guard } from './guard.ts';
import { Prose } from './prose.ts';
import { back, Target } from './target.ts';
import { CompetencyId, FormIds, Id, Level, Mood } from './words.ts';
import { effects, Fact } from './world.ts';

/** A move that the worker may make beside deciding. What it tells stays on "What you know". */
export const Find = z.strictObject({
  kind: z.enum(['look', 'ask', 'call', 'stop']),
  /** The move as the worker would say it, such as "Read the care plan". */
  label: z.string().min(3),
  when: Guard.optional(),
  forms: FormIds.optional(),
  ...effects,
  /** What it tells, in full, once done. */
  tells: Prose,
  /** One line for the notebook. */
  note: z.string().min(3),
  /** Where it leads, if it leads away from here. */
  to: Target.optional(),
});
export type Find = z.infer<typeof Find>;

const Faces = z.array(z.strictObject({ when: Guard.optional(), mood: Mood })).min(1);

/** One of several things that go on at once. */
const Strand = z.strictObject({
  /** Its first scene. */
  start: Id,
  /** The move that takes the worker there, such as "Go to Mr Aziz". */
  turn: z.strictObject({ label: z.string().min(2), ...effects }),
});

export const Scene = z.strictObject({
  /** The moment in a few words: a heading. */
  title: z.string().min(3),
  place: z.string().min(2),
  /** Who is there and how they look: a mood, the first whose condition holds, or as their own facts say. */
  people: z.record(Id, z.union([Mood, z.literal('as-felt'), Faces])).optional(),
  /** What happens. */
  text: Prose,
  /** Only in these forms of the scenario. */
  forms: FormIds.optional(),
  /** Moves the story on by itself, as soon as the condition holds. */
  happens: z.array(z.strictObject({ when: Guard, ...effects, to: Id })).optional(),
  /** What can be found out or done here beside deciding. */
  finds: z.record(Id, Find).optional(),
  decision: Decision.optional(),
  /** The one way on from a scene in which nothing is decided. */
  next: z.strictObject({ label: z.string().min(2), ...effects, to: Target }).optional(),
  /** Marks the end of the story, and how it turned out for the person. */
  ending: z.enum(['well', 'mixed', 'hard']).optional(),
  /** Several things that go on at once from here. */
  strands: z.record(Id, Strand).optional(),
  /** The strand that the worker attends to first. */
  attend: Id.optional(),
  /** Where the story goes on once every strand has closed. */
  to: Target.optional(),
  /** The strand that this scene belongs to. */
  strand: Id.optional(),
  /** True where its strand is settled. */
  closes: z.literal(true).optional(),
  /** The interruption that this scene belongs to. */
  during: Id.optional(),
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
  /** What is so of them, such as trust or pain: the fact "dot.trust" is Dot's trust. */
  facts: z.record(Id, Fact).optional(),
  /** How they look, the first whose condition holds, where a scene says "as-felt". */
  faces: Faces.optional(),
});
export type Person = z.infer<typeof Person>;

/** Something that comes once, from wherever one is. */
const Interruption = z.strictObject({ when: Guard, ...effects, to: Id });

/** One of several equal ways of telling the same scenario. */
const Form = z.strictObject({
  /** What stands for each {{word}} in the texts. */
  words: z.record(Id, z.string().min(1)).optional(),
  /** People who are somebody else in this form. */
  people: z.record(Id, Person).optional(),
  start: Id.optional(),
});

/** A branching care situation, as its author writes it. */
export const Scenario = z.strictObject({
  format: z.literal(1),
  title: z.string().min(3),
  level: Level,
  status: z.enum(['draft', 'provisional', 'reviewed']),
  /** Who has reviewed it, in what role, and when. */
  reviews: z
    .array(z.strictObject({ name: z.string().min(2), role: z.string().min(3), on: z.iso.date() }))
    .min(1)
    .optional(),
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
  /** The edition of the Care Certificate that these are of; the current one if left out. */
  'certificate-edition': z.string().min(4).optional(),
  sources: z.array(z.strictObject({ title: z.string(), about: z.string() })).min(1),
  /** The story's own clock when it begins, such as "07:40". */
  clock: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  people: z.record(Id, Person),
  facts: z.record(Id, Fact).default({}),
  /** Equal ways of telling it, of which each attempt gets one. */
  forms: z.record(Id, Form).optional(),
  start: Id,
  /** What may come in between, from wherever one is. */
  interruptions: z.record(Id, Interruption).optional(),
  scenes: z.record(
    Id.refine((id) => id !== back, `choose another word: "${back}" leads to where one was`),
    Scene,
  ),
  /** What later shows of what was done, told at the head of the debrief. */
  'looking-back': Prose.optional(),
});
export type Scenario = z.infer<typeof Scenario>;

const facts = new WeakMap<Scenario, Record<string, Fact>>();

/** Every fact of a scenario by its name: those of the story, and those of its people. */
export function factsOf(scenario: Scenario): Record<string, Fact> {
  const known = facts.get(scenario);
  if (known) return known;
  const all: Record<string, Fact> = { ...scenario.facts };
  for (const [person, { facts: own }] of Object.entries(scenario.people))
    for (const [name, fact] of Object.entries(own ?? {})) all[`${person}.${name}`] = fact;
  facts.set(scenario, all);
  return all;
}
