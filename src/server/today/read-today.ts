import { may } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import { findArranged } from '#domain/arrange/arranged.ts';
import { londonDate } from '#domain/london-time.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { promisedLines } from '#domain/today/promised-lines.ts';
import { stateLines } from '#domain/today/state-lines.ts';
import { groupToday, type TodayGroup, type TodayLine } from '#domain/today/today-line.ts';
import { listAgreedActions, listSupervisions, type Database } from '#db';
import { readPending } from '../arrange/read-pending.ts';
import { hiddenFrom } from '../hidden-from.ts';
import { noteFirstReadings } from '../note-reading.ts';
import { foldTeam } from '../profile/fold-team.ts';
import { otherLines } from './other-lines.ts';

/** What needs this reader, grouped, the most pressing first. */
export interface Today {
  groups: TodayGroup[];
  /** The day it is, in England. */
  day: string;
}

/** Reads what needs somebody who observes: the same number of queries however many people there are. */
export async function readToday(
  db: Database,
  viewer: Person,
  at = new Date().toISOString(),
): Promise<Result<Today, { code: 'not-found' }>> {
  if (!may(viewer, 'read-today')) return refuse({ code: 'not-found' });
  const [folded, hidden, pending, supervisions, actions] = await Promise.all([
    foldTeam(db, viewer, at),
    hiddenFrom(db, viewer),
    readPending(db, at),
    listSupervisions(db, at),
    listAgreedActions(db, at),
  ]);
  const { people, present, team, frameworks, standingsOf } = folded;
  const day = londonDate(at);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? 'Somebody';
  const { competencies } = frameworks.competencies;
  const titleOf = (id: string) => competencies[id]?.title ?? id;
  const here = new Set(present.map(({ id }) => id));
  const isHere = ({ personId }: { personId: string }) => here.has(personId);
  const open = (row: { personId: string; competency: string }) =>
    !hidden(row.personId, row.competency);

  const states = team
    .filter(({ id }) => id !== viewer.id)
    .flatMap((person) => {
      const standings = standingsOf(person.id)
        .filter(({ competency }) => open({ personId: person.id, competency }))
        .map((standing) => ({
          ...standing,
          title: titleOf(standing.competency),
          arranged: findArranged(
            standing.leading.next,
            { personId: person.id, competency: standing.competency },
            pending,
            nameOf,
            day,
          ),
        }));
      return stateLines(person, standings, viewer);
    });
  const promised = promisedLines(
    {
      // A booked talk tells that harm was chosen.
      pending: {
        observations: pending.observations.filter(isHere),
        bookings: pending.bookings.filter((row) => isHere(row) && open(row)),
      },
      supervisions: supervisions.filter((row) => row.heldAt === null && isHere(row)),
      actions: actions.filter((row) => row.outcome === null && isHere(row)),
    },
    { viewer, today: day, nameOf, titleOf },
  );
  const others = await otherLines(db, viewer, folded, at);
  const lines = [...states, ...promised, ...others];
  await noteShown(db, viewer, lines, at);
  return ok({ groups: groupToday(lines, day), day });
}

/** An alert says where somebody stands, and a talk that they chose harm. */
const tells: ReadonlySet<TodayLine['need']> = new Set(['concern', 'conflict', 'alert', 'talk']);

/** Whoever's state was shown here was looked at: an observation begun later says so. */
async function noteShown(db: Database, viewer: Person, lines: TodayLine[], at: string) {
  const telling = lines.filter(({ need }) => tells.has(need));
  const shown = new Set(telling.flatMap(({ person }) => person?.id ?? []));
  // Written together, in one transaction.
  await noteFirstReadings(db, viewer, shown, 'today', at);
}
