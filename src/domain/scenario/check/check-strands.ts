import { movesIn, targetsIn, type Path } from '../parts-of.ts';
import type { Scenario, Scene } from '../schema.ts';
import { branchesOf } from '../target.ts';
import type { Problem } from './problem.ts';

const problem = (code: string, path: Path, message: string, remedy: string): Problem => ({
  code,
  path,
  message,
  remedy,
});

/** Several things at once are told whole: two or three strands, each of scenes of its own, which can close. */
export const checkStrands = (scenario: Scenario): Problem[] => [
  ...checkNames(scenario),
  ...Object.entries(scenario.scenes).flatMap(([name, scene]) => [
    ...checkSplit(scenario, name, scene),
    ...checkMember(scenario, name, scene),
    ...checkTurns(scenario, name, scene),
  ]),
];

/** The scene that holds a strand. */
const holderOf = (scenario: Scenario, strand: string): string | undefined =>
  Object.keys(scenario.scenes).find((name) =>
    Object.hasOwn(scenario.scenes[name]!.strands ?? {}, strand),
  );

function checkNames(scenario: Scenario): Problem[] {
  return Object.entries(scenario.scenes).flatMap(([name, { strands }]) =>
    Object.keys(strands ?? {})
      .filter((strand) => holderOf(scenario, strand) !== name)
      .map((strand) =>
        problem(
          'strand-out-of-place',
          ['scenes', name, 'strands', strand],
          `"${holderOf(scenario, strand)!}" has a strand "${strand}" already.`,
          'Give each strand of the scenario a name of its own.',
        ),
      ),
  );
}

function checkSplit(scenario: Scenario, name: string, scene: Scene): Problem[] {
  const path = ['scenes', name];
  const { strands } = scene;
  const incomplete = (at: Path, message: string, remedy: string) => [
    problem('strands-incomplete', [...path, ...at], message, remedy),
  ];
  if (!strands)
    return scene.attend === undefined && scene.to === undefined
      ? []
      : incomplete(
          [scene.attend === undefined ? 'to' : 'attend'],
          `"${name}" has no strands to attend to or to come from.`,
          'Give it "strands", or lead on by a "decision" or a "next".',
        );
  const names = Object.keys(strands);
  const closing = (strand: string) =>
    Object.values(scenario.scenes).some((one) => one.strand === strand && one.closes);
  return [
    ...(names.length < 2 || names.length > 3
      ? incomplete(
          ['strands'],
          `"${name}" has ${names.length} strands.`,
          'Two or three things can go on at once.',
        )
      : []),
    ...(scene.attend !== undefined && Object.hasOwn(strands, scene.attend)
      ? []
      : incomplete(
          ['attend'],
          `"${name}" does not say which of its strands comes first.`,
          `Set "attend" to one of ${names.join(', ')}.`,
        )),
    ...(scene.to === undefined && names.every(closing)
      ? incomplete(
          ['to'],
          `"${name}" does not say where the story goes on.`,
          'Give it a "to", for when every strand has closed.',
        )
      : []),
    ...((scene.strand ?? scene.during)
      ? [
          problem(
            'strand-out-of-place',
            [...path, 'strands'],
            `"${name}" is itself part of a strand or of an interruption.`,
            'Let it stand by itself in the story.',
          ),
        ]
      : []),
    ...names.flatMap((strand) =>
      scenario.scenes[strands[strand]!.start]?.strand === strand
        ? []
        : [
            problem(
              'strand-out-of-place',
              [...path, 'strands', strand, 'start'],
              `The strand "${strand}" begins in a scene that is not its own.`,
              `Mark that scene "strand: ${strand}".`,
            ),
          ],
    ),
  ];
}

/** A scene of a strand is entered from that strand alone: from elsewhere, the others would be nowhere. */
function checkMember(scenario: Scenario, name: string, scene: Scene): Problem[] {
  const path = ['scenes', name];
  const misplaced = (at: Path, message: string, remedy: string) => [
    problem('strand-out-of-place', [...path, ...at], message, remedy),
  ];
  const strayed = targetsIn(scene).flatMap(({ what, path: at }) =>
    at[0] === 'strands'
      ? []
      : branchesOf(what).flatMap(({ to }) => {
          const strand = scenario.scenes[to]?.strand;
          if (!strand || strand === scene.strand) return [];
          return misplaced(
            at,
            `This leads into the strand "${strand}" from outside it.`,
            `Lead to "${holderOf(scenario, strand) ?? strand}", where that strand begins.`,
          );
        }),
  );
  if (!scene.strand)
    return scene.closes
      ? [...strayed, ...misplaced(['closes'], `"${name}" is in no strand.`, 'Say which it closes.')]
      : strayed;
  return [
    ...strayed,
    ...(holderOf(scenario, scene.strand)
      ? []
      : misplaced(
          ['strand'],
          `There is no strand "${scene.strand}".`,
          'Name a strand that some scene holds.',
        )),
    ...(scene.ending || scene.during || scenario.start === name
      ? misplaced(
          [],
          `"${name}" is in a strand, so it cannot begin or end the story or be part of an interruption.`,
          'Close the strand, or lead to a scene outside it.',
        )
      : []),
  ];
}

/** A move turns to a strand that is there: of the scene it is made in, or of the one that it leads to. */
function checkTurns(scenario: Scenario, name: string, scene: Scene): Problem[] {
  const here = scene.strands ? name : scene.strand && holderOf(scenario, scene.strand);
  const moves = movesIn(scene).filter(({ what }) => what.turns !== undefined);
  return moves.flatMap(({ what, path }) => {
    const holder = holderOf(scenario, what.turns!);
    const leads = targetsIn(scene).some(
      (target) =>
        path.every((part, at) => target.path[at] === part) &&
        branchesOf(target.what).some(({ to }) => to === holder),
    );
    if (holder === undefined || holder === here || leads) return [];
    return [
      problem(
        'strand-out-of-place',
        ['scenes', name, ...path, 'turns'],
        `"${what.turns!}" does not go on here, nor where this leads.`,
        'Turn to a strand of the same scene.',
      ),
    ];
  });
}
