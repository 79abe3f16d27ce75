import type { Guard } from '../guard.ts';
import type { Prose, Scenario, Scene, Target } from '../schema.ts';
import { isWithin, type Effects } from '../world.ts';
import type { Problem } from './problem.ts';

type Path = (string | number)[];

/** Every name that a scenario uses must be one that it declares: scenes, facts, finds and people. */
export function checkReferences(scenario: Scenario): Problem[] {
  const problems: Problem[] = [];
  const report = (code: string, path: Path, message: string, remedy: string) =>
    problems.push({ code, path, message, remedy });
  const finds = new Set(Object.values(scenario.scenes).flatMap((s) => Object.keys(s.finds ?? {})));

  const sceneExists = (name: string, path: Path) => {
    if (!scenario.scenes[name])
      report(
        'unknown-scene',
        path,
        `There is no scene "${name}".`,
        'Write that scene, or name one that exists.',
      );
  };
  const checkGuard = (guard: Guard | undefined, path: Path): void => {
    if (!guard) return;
    if ('fact' in guard) {
      const fact = scenario.facts[guard.fact];
      if (!fact)
        return void report(
          'unknown-fact',
          path,
          `There is no fact "${guard.fact}".`,
          'Declare it under "facts", or name one that is.',
        );
      if ('is' in guard !== 'flag' in fact)
        report(
          'wrong-kind-of-fact',
          path,
          `"${guard.fact}" is a ${'flag' in fact ? 'flag' : 'counter'} and is asked about as the other kind.`,
          'Ask a flag with "is", a counter with "at-least" or "at-most".',
        );
    } else if ('knows' in guard && !finds.has(guard.knows))
      report(
        'unknown-find',
        path,
        `Nothing can be found that is called "${guard.knows}".`,
        'Name a find of one of the scenes.',
      );
    else if ('all' in guard)
      guard.all.forEach((part, at) => checkGuard(part, [...path, 'all', at]));
    else if ('any' in guard)
      guard.any.forEach((part, at) => checkGuard(part, [...path, 'any', at]));
    else if ('not' in guard) checkGuard(guard.not, [...path, 'not']);
  };
  const checkTarget = (target: Target, path: Path) => {
    if (typeof target === 'string') return sceneExists(target, path);
    target.forEach((branch, at) => {
      checkGuard(branch.when, [...path, at, 'when']);
      sceneExists(branch.to, [...path, at, 'to']);
    });
    if (target.at(-1)?.when)
      report(
        'no-way-out',
        path,
        'The last branch has a condition, so there may be no way on.',
        'End the list with a branch that has no "when".',
      );
  };
  const checkEffects = (move: Effects, path: Path) => {
    for (const [name, value] of Object.entries(move.set ?? {})) {
      const fact = scenario.facts[name];
      const at = [...path, 'set', name];
      if (!fact)
        report('unknown-fact', at, `There is no fact "${name}".`, 'Declare it under "facts".');
      else if ('flag' in fact !== (typeof value === 'boolean'))
        report(
          'wrong-kind-of-fact',
          at,
          `"${name}" cannot be ${String(value)}.`,
          'Set a flag to true or false, a counter to a whole number.',
        );
      else if ('counter' in fact && !isWithin(fact, value))
        report(
          'fact-out-of-bounds',
          at,
          `"${name}" is set to ${String(value)}, outside ${fact.counter.join(' to ')}.`,
          'Set it within its bounds, or widen them.',
        );
    }
    for (const name of Object.keys(move.add ?? {})) {
      const fact = scenario.facts[name];
      if (!fact)
        report(
          'unknown-fact',
          [...path, 'add', name],
          `There is no fact "${name}".`,
          'Declare it under "facts".',
        );
      else if ('flag' in fact)
        report(
          'wrong-kind-of-fact',
          [...path, 'add', name],
          `"${name}" is a flag and cannot be added to.`,
          'Use "set", or make it a counter.',
        );
    }
  };
  const checkProse = (prose: Prose | undefined, path: Path) => {
    if (!Array.isArray(prose)) return;
    prose.forEach(
      (part, at) => typeof part !== 'string' && checkGuard(part.when, [...path, at, 'when']),
    );
  };
  const checkScene = (scene: Scene, path: Path) => {
    checkProse(scene.text, [...path, 'text']);
    for (const [name, mood] of Object.entries(scene.people ?? {})) {
      const at = [...path, 'people', name];
      if (!scenario.people[name])
        report(
          'unknown-person',
          at,
          `Nobody is called "${name}".`,
          'Describe them under "people".',
        );
      if (Array.isArray(mood))
        mood.forEach((face, index) => checkGuard(face.when, [...at, index, 'when']));
    }
    (scene.happens ?? []).forEach((happening, index) => {
      const at = [...path, 'happens', index];
      checkGuard(happening.when, [...at, 'when']);
      checkEffects(happening, at);
      sceneExists(happening.to, [...at, 'to']);
    });
    for (const [name, find] of Object.entries(scene.finds ?? {})) {
      const at = [...path, 'finds', name];
      checkGuard(find.when, [...at, 'when']);
      checkEffects(find, at);
      checkProse(find.tells, [...at, 'tells']);
    }
    for (const [name, option] of Object.entries(scene.decision?.options ?? {})) {
      const at = [...path, 'decision', 'options', name];
      checkGuard(option.when, [...at, 'when']);
      checkEffects(option, at);
      checkProse(option.followed, [...at, 'followed']);
      checkTarget(option.to, [...at, 'to']);
    }
    if (scene.next) {
      checkEffects(scene.next, [...path, 'next']);
      checkTarget(scene.next.to, [...path, 'next', 'to']);
    }
  };

  sceneExists(scenario.start, ['start']);
  for (const [name, fact] of Object.entries(scenario.facts))
    if ('counter' in fact && !isWithin(fact, fact.start))
      report(
        'fact-out-of-bounds',
        ['facts', name, 'start'],
        `"${name}" starts at ${fact.start}, outside ${fact.counter.join(' to ')}.`,
        'Start it within its bounds.',
      );
  for (const [name, scene] of Object.entries(scenario.scenes)) checkScene(scene, ['scenes', name]);
  return problems;
}
