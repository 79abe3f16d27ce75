import type { AnswerProblem } from '../scenario/answer.ts';
import type { Fields } from '../scenario/compose-answer.ts';
import type { SeenDecision } from './learner-view.ts';

/** The page's own name for the field of an option, or of the reasons. */
export const fieldOf = (id: string): string => `answer-${id}`;

/** The field to go to when an answer is refused: the first that is empty, or has what another has. */
export function fieldInTrouble(
  decision: SeenDecision,
  problem: AnswerProblem,
  fields: Fields,
): string {
  const { kind, options } = decision;
  if (kind === 'rationale') return fieldOf('words');
  const name = kind === 'rank' ? 'place' : 'rate';
  const given = options.map(({ id }) => fields[`${name}.${id}`]);
  const at =
    problem === 'same-place'
      ? given.findIndex((value, index) => given.indexOf(value) < index)
      : problem === 'not-all'
        ? given.findIndex((value) => !value)
        : 0;
  return fieldOf(options[Math.max(at, 0)]?.id ?? 'words');
}
