import type { Actor } from '../access/person.ts';
import type { AskedObservation, Booking, Pending } from '../arrange/arranged.ts';
import { sayShortDate } from '../london-time.ts';
import type { TodayLine } from './today-line.ts';

/** A supervision that is to be held. */
export interface ComingSupervision {
  id: string;
  personId: string;
  holderId: string;
  onDay: string;
  seenAt: string | null;
}

/** Something agreed that has no outcome yet. */
export interface OpenAction {
  id: string;
  supervisionId: string;
  personId: string;
  ownerId: string;
  words: string;
  dueOn: string;
}

/** Everything that was promised for a day and has not happened, and what it takes to say it. */
export interface Promised {
  pending: Pick<Pending, 'observations' | 'bookings'>;
  supervisions: readonly ComingSupervision[];
  actions: readonly OpenAction[];
}

export interface SayingIt {
  viewer: Actor;
  today: string;
  nameOf: (personId: string) => string;
  titleOf: (competency: string) => string;
}

/** What was promised for a day that is this reader's to see to; a manager also sees what others are late with. */
export function promisedLines(promised: Promised, saying: SayingIt): TodayLine[] {
  const { viewer, today } = saying;
  const mine = (who: string | null, day: string) =>
    who === viewer.id || (viewer.role === 'manager' && day < today);
  const notMe = (row: { personId: string }) => row.personId !== viewer.id;
  return [
    ...promised.pending.bookings
      .filter((row) => notMe(row) && mine(row.holderId, row.onDay))
      .map((row) => talkLine(row, saying)),
    ...promised.pending.observations
      .filter((row) => notMe(row) && (row.observerId === null || mine(row.observerId, row.dueOn)))
      .map((row) => observationLine(row, saying)),
    ...promised.supervisions
      .filter((row) => !notMe(row) || mine(row.holderId, row.onDay))
      .map((row) => supervisionLine(row, saying)),
    ...promised.actions
      .filter((row) => mine(row.ownerId, row.dueOn))
      .map((row) => actionLine(row, saying)),
  ];
}

const about = (row: { personId: string }, day: string, { nameOf }: SayingIt) => ({
  person: { id: row.personId, name: nameOf(row.personId) },
  day,
  arranged: false,
});

/** Whose it is, where it is not the reader's own. */
const whose = (who: string | null, { viewer, nameOf }: SayingIt): string[] =>
  who === null || who === viewer.id ? [] : [`This is with ${nameOf(who)}.`];

function talkLine(row: Booking, saying: SayingIt): TodayLine {
  const { personId, competency, level, kind, attemptId, holderId, onDay } = row;
  const what = saying.titleOf(competency);
  const isTalk = kind === 'debrief' && attemptId !== null;
  return {
    ...about(row, onDay, saying),
    need: 'talk',
    title: isTalk
      ? `A talk about a choice that would have done harm: ${what}.`
      : `A discussion: ${what}, level ${level}.`,
    says: whose(holderId, saying),
    action: {
      href: isTalk
        ? `/attempts/${attemptId}/debrief`
        : `/people/${personId}/discuss?competency=${competency}&level=${level}`,
      words: isTalk ? 'Hold the talk' : 'Hold the discussion',
    },
  };
}

function observationLine(row: AskedObservation, saying: SayingIt): TodayLine {
  const { personId, competency, observerId, dueOn } = row;
  return {
    ...about(row, dueOn, saying),
    need: 'observation',
    title: `To be seen at work: ${saying.titleOf(competency)}.`,
    says: observerId === null ? ['Asked of whoever observes.'] : whose(observerId, saying),
    action: {
      href: `/people/${personId}/observe?watch=${competency}`,
      words: 'Watch and record it',
    },
  };
}

function supervisionLine(row: ComingSupervision, saying: SayingIt): TodayLine {
  const { id, personId, holderId, onDay, seenAt } = row;
  const own = personId === saying.viewer.id;
  const read = seenAt
    ? `Read by ${saying.nameOf(personId)} on ${sayShortDate(seenAt)}.`
    : `${saying.nameOf(personId)} has not read the sheet yet.`;
  return {
    ...about(row, onDay, saying),
    need: 'supervision',
    title: own ? `Your supervision with ${saying.nameOf(holderId)}.` : 'Supervision.',
    says: own ? [] : [read, ...whose(holderId, saying)],
    action: { href: `/supervisions/${id}`, words: own ? 'Read it first' : 'Open the sheet' },
  };
}

function actionLine(row: OpenAction, saying: SayingIt): TodayLine {
  return {
    ...about(row, row.dueOn, saying),
    need: 'agreed',
    title: `Agreed in supervision: ${row.words}`,
    says: whose(row.ownerId, saying),
    action: {
      href: `/people/${row.personId}/supervision#${row.id}`,
      words: row.personId === saying.viewer.id ? 'Look at it' : 'Say what came of it',
    },
  };
}
