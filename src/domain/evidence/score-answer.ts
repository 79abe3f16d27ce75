import { numbersIn, pickedIn, type Answer } from '../scenario/answer.ts';
import type { Decision, Key, Pick, Rank, Rate } from '../scenario/decision.ts';
import { holds } from '../scenario/guard.ts';
import type { World } from '../scenario/world.ts';

/** What an answer is worth for one competency: its credit from 0 to 1, and whether it would do harm. */
export interface Worth {
  credit: number;
  harmful: boolean;
}

/** Credit for picking k of n (method §3): 1/k for each right one, and nothing for more than k. */
export function pickCredit(right: ReadonlySet<string>, picked: readonly string[]): number {
  if (picked.length > right.size) return 0;
  return picked.filter((id) => right.has(id)).length / right.size;
}

/**
 * The score of a ranking against its key (method §3): each of n items earns n − 1 less its distance from
 * its place, and two in one place earn nothing. For five items it is out of 20.
 */
export function rankScore(key: readonly number[], places: readonly number[]): number {
  const most = key.length - 1;
  return key.reduce((sum, place, at) => {
    const given = places[at]!;
    const isTied = places.filter((other) => other === given).length > 1;
    return sum + (isTied ? 0 : most - Math.abs(given - place));
  }, 0);
}

/**
 * Credit for a ranking, with chance taken out (method §3): a ranking at random averages
 * n(n − 1) − (n² − 1)/3, which is 12 of 20 for five items, and earns nothing up to there.
 */
export function rankCredit(key: readonly number[], places: readonly number[]): number {
  const count = key.length;
  const most = count * (count - 1);
  const chance = most - (count * count - 1) / 3;
  return Math.max(0, (rankScore(key, places) - chance) / (most - chance));
}

const mean = (numbers: readonly number[]) =>
  numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/**
 * Credit for rating each of several things on a scale of `steps` (method §3): 1 − |r − key| / (steps − 1)
 * on average. It is worked out again on the distances from each one's own mean, and the lower counts, so
 * that keeping to the middle of the scale, or to one end of it, is no way to do well.
 */
export function rateCredit(
  key: readonly number[],
  ratings: readonly number[],
  steps: number,
): number {
  const closeness = (right: readonly number[], given: readonly number[]) =>
    mean(right.map((one, at) => Math.max(0, 1 - Math.abs(given[at]! - one) / (steps - 1))));
  const centred = (numbers: readonly number[]) => numbers.map((one) => one - mean(numbers));
  return Math.min(closeness(key, ratings), closeness(centred(key), centred(ratings)));
}

/** The key of an option as it stands for somebody who decides in this world: what they knew counts. */
export const keyIn = (key: Key, world: World): Omit<Key, 'cases'> =>
  key.cases?.find(({ when }) => holds(when, world)) ?? key;

function scorePick(decision: Pick, answer: Answer) {
  const options = Object.entries(decision.options);
  const right = new Set(options.filter(([, { key }]) => key.right).map(([id]) => id));
  const picked = pickedIn(answer);
  return {
    credit: pickCredit(right, picked),
    harms: picked.flatMap((id) => decision.options[id]!.key.harmful ?? []),
  };
}

function scoreRank(decision: Rank, answer: Answer) {
  const places = numbersIn(answer);
  const options = Object.entries(decision.options);
  return {
    credit: rankCredit(
      options.map(([, { key }]) => key.place),
      options.map(([id]) => places.get(id)!),
    ),
    // Whatever would do harm if it came first does so however the rest is ordered.
    harms: options.flatMap(([id, { key }]) => (places.get(id) === 1 ? (key.harmful ?? []) : [])),
  };
}

function scoreRate(decision: Rate, answer: Answer) {
  const ratings = numbersIn(answer);
  const options = Object.entries(decision.options);
  const steps = decision.scale.length;
  return {
    credit: rateCredit(
      options.map(([, { key }]) => key.rating),
      options.map(([id]) => ratings.get(id)!),
      steps,
    ),
    harms: options.flatMap(([id, { key }]) =>
      ratings.get(id)! > (steps + 1) / 2 ? (key.harmful ?? []) : [],
    ),
  };
}

/**
 * What an answer is worth for each competency of its decision (method §3 and §4), decided in this
 * world. Reasons are worth nothing yet: a person marks them.
 */
export function scoreAnswer(decision: Decision, answer: Answer, world: World): Map<string, Worth> {
  if (decision.kind === 'rationale') return new Map();
  if (decision.kind === 'best-action') {
    const key = keyIn(decision.options[answer]!.key, world);
    return new Map(
      decision.competencies.map((competency) => [
        competency,
        {
          credit: key.credit[competency]!,
          harmful: key.harmful?.includes(competency) ?? false,
        },
      ]),
    );
  }
  const { credit, harms } =
    decision.kind === 'pick'
      ? scorePick(decision, answer)
      : decision.kind === 'rank'
        ? scoreRank(decision, answer)
        : scoreRate(decision, answer);
  return new Map(
    decision.competencies.map((competency) => {
      const harmful = harms.includes(competency);
      // What would have done harm earns nothing, however well the rest was chosen.
      return [competency, { credit: harmful ? 0 : credit, harmful }];
    }),
  );
}
