import { numbersIn, pickedIn, type Answer } from './answer.ts';
import type { Decision } from './decision.ts';

/** What a form sends: fields by their names, `place.<id>` and `rate.<id>` among them. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * The answer that the fields of a form give to a decision, with what it names in the author's order, so
 * that the same answer is always the same text. Fields of other names are not read. What the decision
 * does not offer is left in, for `isAnswerTo` to refuse.
 */
export function composeAnswer(decision: Decision, fields: Fields): Answer {
  const choice = text(fields['choice']);
  if (decision.kind === 'best-action' || decision.kind === 'rationale') return choice;
  const ids = Object.keys(decision.options);
  if (decision.kind === 'pick') {
    const picked = new Set(pickedIn(choice));
    return [
      ...ids.filter((id) => picked.has(id)),
      ...[...picked].filter((id) => !ids.includes(id)),
    ].join(' ');
  }
  const numbers = numbersIn(choice);
  const name = decision.kind === 'rank' ? 'place' : 'rate';
  for (const id of ids) {
    const given = text(fields[`${name}.${id}`]);
    if (given) numbers.set(id, /^\d{1,2}$/.test(given) ? Number(given) : NaN);
  }
  const inOrder = [...ids.filter((id) => numbers.has(id)), ...numbers.keys()];
  return [...new Set(inOrder)].map((id) => `${id}=${numbers.get(id)}`).join(' ');
}

const text = (given: unknown): string => (typeof given === 'string' ? given.trim() : '');
