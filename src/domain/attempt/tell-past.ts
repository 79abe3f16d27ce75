import { tell } from '../scenario/prose.ts';
import { factsOf, type Scenario } from '../scenario/schema.ts';
import { applyEffects } from '../scenario/world.ts';
import type { Arrival } from './attempt.ts';
import { sayAnswer, tellFollowed } from './tell-answer.ts';

/** The moment that a move was made in: what it was, what the worker did, and what followed at once. */
export function tellPast(scenario: Scenario, last: Arrival) {
  const scene = scenario.scenes[last.scene]!;
  const facts = factsOf(scenario);
  const moment = { title: scene.title, text: tell(scene.text, last.worldBefore) };
  if (last.kind === 'go-on') return { ...moment, did: scene.next!.label, followed: '' };
  if (last.kind === 'turn') return { ...moment, did: turnTo(scenario, last.choice), followed: '' };
  if (last.kind === 'find') {
    const find = scene.finds![last.choice]!;
    const after = applyEffects(last.worldBefore, find, facts, last.choice);
    return { ...moment, did: find.label, followed: tell(find.tells, after) };
  }
  const decision = scene.decision!;
  return {
    ...moment,
    did: sayAnswer(decision, last.choice, last.words ?? null),
    followed: tellFollowed(decision, last.choice, last.worldBefore, facts),
  };
}

/** The move to a strand, as the worker would say it. */
export const turnTo = (scenario: Scenario, strand: string): string =>
  Object.values(scenario.scenes).find((scene) => scene.strands?.[strand])!.strands![strand]!.turn
    .label;
