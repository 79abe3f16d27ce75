import type { Person } from '../access/person.ts';
import { sayCount } from '../profile/say-count.ts';
import type { StarterBehind } from './starters.ts';
import type { TodayLine } from './today-line.ts';

/** As much of an alert as its line needs. The list comes with the most pressing first. */
export interface TodayAlert {
  key: string;
  person: Pick<Person, 'id' | 'name'>;
  title: string;
  because: string;
  state: string;
  owner: Pick<Person, 'id' | 'name'> | null;
  dueOn: string | null;
  /** Whether the reader may act on it. */
  mine: boolean;
}

const unowned = ['open', 'overdue'];

/** A line for each person about whom an alert calls for the reader: nobody owns it, it is late, or it is theirs. */
export function alertLines(alerts: readonly TodayAlert[], viewer: Pick<Person, 'id'>): TodayLine[] {
  const calling = alerts.filter(
    ({ mine, state, owner }) =>
      mine &&
      (unowned.includes(state) ||
        (owner?.id === viewer.id && ['taken', 'cause-gone'].includes(state))),
  );
  return [...Map.groupBy(calling, ({ person }) => person.id).values()].map(
    ([first, ...more]): TodayLine => {
      const { key, person, title, because, state, owner, dueOn } = first!;
      return {
        need: 'alert',
        person: { id: person.id, name: person.name },
        title,
        says: [
          because,
          ...(owner && owner.id !== viewer.id ? [`This is with ${owner.name}.`] : []),
          ...(more.length ? [`And ${sayCount(more.length, 'more alert')} about them.`] : []),
        ],
        day: dueOn,
        arranged: state === 'taken',
        action: {
          href: `/alerts/${encodeURIComponent(key)}`,
          words: state === 'open' ? 'Take it on' : 'Go on with it',
        },
      };
    },
  );
}

/** How much waits to be marked, talked over and answered by one assessor. */
export interface MarkingCounts {
  first: number;
  second: number;
  differ: number;
  accounts: number;
}

/** One line for all that waits to be marked and answered. */
export function markingLines({ first, second, differ, accounts }: MarkingCounts): TodayLine[] {
  const parts = [
    first && `${sayCount(first, 'text')} of reasons to mark`,
    second && `${second} to mark again, without seeing the first marks`,
    differ && `${differ} where two markers differ`,
    accounts && `${sayCount(accounts, 'reflective account')} to answer`,
  ].filter((one) => typeof one === 'string');
  if (!parts.length) return [];
  return [
    {
      need: 'marking',
      person: null,
      title: 'Reasons to mark',
      says: [`${parts.join('. ')}.`],
      day: null,
      arranged: false,
      action: { href: '/marking', words: 'Open the list' },
    },
  ];
}

/** A line for each new starter who is behind, whoever is furthest into their weeks first. */
export const starterLines = (behind: readonly StarterBehind[]): TodayLine[] =>
  behind.map(({ person, says }) => ({
    need: 'starter',
    person: { id: person.id, name: person.name },
    title: 'Behind in the first weeks.',
    says,
    day: null,
    arranged: false,
    since: person.startedOn,
    action: { href: `/people/${person.id}/certificate`, words: 'See what is missing' },
  }));
