import { targetsIn, type Path } from '../parts-of.ts';
import type { Scenario, Scene } from '../schema.ts';
import { back, branchesOf } from '../target.ts';
import type { Problem } from './problem.ts';

/** An interruption has scenes of its own, which nothing else leads to, and from which one can come back. */
export const checkInterruptions = (scenario: Scenario): Problem[] => [
  ...(scenario.scenes[scenario.start]?.during
    ? misplaced(
        ['start'],
        'The story begins with part of an interruption.',
        'Begin with a scene of the story.',
      )
    : []),
  ...Object.entries(scenario.interruptions ?? {}).flatMap(([name, { to, turns }]) => [
    ...(to === back || scenario.scenes[to]?.during === name
      ? []
      : misplaced(
          ['interruptions', name, 'to'],
          `"${name}" leads to a scene that is not part of it.`,
          `Mark that scene "during: ${name}".`,
        )),
    ...(to === back
      ? misplaced(
          ['interruptions', name, 'to'],
          `"${name}" would be over before it began.`,
          'Lead to a scene in which it is played.',
        )
      : []),
    ...(turns
      ? misplaced(
          ['interruptions', name, 'turns'],
          `"${name}" may come where that strand does not go on.`,
          'Turn the worker with a move of a scene instead.',
        )
      : []),
  ]),
  ...Object.entries(scenario.scenes).flatMap(([name, scene]) => checkScene(scenario, name, scene)),
];

const misplaced = (path: Path, message: string, remedy: string): Problem[] => [
  { code: 'interruption-out-of-place', path, message, remedy },
];

function checkScene(scenario: Scenario, name: string, scene: Scene): Problem[] {
  const path = ['scenes', name];
  const { during } = scene;
  return [
    ...(during !== undefined && !Object.hasOwn(scenario.interruptions ?? {}, during)
      ? misplaced(
          [...path, 'during'],
          `There is no interruption "${during}".`,
          'Declare it under "interruptions".',
        )
      : []),
    ...(during !== undefined && scene.ending
      ? misplaced(
          [...path, 'ending'],
          `"${name}" ends the story from within an interruption.`,
          'Lead to an ending that is not "during" anything.',
        )
      : []),
    ...targetsIn(scene).flatMap(({ what, path: at }) =>
      branchesOf(what).flatMap(({ to }) => checkWay(scenario, during, to, [...path, ...at])),
    ),
  ];
}

function checkWay(scenario: Scenario, from: string | undefined, to: string, path: Path): Problem[] {
  if (to === back)
    return from !== undefined
      ? []
      : misplaced(
          path,
          'Nothing has been interrupted here, so there is nowhere to go back to.',
          'Name the scene that this leads to.',
        );
  const into = scenario.scenes[to]?.during;
  if (into === undefined || into === from) return [];
  return misplaced(
    path,
    `This leads into the interruption "${into}", which comes by itself.`,
    'Lead to a scene that is not "during" it.',
  );
}
