import type { Guard } from '../guard.ts';
import { guardsIn, movesOf, targetsIn, type Part, type Path } from '../parts-of.ts';
import { factsOf, type Scenario } from '../schema.ts';
import { back, branchesOf, type Target } from '../target.ts';
import { isWithin, firstValue, type Effects } from '../world.ts';
import type { Problem } from './problem.ts';

/** Every name that a scenario uses must be one that it declares: scenes, facts, finds, people and strands. */
export const checkReferences = (scenario: Scenario): Problem[] => [
  ...checkScene(scenario, scenario.start, ['start']),
  ...checkStarts(scenario),
  ...guardsIn(scenario).flatMap(({ what, path }) => checkGuard(scenario, what, path)),
  ...movesOf(scenario).flatMap((move) => checkEffects(scenario, move)),
  ...Object.entries(scenario.scenes).flatMap(([name, scene]) => [
    ...targetsIn(scene).flatMap(({ what, path }) =>
      checkTarget(scenario, what, ['scenes', name, ...path]),
    ),
    ...Object.entries(scene.people ?? {}).flatMap(([person, faces]) =>
      checkPerson(scenario, person, faces === 'as-felt', ['scenes', name, 'people', person]),
    ),
  ]),
  ...Object.entries(scenario.interruptions ?? {}).flatMap(([name, { to }]) =>
    checkScene(scenario, to, ['interruptions', name, 'to']),
  ),
];

const problem = (code: string, path: Path, message: string, remedy: string): Problem[] => [
  { code, path, message, remedy },
];

function checkScene(scenario: Scenario, name: string, path: Path): Problem[] {
  if (scenario.scenes[name] || name === back) return [];
  return problem(
    'unknown-scene',
    path,
    `There is no scene "${name}".`,
    'Write that scene, or name one that exists.',
  );
}

function checkTarget(scenario: Scenario, target: Target, path: Path): Problem[] {
  const found = branchesOf(target).flatMap(({ to }, at) =>
    checkScene(scenario, to, typeof target === 'string' ? path : [...path, at, 'to']),
  );
  if (typeof target === 'string' || !target.at(-1)?.when) return found;
  return [
    ...found,
    ...problem(
      'no-way-out',
      path,
      'The last branch has a condition, so there may be no way on.',
      'End the list with a branch that has no "when".',
    ),
  ];
}

function checkPerson(scenario: Scenario, name: string, asFelt: boolean, path: Path): Problem[] {
  const person = scenario.people[name];
  if (!person)
    return problem(
      'unknown-person',
      path,
      `Nobody is called "${name}".`,
      'Describe them under "people".',
    );
  if (!asFelt || person.faces) return [];
  return problem(
    'no-faces',
    path,
    `"${name}" has no "faces" to show how they feel.`,
    'Give them "faces" under "people", or a mood here.',
  );
}

function checkStarts(scenario: Scenario): Problem[] {
  return Object.entries(factsOf(scenario)).flatMap(([name, fact]) => {
    if (!('counter' in fact) || isWithin(fact, firstValue(fact))) return [];
    const [person, own] = name.split('.');
    return problem(
      'fact-out-of-bounds',
      own ? ['people', person!, 'facts', own, 'start'] : ['facts', name, 'start'],
      `"${name}" starts at ${fact.start}, outside ${fact.counter.join(' to ')}.`,
      'Start it within its bounds.',
    );
  });
}

const unknownFact = (name: string, path: Path) =>
  problem(
    'unknown-fact',
    path,
    `There is no fact "${name}".`,
    'Declare it under "facts", or under a person’s "facts", or name one that is.',
  );

function checkGuard(scenario: Scenario, guard: Guard, path: Path): Problem[] {
  const inEach = (name: 'all' | 'any', parts: Guard[]) =>
    parts.flatMap((part, at) => checkGuard(scenario, part, [...path, name, at]));
  if ('all' in guard) return inEach('all', guard.all);
  if ('any' in guard) return inEach('any', guard.any);
  if ('not' in guard) return checkGuard(scenario, guard.not, [...path, 'not']);
  const scenes = Object.values(scenario.scenes);
  if ('knows' in guard && !scenes.some(({ finds }) => finds?.[guard.knows]))
    return problem(
      'unknown-find',
      path,
      `Nothing can be found that is called "${guard.knows}".`,
      'Name a find of one of the scenes.',
    );
  if ('attending' in guard && !scenes.some(({ strands }) => strands?.[guard.attending]))
    return problem(
      'unknown-strand',
      path,
      `There is no strand "${guard.attending}".`,
      'Name a strand that some scene holds.',
    );
  if (!('fact' in guard)) return [];
  const fact = factsOf(scenario)[guard.fact];
  if (!fact) return unknownFact(guard.fact, path);
  if ('is' in guard === 'flag' in fact) return [];
  return problem(
    'wrong-kind-of-fact',
    path,
    `"${guard.fact}" is a ${kindOf(fact)} and is asked about as the other kind.`,
    'Ask a flag with "is", a counter or a timer with "at-least" or "at-most".',
  );
}

const kindOf = (fact: object) =>
  'flag' in fact ? 'flag' : 'counter' in fact ? 'counter' : 'timer';

function checkEffects(scenario: Scenario, { what: move, path }: Part<Effects>): Problem[] {
  const facts = factsOf(scenario);
  const sets = Object.entries(move.set ?? {}).flatMap(([name, value]) => {
    const fact = facts[name];
    const at = [...path, 'set', name];
    if (!fact) return unknownFact(name, at);
    if ('flag' in fact !== (typeof value === 'boolean'))
      return problem(
        'wrong-kind-of-fact',
        at,
        `"${name}" cannot be ${String(value)}.`,
        'Set a flag to true or false, a counter or a timer to a whole number.',
      );
    if (isWithin(fact, value)) return [];
    return problem(
      'fact-out-of-bounds',
      at,
      `"${name}" is set to ${String(value)}, outside its bounds.`,
      'Set it within its bounds, or widen them.',
    );
  });
  const adds = Object.keys(move.add ?? {}).flatMap((name) => {
    const fact = facts[name];
    const at = [...path, 'add', name];
    if (!fact) return unknownFact(name, at);
    if ('counter' in fact) return [];
    return problem(
      'wrong-kind-of-fact',
      at,
      `"${name}" is a ${kindOf(fact)} and cannot be added to.`,
      'Use "set", or make it a counter.',
    );
  });
  return [...sets, ...adds, ...checkTurn(scenario, move, path)];
}

/** A move may turn to a strand of its own scene’s, or to one of the scene it leads to. */
function checkTurn(scenario: Scenario, { turns }: Effects, path: Path): Problem[] {
  if (!turns || Object.values(scenario.scenes).some(({ strands }) => strands?.[turns])) return [];
  return problem(
    'unknown-strand',
    [...path, 'turns'],
    `There is no strand "${turns}".`,
    'Name a strand that some scene holds.',
  );
}
