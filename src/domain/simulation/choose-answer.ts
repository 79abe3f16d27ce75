import type { Answer } from '../scenario/answer.ts';
import { placed } from '../scenario/answers-to.ts';
import type { Decision, Pick, Rank, Rate } from '../scenario/decision.ts';
import { holds } from '../scenario/guard.ts';
import { keyIn, rankCredit } from '../evidence/score-answer.ts';
import type { World } from '../scenario/world.ts';
import type { Chance } from './chance.ts';

/** How somebody decides: the credit to expect of them by competency, and whether they could ever do harm. */
export interface Deciding {
  judgement: Readonly<Record<string, number>>;
  careful: boolean;
}

const mean = (numbers: readonly number[]) =>
  numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/** The credit to be expected of somebody at a decision: the mean over what it bears on. */
export const expectedAt = ({ competencies }: Decision, { judgement }: Deciding): number =>
  mean(competencies.map((competency) => judgement[competency]!));

/**
 * The answer of somebody to a decision, so that its credit is on average what they are worth. A choice
 * that does harm is rare, and rarer the better they judge.
 */
export function chooseAnswer(
  decision: Decision,
  world: World,
  deciding: Deciding,
  chance: Chance,
): Answer {
  const expected = expectedAt(decision, deciding);
  const harms = deciding.careful ? 0 : 0.03 * (1 - expected);
  switch (decision.kind) {
    case 'rationale':
      return '';
    case 'best-action':
      return chooseAction(decision.options, world, expected, harms, chance);
    case 'pick':
      return choosePicks(decision, expected, harms, chance);
    case 'rank':
      return chooseOrder(decision, expected, chance);
    case 'rate':
      return chooseRatings(decision, expected, chance);
  }
}

function chooseAction(
  options: Extract<Decision, { kind: 'best-action' }>['options'],
  world: World,
  expected: number,
  harms: number,
  chance: Chance,
): Answer {
  const ranked = Object.entries(options)
    .filter(([, option]) => holds(option.when, world))
    .map(([id, option]) => {
      const { credit, harmful } = keyIn(option.key, world);
      const worth = mean(Object.values(credit));
      return { id, worth, weight: harmful ? harms : 0.2 + worth };
    })
    .sort((a, b) => b.worth - a.worth);
  const [best, ...rest] = ranked;
  const weights = rest.reduce((sum, { weight }) => sum + weight, 0);
  if (!weights) return best!.id;
  const otherwise = rest.reduce((sum, { worth, weight }) => sum + worth * weight, 0) / weights;
  const soundly = (expected - otherwise) / (best!.worth - otherwise || 1);
  return chance.happens(soundly) ? best!.id : chance.one(rest, ({ weight }) => weight).id;
}

function choosePicks(decision: Pick, expected: number, harms: number, chance: Chance): Answer {
  const options = Object.entries(decision.options);
  const picked = new Set<string>();
  for (const [id, { key }] of options) if (key.right && chance.happens(expected)) picked.add(id);
  const weigh = ([, { key }]: (typeof options)[number]) => (key.harmful ? harms : 1);
  const wrong = options.filter((option) => !option[1].key.right && weigh(option) > 0);
  while (picked.size < decision.pick) {
    const left = wrong.filter(([id]) => !picked.has(id));
    if (!left.length) break;
    picked.add(chance.one(left, weigh)[0]);
  }
  const right = options.filter(([, { key }]) => key.right);
  for (const [id] of right) if (picked.size < decision.pick) picked.add(id);
  return options
    .map(([id]) => id)
    .filter((id) => picked.has(id))
    .join(' ');
}

function chooseOrder(decision: Rank, expected: number, chance: Chance): Answer {
  const right = Object.entries(decision.options)
    .sort(([, a], [, b]) => a.key.place - b.key.place)
    .map(([id]) => id);
  // Right, or the first thing first and all else turned round: no harm, and little credit.
  const turned = [right[0]!, ...right.slice(1).reverse()];
  const worth = rankCredit(
    right.map((_, at) => at + 1),
    right.map((id) => turned.indexOf(id) + 1),
  );
  return placed(chance.happens((expected - worth) / (1 - worth)) ? right : turned);
}

function chooseRatings(decision: Rate, expected: number, chance: Chance): Answer {
  const steps = decision.scale.length;
  return Object.entries(decision.options)
    .map(([id, { key }]) => {
      if (!chance.happens(2 * (1 - expected))) return `${id}=${key.rating}`;
      const off = chance.whole(1, Math.max(1, steps - 2));
      const down = key.rating - off >= 1;
      const up = key.rating + off <= steps && !key.harmful;
      const rating = down && (!up || chance.happens(0.5)) ? key.rating - off : key.rating + off;
      return `${id}=${Math.min(steps, Math.max(1, up || down ? rating : key.rating))}`;
    })
    .join(' ');
}
