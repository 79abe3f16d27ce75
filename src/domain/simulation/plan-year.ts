import type { Task } from '../observation/tasks.ts';
import { shuffle } from '../attempt/shuffle.ts';
import type { Chance } from './chance.ts';

/** What a task at work shows, of what is watched in the simulated year. */
export const watchedIn = {
  'medicines-round': ['IP-04', 'IP-17', 'IP-19', 'IP-06'],
  handover: ['IP-17', 'IP-10', 'IP-25'],
  'personal-care': ['IP-06', 'IP-09', 'IP-10'],
  conversation: ['IP-25', 'IP-05', 'IP-10'],
  'first-visit': ['IP-06', 'IP-25', 'IP-17'],
  'unplanned-event': ['IP-01', 'IP-02', 'IP-18', 'IP-19'],
} as const satisfies Partial<Record<Task, readonly string[]>>;

/** Everything that observers look at in the simulated year. */
export const watched: readonly string[] = [...new Set(Object.values(watchedIn).flat())].sort();

/** A scenario as far as planning asks. */
export interface Playable {
  slug: string;
  level: 2 | 3;
  competencies: readonly string[];
  /** The standards of the Care Certificate that it bears on. */
  standards: readonly string[];
}

/** Something that happens so many days before the end of the year. */
export type Planned =
  | { kind: 'play'; daysAgo: number; slug: string }
  | {
      kind: 'visit';
      daysAgo: number;
      observer: string;
      task: Task;
      competencies: readonly string[];
    };

/** How much of a year somebody has been here for, and how much they do in it. */
export interface Pace {
  /** Days since they began, or since the service began to use the product. */
  days: number;
  plays: number;
  visits: number;
}

const ends = 4;

/** What most are to be trusted with alone, and few scenarios bear on: these are played by everybody. */
const wanted: readonly string[] = ['IP-04', 'IP-19'];

/** The scenarios in the order in which somebody plays them: what most bear on first, then by chance. */
export function orderToPlay(
  playable: readonly Playable[],
  name: string,
  seed: number,
  common: number,
): string[] {
  const bears = ({ competencies }: Playable) =>
    competencies.filter((competency) => watched.includes(competency)).length;
  const basic = playable
    .filter(({ level }) => level === 2)
    .sort((a, b) => bears(b) - bears(a) || (a.slug < b.slug ? -1 : 1))
    .slice(0, common);
  basic.push(
    ...playable.filter(
      (one) =>
        !basic.includes(one) && one.competencies.some((competency) => wanted.includes(competency)),
    ),
  );
  const rest = playable.filter((one) => !basic.includes(one));
  return [...shuffle(basic, seed, name), ...shuffle(rest, seed, name)].map(({ slug }) => slug);
}

/** Spreads a worker's scenarios and the visits of observers over the time that they are here. */
export function planYear(
  chance: Chance,
  order: readonly string[],
  observers: readonly string[],
  { days, plays, visits }: Pace,
): Planned[] {
  const slugs = order.slice(0, plays);
  const step = (days - ends) / Math.max(1, slugs.length);
  const played = slugs.map((slug, at) => ({
    kind: 'play' as const,
    daysAgo: Math.floor(days - 1 - at * step - chance.next() * (step - 1)),
    slug,
  }));
  const tasks = Object.keys(watchedIn) as (keyof typeof watchedIn)[];
  const first = chance.whole(0, tasks.length - 1);
  // Nobody is watched by one pair of eyes only: observers take turns.
  const turns = shuffle(observers, chance.whole(0, 1e6), 'turns');
  const stretch = (days - ends) / Math.max(1, visits);
  const seen = Array.from({ length: visits }, (_, at) => {
    const task = tasks[(first + at) % tasks.length]!;
    return {
      kind: 'visit' as const,
      daysAgo: Math.floor(days - 2 - at * stretch - chance.next() * (stretch - 1)),
      observer: turns[at % turns.length]!,
      task,
      competencies: watchedIn[task],
    };
  });
  return [...played, ...seen].sort((a, b) => b.daysAgo - a.daysAgo);
}
