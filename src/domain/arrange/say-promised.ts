import { sayShortDate } from '../london-time.ts';
import type { Pending } from './arranged.ts';

/** Something that is arranged about somebody for a day, in words. */
export interface PromisedThing {
  competency: string;
  words: string;
  day: string;
  overdue: boolean;
}

/** Every observation asked for and conversation booked, whatever is next now: the soonest first. */
export function sayPromised(
  { observations, bookings }: Pick<Pending, 'observations' | 'bookings'>,
  say: { nameOf: (personId: string) => string; titleOf: (competency: string) => string },
  today: string,
): PromisedThing[] {
  const { nameOf, titleOf } = say;
  const seen = observations.map(({ competency, observerId, dueOn }) => ({
    ...{ competency, day: dueOn },
    words: `To be seen at work: ${titleOf(competency)}. ${
      observerId ? nameOf(observerId) : 'Whoever observes'
    } is asked to see it by ${sayShortDate(dueOn)}.`,
  }));
  const talks = bookings.map(({ kind, competency, level, holderId, onDay }) => ({
    ...{ competency, day: onDay },
    words: `${
      kind === 'debrief'
        ? `A talk about a choice in a scenario: ${titleOf(competency)}`
        : `A discussion: ${titleOf(competency)}, level ${level}`
    }. Booked with ${nameOf(holderId)} for ${sayShortDate(onDay)}.`,
  }));
  return [...seen, ...talks]
    .map((one) => ({ ...one, overdue: one.day < today }))
    .sort((a, b) => a.day.localeCompare(b.day));
}
