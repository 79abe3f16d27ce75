import {
  doneBy,
  effectsOf,
  numbersIn,
  orderIn,
  pickedIn,
  type Answer,
} from '../scenario/answer.ts';
import type { Decision } from '../scenario/decision.ts';
import { tell, type Prose } from '../scenario/prose.ts';
import { applyEffects, type Fact, type World } from '../scenario/world.ts';
import { closeSentence } from './worth-words.ts';

/** An answer in words: what somebody did, picked, put in order, rated or wrote. */
export function sayAnswer(decision: Decision, answer: Answer, words: string | null): string {
  switch (decision.kind) {
    case 'best-action':
      return decision.options[answer]!.text;
    case 'pick':
      return pickedIn(answer)
        .map((id) => closeSentence(decision.options[id]!.text))
        .join(' ');
    case 'rank':
      return orderIn(answer)
        .map((id, at) => `${at + 1}. ${closeSentence(decision.options[id]!.text)}`)
        .join(' ');
    case 'rate':
      return [...numbersIn(answer)]
        .map(
          ([id, step]) =>
            `${decision.options[id]!.text.replace(/\.$/, '')}: ${decision.scale[step - 1]}.`,
        )
        .join(' ');
    case 'rationale':
      return words ?? '';
  }
}

/** What followed on an answer, told in the world that it left: of each thing that was done, then of all. */
export function tellFollowed(
  decision: Decision,
  answer: Answer,
  world: World,
  facts: Record<string, Fact>,
): string {
  const after = effectsOf(decision, answer).reduce(
    (now, effects) => applyEffects(now, effects, facts),
    world,
  );
  return followedIn(decision, answer)
    .map((prose) => tell(prose, after))
    .filter(Boolean)
    .join('\n\n');
}

function followedIn(decision: Decision, answer: Answer): (Prose | undefined)[] {
  if (decision.kind === 'best-action') return [decision.options[answer]!.followed];
  if (decision.kind === 'rate' || decision.kind === 'rationale') return [decision.followed];
  const { options, followed } = decision;
  return [...doneBy(decision, answer).map((id) => options[id]!.followed), followed];
}
