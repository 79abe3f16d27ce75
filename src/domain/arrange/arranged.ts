import { sayShortDate } from '../london-time.ts';
import type { NextThing } from '../profile/state.ts';

/** A request that somebody be observed at something, which no observation has answered yet. */
export interface AskedObservation {
  id: string;
  personId: string;
  competency: string;
  /** Who is asked to observe; anybody where nobody is named. */
  observerId: string | null;
  dueOn: string;
  askedBy: string;
  at: string;
}

/** A conversation that is to be held and has not been recorded yet. */
export interface Booking {
  id: string;
  personId: string;
  kind: 'discussion' | 'debrief';
  competency: string;
  level: number;
  attemptId: string | null;
  holderId: string;
  onDay: string;
  bookedBy: string;
  at: string;
}

/** A scenario that somebody was asked to play and has not finished since. */
export interface AskedToPlay {
  personId: string;
  slug: string;
  dueOn: string;
  at: string;
}

/** Everything that is asked for and booked and has not happened yet, of one person or of everybody. */
export interface Pending {
  observations: readonly AskedObservation[];
  bookings: readonly Booking[];
  plays: readonly AskedToPlay[];
}

/** What has been arranged about a next thing already. */
export interface Arranged {
  words: string;
  day: string;
  overdue: boolean;
}

/** Finds what has been arranged about the next thing of a claim, and says it. */
export function findArranged(
  next: NextThing,
  { personId, competency }: { personId: string; competency: string },
  pending: Pending,
  nameOf: (personId: string) => string,
  today: string,
): Arranged | null {
  const about = (row: { personId: string }) => row.personId === personId;
  const say = (day: string, words: string): Arranged => ({
    day,
    overdue: day < today,
    words: day < today ? `${words}. That day is past.` : `${words}.`,
  });
  if (next.kind === 'play') {
    const asked = pending.plays.find((row) => about(row) && row.slug === next.slug);
    return asked ? say(asked.dueOn, `Asked to play it by ${sayShortDate(asked.dueOn)}`) : null;
  }
  if (next.kind === 'observe') {
    const asked = pending.observations.find((row) => about(row) && row.competency === competency);
    if (!asked) return null;
    const who = asked.observerId ? nameOf(asked.observerId) : 'Whoever observes';
    return say(asked.dueOn, `${who} is asked to see it by ${sayShortDate(asked.dueOn)}`);
  }
  if (next.kind !== 'talk' && next.kind !== 'discuss') return null;
  const booked = pending.bookings.find((row) =>
    next.attemptId
      ? about(row) && row.attemptId === next.attemptId
      : about(row) && row.kind === 'discussion' && row.competency === competency,
  );
  return booked
    ? say(booked.onDay, `Booked with ${nameOf(booked.holderId)} for ${sayShortDate(booked.onDay)}`)
    : null;
}
