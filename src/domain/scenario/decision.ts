import { z } from 'zod';
import { Guard } from './guard.ts';
import { Prose } from './prose.ts';
import { Target } from './target.ts';
import { CompetencyId, FormIds, Id, Level } from './words.ts';
import { effects } from './world.ts';

const credit = z.record(CompetencyId, z.number().min(0).max(1));
const harmful = z.array(CompetencyId).min(1).optional();
const why = z.string().min(20);

/** What an option is worth. Never leaves the server before the decision is committed. */
export const Key = z.strictObject({
  /** Credit from 0 to 1 for every competency that the decision bears on. */
  credit,
  /** Competencies on which choosing this would do harm. Over-cautious is never harm. */
  harmful,
  /** One or two sentences that would persuade a sceptical carer. */
  why,
  /** Worth something else to whoever knew more or less: the first whose condition held before the decision. */
  cases: z
    .array(z.strictObject({ when: Guard, credit, harmful, why }))
    .min(1)
    .optional(),
});
export type Key = z.infer<typeof Key>;

const offered = {
  /** What the worker would do, in their own words. */
  text: z.string().min(3),
  /** Only in these forms of the scenario. */
  forms: FormIds.optional(),
};
const following = {
  /** What follows at once, shown after the choice is committed. */
  followed: Prose.optional(),
};
/** True when this notices an earlier slip and puts it right. */
const recovers = z.literal(true).optional();

export const Option = z.strictObject({
  ...offered,
  /** Offered only when this holds. */
  when: Guard.optional(),
  ...effects,
  ...following,
  to: Target,
  recovers,
  key: Key,
});
export type Option = z.infer<typeof Option>;

/** One of several to pick: what it does is done when it is picked. */
export const PickOption = z.strictObject({
  ...offered,
  ...effects,
  ...following,
  recovers,
  key: z.strictObject({ right: z.boolean(), harmful, why }),
});

/** One of several to put in order: what it does is done when it is put first. */
export const RankOption = z.strictObject({
  ...offered,
  ...effects,
  ...following,
  recovers,
  /** Its right place, counted from 1; harmful where putting it first would do harm. */
  key: z.strictObject({ place: z.int().min(1), harmful, why }),
});

/** One of several to rate. */
export const RateOption = z.strictObject({
  ...offered,
  /** The right step of the scale, counted from 1; harmful where rating it above the middle would do harm. */
  key: z.strictObject({ rating: z.int().min(1), harmful, why }),
});

const common = {
  prompt: z.string().min(3),
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
  weigh: Prose,
};
/** Where the story goes after a decision whose options do not lead anywhere by themselves. */
const onward = { ...effects, ...following, to: Target };

/** One way to act, of several. */
export const BestAction = z.strictObject({
  kind: z.literal('best-action'),
  ...common,
  options: z.record(Id, Option),
});

/** So many of them, no more and no fewer. */
export const Pick = z.strictObject({
  kind: z.literal('pick'),
  ...common,
  /** How many are to be picked; as many are right. */
  pick: z.int().min(1),
  options: z.record(Id, PickOption),
  ...onward,
});
export type Pick = z.infer<typeof Pick>;

/** All of them, put in order. */
export const Rank = z.strictObject({
  kind: z.literal('rank'),
  ...common,
  options: z.record(Id, RankOption),
  ...onward,
});
export type Rank = z.infer<typeof Rank>;

/** Each of them, on a scale. */
export const Rate = z.strictObject({
  kind: z.literal('rate'),
  ...common,
  /** The steps of the scale in words, from least to most. */
  scale: z.array(z.string().min(1)).min(3).max(5),
  options: z.record(Id, RateOption),
  ...onward,
});
export type Rate = z.infer<typeof Rate>;

/** Reasons in the worker's own words. A person marks them; no machine does. */
export const Rationale = z.strictObject({
  kind: z.literal('rationale'),
  ...common,
  /** What to say something about. */
  asks: z.array(z.string().min(3)).min(1),
  ...onward,
});

export const Decision = z.discriminatedUnion('kind', [BestAction, Pick, Rank, Rate, Rationale], {
  error: (issue) =>
    issue.code === 'invalid_union'
      ? 'the kind of a decision is best-action, pick, rank, rate or rationale'
      : undefined,
});
export type Decision = z.infer<typeof Decision>;

/** The ways to act that a decision offers; none where it is of another kind. */
export const actionsIn = (decision: Decision | undefined): Record<string, Option> =>
  decision?.kind === 'best-action' ? decision.options : {};

/** As much of an option as every kind of decision has. */
interface AnyOption {
  text: string;
  when?: Guard | undefined;
  forms?: string[] | undefined;
  key: { why: string; harmful?: string[] | undefined; cases?: { why: string }[] | undefined };
}

/** What is offered in a decision, by id; nothing where reasons are asked for. */
export const optionsOf = (decision: Decision | undefined): Record<string, AnyOption> =>
  decision && 'options' in decision ? decision.options : {};
