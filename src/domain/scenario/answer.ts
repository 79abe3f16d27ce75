import type { Decision } from './decision.ts';
import type { Effects } from './world.ts';

/**
 * An answer to a decision as one line of text, the form in which it is kept: the id of an option, the
 * ids picked ("a b"), the place or the rating of each ("a=2 b=1"), or nothing where reasons were given.
 */
export type Answer = string;

/** The ids that were picked, in an answer to a decision of that kind. */
export const pickedIn = (answer: Answer): string[] => answer.split(' ').filter(Boolean);

/** The number given to each option, in an answer to a ranking or a rating. */
export const numbersIn = (answer: Answer): Map<string, number> =>
  new Map(
    answer
      .split(' ')
      .filter(Boolean)
      .map((part) => {
        const [id = '', number = ''] = part.split('=');
        return [id, Number(number)];
      }),
  );

/** The ids in the order in which an answer puts them. */
export const orderIn = (answer: Answer): string[] =>
  [...numbersIn(answer)].sort(([, a], [, b]) => a - b).map(([id]) => id);

/** What is wrong with an answer as its form was filled in, so that nobody is marked down for a slip of it. */
export type AnswerProblem =
  'nothing-chosen' | 'wrong-number' | 'same-place' | 'not-all' | 'nothing-written';

/** Says what is missing from an answer, or nothing where it can be taken. */
export function problemIn(
  decision: Decision,
  answer: Answer,
  words: string,
): AnswerProblem | undefined {
  if (decision.kind === 'rationale') return words.trim() ? undefined : 'nothing-written';
  if (decision.kind === 'best-action') return answer ? undefined : 'nothing-chosen';
  if (decision.kind === 'pick')
    return new Set(pickedIn(answer)).size === decision.pick ? undefined : 'wrong-number';
  const numbers = numbersIn(answer);
  const ids = Object.keys(decision.options);
  if (ids.some((id) => !numbers.get(id))) return 'not-all';
  if (decision.kind === 'rank' && new Set(numbers.values()).size < ids.length) return 'same-place';
  return undefined;
}

/** Whether an answer names nothing but what the decision offers. */
export function isAnswerTo(decision: Decision, answer: Answer): boolean {
  if (decision.kind === 'rationale') return answer === '';
  const { options } = decision;
  if (decision.kind === 'best-action') return Object.hasOwn(options, answer);
  if (decision.kind === 'pick') return pickedIn(answer).every((id) => Object.hasOwn(options, id));
  const most = decision.kind === 'rank' ? Object.keys(options).length : decision.scale.length;
  return [...numbersIn(answer)].every(
    ([id, number]) =>
      Object.hasOwn(options, id) && Number.isInteger(number) && number >= 1 && number <= most,
  );
}

/** The options whose doing an answer sets going: the one chosen, all that were picked, the one put first. */
export function doneBy(decision: Decision, answer: Answer): string[] {
  if (decision.kind === 'best-action') return [answer];
  if (decision.kind === 'pick') {
    const picked = pickedIn(answer);
    return Object.keys(decision.options).filter((id) => picked.includes(id));
  }
  return decision.kind === 'rank' ? orderIn(answer).slice(0, 1) : [];
}

/** Everything that an answer does to the world, in the order in which it is done. */
export function effectsOf(decision: Decision, answer: Answer): Effects[] {
  if (decision.kind === 'best-action') return [decision.options[answer]!];
  if (decision.kind === 'pick' || decision.kind === 'rank') {
    const { options } = decision;
    return [...doneBy(decision, answer).map((id) => options[id]!), decision];
  }
  return [decision];
}
