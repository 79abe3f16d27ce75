import { strandsAside, type Moment } from '../scenario/moment.ts';
import { tell } from '../scenario/prose.ts';
import type { Scenario } from '../scenario/schema.ts';
import { peopleIn, type SeenPerson } from './seen-people.ts';

/** Another thing that goes on at the same time, as it can be seen from here. */
export interface SeenStrand {
  id: string;
  title: string;
  place: string;
  text: string;
  people: SeenPerson[];
  /** The move that takes one there; none where it is settled. */
  turn?: { label: string; minutes: number };
}

/** What holds several things together, and the others of them beside the one attended to. */
export interface SeenBeside {
  title: string;
  text: string;
  strands: SeenStrand[];
}

/** What else goes on beside the scene that the worker is in, or nothing where it is the only one. */
export function seeBeside(scenario: Scenario, moment: Moment): SeenBeside | undefined {
  const { scene, split, strands, world } = moment;
  if (!split || !strands) return undefined;
  const whole = scenario.scenes[split]!;
  const open = strandsAside(scenario, moment);
  const aside = Object.entries(strands).filter(([, at]) => at !== scene);
  return {
    title: whole.title,
    text: tell(whole.text, world),
    strands: aside.map(([id, at]) => {
      const there = scenario.scenes[at]!;
      const { label, minutes = 0 } = whole.strands![id]!.turn;
      return {
        id,
        title: there.title,
        place: there.place,
        text: tell(there.text, world),
        people: peopleIn(scenario, there, world),
        ...(open.includes(id) && { turn: { label, minutes } }),
      };
    }),
  };
}
