import type { Guard } from '../guard.ts';
import { guardsIn, movesOf, type Path } from '../parts-of.ts';
import { factsOf, type Scenario } from '../schema.ts';
import type { Problem } from './problem.ts';

/** Every fact is there for something: some move changes it, and some condition asks about it. */
export function checkFacts(scenario: Scenario): Problem[] {
  const read = new Set(guardsIn(scenario).flatMap(({ what }) => factsIn(what)));
  const written = new Set(
    movesOf(scenario).flatMap(({ what }) => Object.keys({ ...what.set, ...what.add })),
  );
  return Object.keys(factsOf(scenario)).flatMap((name) => [
    ...(read.has(name)
      ? []
      : [
          {
            code: 'fact-unread',
            path: pathOf(name),
            message: `No condition asks about "${name}", so it makes no difference.`,
            remedy: 'Let something follow from it, be told or be shown by it, or remove it.',
          },
        ]),
    ...(written.has(name)
      ? []
      : [
          {
            code: 'fact-unwritten',
            path: pathOf(name),
            message: `Nothing ever changes "${name}".`,
            remedy: 'Let a move set it or add to it, or remove it with the conditions on it.',
          },
        ]),
  ]);
}

/** The facts that a condition asks about. */
export function factsIn(guard: Guard): string[] {
  if ('fact' in guard) return [guard.fact];
  if ('all' in guard) return guard.all.flatMap(factsIn);
  if ('any' in guard) return guard.any.flatMap(factsIn);
  return 'not' in guard ? factsIn(guard.not) : [];
}

function pathOf(name: string): Path {
  const [person, own] = name.split('.');
  return own === undefined ? ['facts', name] : ['people', person!, 'facts', own];
}
