import { initialTransition, transition } from 'xstate';
import { expect, test } from 'vitest';
import { branchingStory } from '../../../tests/support/branching-story.ts';
import { firstMoment, movesAt, nextMoment, type Moment } from './moment.ts';
import { nextSnapshot, type Snapshot } from './next-snapshot.ts';
import { Scenario } from './schema.ts';
import { eventOf, toMachine } from './to-machine.ts';

const told = ({ value, context, status }: Snapshot) => JSON.stringify([value, context, status]);

test('wherever a story goes, the next snapshot is the one that XState gives', () => {
  const scenario = Scenario.parse(branchingStory());
  const machine = toMachine(scenario);
  let here: { moment: Moment; snapshot: Snapshot }[] = [
    { moment: firstMoment(machine), snapshot: initialTransition(machine)[0] as Snapshot },
  ];
  let steps = 0;
  // Every way on from a dozen moments of each depth.
  while (here.length) {
    here = here
      .flatMap(({ moment, snapshot }) =>
        movesAt(scenario, moment).map((move) => {
          const event = eventOf(moment.scene, move);
          const after = nextSnapshot(machine, snapshot, event);
          expect(told(after)).toBe(told(transition(machine, snapshot, event)[0] as Snapshot));
          steps += 1;
          return { moment: nextMoment(machine, moment, move)!, snapshot: after };
        }),
      )
      .slice(0, 12);
    if (steps > 2000) break;
  }
  expect(steps).toBeGreaterThan(50);
});
