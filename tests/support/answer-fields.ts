import { keyIn } from '#domain/evidence/score-answer.ts';
import { optionsOf, type Decision } from '#domain/scenario/decision.ts';
import type { World } from '#domain/scenario/world.ts';

/** Why an answer was worth what it was, as the debrief has to say: of all that was asked about. */
export function reasonsOf(decision: Decision, answer: string, world: World): string[] {
  if (decision.kind === 'best-action') return [keyIn(decision.options[answer]!.key, world).why];
  return Object.values(optionsOf(decision)).map(({ key }) => key.why);
}

/** An answer as a form sends it: every place and every rating in a field of its own. */
export function fieldsFor(decision: Decision | undefined, answer: string): Record<string, string> {
  if (decision?.kind !== 'rank' && decision?.kind !== 'rate') return { choice: answer };
  const name = decision.kind === 'rank' ? 'place' : 'rate';
  return Object.fromEntries(
    answer.split(' ').map((part) => {
      const [id, number] = part.split('=');
      return [`${name}.${id}`, number!];
    }),
  );
}
