import type { Policy } from '../profile/policy.ts';
import type { DecisionFigures, DecisionOutcome } from './fold-decision.ts';

/** A reason to look at a decision again. `options` are the letters it is about. */
export interface Flag {
  code:
    | 'harm-common'
    | 'suspect-key'
    | 'best-shunned'
    | 'able-choose-it'
    | 'too-hard'
    | 'weak-item'
    | 'too-easy'
    | 'unused-option';
  options: string[];
}

/** Flags in the order in which they are to be looked at. */
const bySeriousness: Flag['code'][] = [
  ...(['harm-common', 'suspect-key', 'best-shunned', 'able-choose-it'] as const),
  ...(['too-hard', 'weak-item', 'too-easy', 'unused-option'] as const),
];

/** Whether a flag may mean that the key is wrong, or that people come to harm: to be looked at first. */
export const isPressing = ({ code }: Flag): boolean => bySeriousness.indexOf(code) < 4;

function flagWhole({ difficulty, itemTotal, harmed }: DecisionFigures, policy: Flagging) {
  const { difficulty: bounds, 'item-total': goes } = policy.statistics;
  const codes: Flag['code'][] = [];
  if (itemTotal !== undefined && itemTotal < 0) codes.push('suspect-key');
  else if (itemTotal !== undefined && itemTotal < goes.review) codes.push('weak-item');
  if (difficulty < bounds[0]) codes.push('too-hard');
  if (difficulty > bounds[1]) codes.push('too-easy');
  // As many as would make a decision too hard: no longer a slip of one person.
  if (harmed.share >= bounds[0]) codes.push('harm-common');
  return codes.map((code): Flag => ({ code, options: [] }));
}

function flagOptions({ options }: DecisionFigures, policy: Flagging): Flag[] {
  const { difficulty: bounds, 'item-total': goes } = policy.statistics;
  const hardlyAny = 1 - bounds[1];
  const flags = new Map<Flag['code'], string[]>();
  for (const { letter, sound, taken, withRest } of options) {
    const put = (code: Flag['code']) => flags.set(code, [...(flags.get(code) ?? []), letter]);
    if (!taken) continue;
    if (!sound && taken.share < hardlyAny) put('unused-option');
    else if (withRest === undefined) continue;
    else if (sound && withRest < 0) put('best-shunned');
    else if (!sound && withRest >= goes.review) put('able-choose-it');
  }
  return [...flags].map(([code, letters]) => ({ code, options: letters }));
}

type Flagging = Pick<Policy, 'statistics'>;

/**
 * What is to be looked at again in a decision (method §10). It is the decision that is questioned here,
 * never the people who met it. Nothing is said where its figures are silent.
 */
export function flagItem(
  { kind, figures }: Pick<DecisionOutcome, 'kind' | 'figures'>,
  policy: Flagging,
): Flag[] {
  if (!figures) return [];
  const whole = flagWhole(figures, policy);
  const choosing = kind === 'best-action' || kind === 'pick';
  const options = choosing ? flagOptions(figures, policy) : [];
  const isSuspect = whole.some(({ code }) => code === 'suspect-key');
  // A key that is suspect as a whole says of its best option already that it is shunned.
  const found = [...whole, ...options.filter(({ code }) => !isSuspect || code !== 'best-shunned')];
  const rank = ({ code }: Flag) => bySeriousness.indexOf(code);
  return found.sort((a, b) => rank(a) - rank(b));
}
