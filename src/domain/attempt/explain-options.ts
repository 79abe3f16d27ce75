import { keyIn } from '../evidence/score-answer.ts';
import { doneBy, numbersIn, pickedIn, type Answer } from '../scenario/answer.ts';
import type { Decision } from '../scenario/decision.ts';
import type { World } from '../scenario/world.ts';

/** An option after the decision: what was done with it, what would have been right, and why. */
export interface ExplainedOption {
  id: string;
  text: string;
  /** Chosen, picked, or put first. */
  chosen: boolean;
  why: string;
  /** Its credit for each competency; nothing where only the whole answer is worth something. */
  credit: Record<string, number>;
  harmful: string[];
  /** What was done with it and what is right, where it is not simply chosen: in words and in numbers. */
  placed?: Placed;
}

/** What an answer did with an option beside what is right: picked, a place, or a step of a scale. */
export interface Placed {
  given: string;
  right: string;
  givenAt: number;
  rightAt: number;
}

/** Every option that was offered, as it may be told once the decision is made. */
export function explainOptions(
  decision: Decision,
  answer: Answer,
  offered: readonly string[],
  world: World,
): ExplainedOption[] {
  if (decision.kind === 'rationale') return [];
  return offered.map((id) => ({ id, ...explain(decision, id, answer, world) }));
}

type Explained = Omit<ExplainedOption, 'id'>;

function explain(
  decision: Exclude<Decision, { kind: 'rationale' }>,
  id: string,
  answer: Answer,
  world: World,
): Explained {
  const chosen = doneBy(decision, answer).includes(id);
  if (decision.kind === 'best-action') {
    const option = decision.options[id]!;
    const { credit, harmful, why } = keyIn(option.key, world);
    return { text: option.text, chosen, why, credit, harmful: harmful ?? [] };
  }
  const { text, key } = decision.options[id]!;
  const told = { text, chosen, why: key.why, credit: {}, harmful: key.harmful ?? [] };
  if (decision.kind === 'pick') {
    const picked = pickedIn(answer).includes(id);
    const right = decision.options[id]!.key.right;
    return {
      ...told,
      placed: {
        given: picked ? 'picked' : 'left',
        right: right ? 'one to pick' : 'one to leave',
        givenAt: Number(picked),
        rightAt: Number(right),
      },
    };
  }
  const given = numbersIn(answer).get(id)!;
  if (decision.kind === 'rank') {
    const right = decision.options[id]!.key.place;
    const placed = { given: ordinal(given), right: ordinal(right), givenAt: given, rightAt: right };
    return { ...told, placed };
  }
  const right = decision.options[id]!.key.rating;
  return {
    ...told,
    placed: {
      given: decision.scale[given - 1]!,
      right: decision.scale[right - 1]!,
      givenAt: given,
      rightAt: right,
    },
  };
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
const ordinal = (place: number) => ordinals[place - 1] ?? String(place);

/** Why an answer was worth what it was: of what was done, or of what was furthest from right. */
export function whyOf(decision: Decision, answer: Answer, world: World): string {
  if (decision.kind === 'rationale') return '';
  if (decision.kind === 'best-action') return keyIn(decision.options[answer]!.key, world).why;
  if (decision.kind === 'pick') {
    const { options } = decision;
    const picked = pickedIn(answer);
    const wrong = picked.find((id) => !options[id]!.key.right);
    return options[wrong ?? picked[0]!]!.key.why;
  }
  const numbers = numbersIn(answer);
  const distance = ({ id, right }: { id: string; right: number }) =>
    Math.abs(numbers.get(id)! - right);
  const keys =
    decision.kind === 'rank'
      ? Object.entries(decision.options).map(([id, { key }]) => ({ id, right: key.place, ...key }))
      : Object.entries(decision.options).map(([id, { key }]) => ({
          id,
          right: key.rating,
          ...key,
        }));
  return keys.reduce((far, one) => (distance(one) > distance(far) ? one : far)).why;
}
