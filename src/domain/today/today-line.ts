import { daysAfter } from '../arrange/days-after.ts';
import type { OneAction } from '../arrange/next-action.ts';

/** What kind of thing needs somebody. */
export type Need =
  | 'concern'
  | 'alert'
  | 'conflict'
  | 'talk'
  | 'supervision'
  | 'observation'
  | 'agreed'
  | 'marking'
  | 'starter';

/** One thing that needs somebody, with the one thing to do about it. */
export interface TodayLine {
  need: Need;
  /** Whose record it is about, or nobody's in particular. */
  person: { id: string; name: string } | null;
  title: string;
  /** What it rests on, and what is next. */
  says: string[];
  /** The day it is due, where there is one, as YYYY-MM-DD. */
  day: string | null;
  /** Since when it stands, where that makes it more pressing. */
  since?: string;
  /** Nobody need act on it now: somebody has promised to, or nothing can be done yet. */
  arranged: boolean;
  action: OneAction;
}

/** Lines that belong together, under one heading. */
export interface TodayGroup {
  id: string;
  title: string;
  lines: TodayLine[];
}

/** How many days ahead something still belongs to now. */
const soon = 7;

const headings: {
  id: string;
  title: string;
  holds: (line: TodayLine, until: string) => boolean;
}[] = [
  {
    id: 'safe',
    title: 'So that nobody is harmed',
    holds: ({ need }) => need === 'concern',
  },
  {
    id: 'alerts',
    title: 'Duties and sign-offs',
    holds: ({ need }) => need === 'alert',
  },
  {
    id: 'apart',
    title: 'Decisions and practice say different things',
    holds: ({ need }) => need === 'conflict',
  },
  {
    id: 'promised',
    title: 'Promised for a day',
    holds: ({ day }, until) => day !== null && day <= until,
  },
  { id: 'marking', title: 'To mark and to answer', holds: ({ need }) => need === 'marking' },
  { id: 'starters', title: 'New starters', holds: ({ need }) => need === 'starter' },
  { id: 'coming', title: 'Coming up', holds: () => true },
];

/**
 * What needs somebody, the most pressing first. Within a group what nobody has promised to see to
 * comes before what somebody has, then the soonest day, then by name: nobody is ranked.
 */
export function groupToday(lines: readonly TodayLine[], today: string): TodayGroup[] {
  const until = daysAfter(today, soon);
  const left = [...lines].sort(byPress);
  return headings.flatMap(({ id, title, holds }) => {
    const held = left.filter((line) => holds(line, until));
    for (const line of held) left.splice(left.indexOf(line), 1);
    return held.length ? [{ id, title, lines: held }] : [];
  });
}

/** Whether anything is to be done now, and not only later. */
export const needsSomebody = (groups: readonly TodayGroup[]): boolean =>
  groups.some(({ id }) => id !== 'coming');

const byPress = (a: TodayLine, b: TodayLine): number =>
  Number(a.arranged) - Number(b.arranged) ||
  (a.since ?? '').localeCompare(b.since ?? '') ||
  (a.day ?? '9999').localeCompare(b.day ?? '9999') ||
  (a.person?.name ?? '').localeCompare(b.person?.name ?? '') ||
  a.title.localeCompare(b.title);
