import type { Actor, Person } from '../access/person.ts';
import { nextAction, type OneAction } from '../arrange/next-action.ts';
import type { Arranged } from '../arrange/arranged.ts';
import { sayShortDate } from '../london-time.ts';
import type { CompetencyStanding } from '../profile/fold-profile.ts';
import type { NextThing } from '../profile/state.ts';
import type { TodayLine } from './today-line.ts';

/** Where somebody stands in one competency, with what has been arranged about its next thing. */
export interface NamedStanding extends CompetencyStanding {
  title: string;
  arranged: Arranged | null;
}

/** The concerns and conflicts of one person, a line for each kind: what is next about the first of them. */
export function stateLines(
  person: Pick<Person, 'id' | 'name'>,
  standings: readonly NamedStanding[],
  viewer: Actor,
): TodayLine[] {
  const concerns = standings
    .filter(({ leading }) => leading.state === 'concern')
    .sort((a, b) => byLeft(a, b) || since(a).localeCompare(since(b)));
  const conflicts = standings.filter(({ leading }) => leading.state === 'conflict').sort(byLeft);
  return [
    ...concerns.slice(0, 1).map((first): TodayLine => {
      const from = sayShortDate(since(first));
      const about = `A choice that would have done harm: ${listTitles(concerns)}. Open since ${from}.`;
      return {
        ...lineOf(person, first, viewer),
        need: 'concern',
        since: since(first),
        title: about,
      };
    }),
    ...conflicts.slice(0, 1).map((first): TodayLine => ({
      ...lineOf(person, first, viewer),
      need: 'conflict',
      title: `${listTitles(conflicts)}.`,
    })),
  ];
}

/** What nobody has arranged comes first, then what can be arranged at all. */
const byLeft = (a: NamedStanding, b: NamedStanding): number => left(a) - left(b);
const left = ({ arranged, leading }: NamedStanding): number =>
  leading.next.kind === 'wait' ? 2 : arranged && !arranged.overdue ? 1 : 0;

const since = ({ leading }: NamedStanding): string =>
  leading.concerns.find(({ open }) => open)?.evidence.at ?? '';

function listTitles(standings: readonly NamedStanding[]): string {
  const [first, ...more] = standings.map(({ title }) => title);
  return more.length ? `${first}, and ${more.length} more` : (first ?? '');
}

function lineOf(
  person: Pick<Person, 'id' | 'name'>,
  { competency, leading, arranged }: NamedStanding,
  viewer: Actor,
): Omit<TodayLine, 'need' | 'title'> {
  const claim = { personId: person.id, competency, level: leading.level };
  const look: OneAction = { href: `/people/${person.id}/${competency}`, words: 'Look at it' };
  const kept = arranged !== null && !arranged.overdue;
  return {
    person: { id: person.id, name: person.name },
    says: [sayNext(leading.next), ...(arranged ? [arranged.words] : [])],
    day: null,
    arranged: kept || leading.next.kind === 'wait',
    // What is promised already needs no second promise.
    action: kept ? look : (nextAction(leading.next, viewer, claim) ?? look),
  };
}

const sayNext = ({ text }: NextThing): string => `Next: ${text}`;
