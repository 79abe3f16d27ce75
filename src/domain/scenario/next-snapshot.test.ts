import { initialTransition, transition, type AnyStateNode } from 'xstate';
import { expect, test } from 'vitest';
import { branchingStory } from '../../../tests/support/branching-story.ts';
import { firstMoment, movesAt, nextMoment, type Moment } from './moment.ts';
import { nextSnapshot, type Snapshot } from './next-snapshot.ts';
import { Scenario } from './schema.ts';
import { eventOf, toMachine } from './to-machine.ts';

interface Stand {
  moment: Moment;
  snapshot: Snapshot;
}

const told = ({ value, context, status, historyValue }: Snapshot) => {
  const remembered = Object.values(historyValue as Record<string, AnyStateNode[]>).flat();
  return JSON.stringify([value, context, status, remembered.map(({ id }) => id)]);
};

/** So many of them, from the first to the last. */
const spread = (stands: readonly Stand[], many: number) =>
  stands.filter((_, at) => at % Math.ceil(stands.length / many) === 0);

test('wherever a story goes, the next snapshot is the one that XState gives', () => {
  const story = Scenario.parse(branchingStory());
  story.interruptions!['office-rings']!.when = { minutes: { 'at-least': 6 } };
  const machine = toMachine(story);
  const met = new Set<string>();
  let here: Stand[] = [
    { moment: firstMoment(machine), snapshot: initialTransition(machine)[0] as Snapshot },
  ];
  for (let depth = 0; depth < 25 && here.length; depth += 1) {
    const after = here.flatMap(({ moment, snapshot }) =>
      movesAt(story, moment).map((move) => {
        const event = eventOf(moment.scene, move);
        const next = nextSnapshot(machine, snapshot, event);
        expect(told(next)).toBe(told(transition(machine, snapshot, event)[0] as Snapshot));
        return { moment: nextMoment(machine, moment, move)!, snapshot: next };
      }),
    );
    for (const { moment } of after) met.add(moment.scene);
    here = spread([...new Map(after.map((one) => [told(one.snapshot), one])).values()], 40);
  }
  // Strands, an interruption and the way back from it, and both endings.
  expect([...met]).toEqual(
    expect.arrayContaining(['on-the-floor', 'office-rings', 'office-asks', 'well', 'mixed']),
  );
});
