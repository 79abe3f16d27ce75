import type { Person } from '#domain/access/person.ts';
import { londonDate } from '#domain/london-time.ts';
import type { State } from '#domain/profile/state.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { coverOf, coverTogether, stateFor, type Cover } from '#domain/risk/confirmed.ts';
import type { Rests } from '#domain/risk/content.ts';
import { signOffAt, type SignOff } from '#domain/risk/sign-off.ts';
import {
  listDelegations,
  listDutiesGiven,
  listPeople,
  type Database,
  type Delegation,
  type GivenDuty,
} from '#db';
import { readFrameworks } from '../content/read-frameworks.ts';
import { readRisk } from '../content/read-risk.ts';
import { hiddenFrom } from '../hidden-from.ts';
import { noteReading } from '../note-reading.ts';
import { foldPerson } from '../profile/fold-person.ts';
import { findSubject } from '../find-subject.ts';

/** One competency that a duty rests on, and where the person stands in it. */
export interface RestsOn {
  competency: string;
  title: string;
  level: 2 | 3;
  /** Nothing while the viewer's own observation hides it. */
  state: State | null;
}

interface Held {
  title: string;
  about: string;
  rests: RestsOn[];
  /** How far all of it is confirmed, or hidden while any of it is. */
  cover: Cover | 'hidden';
  by: string;
  endedByName: string | null;
}

export type HeldDuty = Held & GivenDuty;
export type HeldTask = Held & Delegation & { status: SignOff };

/** What somebody is trusted with, and what it rests on. */
export interface ReadDuties {
  person: Person;
  own: boolean;
  /** What they carry, then what has ended, the newest first. */
  duties: HeldDuty[];
  tasks: HeldTask[];
  endedDuties: HeldDuty[];
  endedTasks: HeldTask[];
  /** The catalogue to choose from. */
  offered: { id: string; title: string; about: string; task: boolean }[];
  professions: readonly string[];
  rules: { duty: string; delegation: string };
}

/** Reads somebody's duties and delegated tasks, for themselves and for who may read their record. */
export async function readDuties(
  db: Database,
  viewer: Person,
  personId: string,
  at = new Date().toISOString(),
  now = at,
): Promise<Result<ReadDuties, { code: 'not-found' }>> {
  const person = await findSubject(db, viewer, 'read-record', personId);
  if (!person) return refuse({ code: 'not-found' });
  const [given, delegated, { duties }, { standings, titles }, hidden, people] = await Promise.all([
    listDutiesGiven(db, at, personId),
    listDelegations(db, at, personId),
    readRisk(),
    readStandings(db, person, at),
    hiddenFrom(db, viewer),
    listPeople(db),
  ]);
  await noteReading(db, viewer, personId, 'duties', now);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? 'Somebody';
  const soon = Date.parse(at) + duties.delegation['soon-days'] * 86_400_000;
  const [today, soonDay] = [londonDate(at), londonDate(new Date(soon).toISOString())];

  const restsOn = (rests: Rests): RestsOn[] =>
    Object.entries(rests).map(([competency, level]) => ({
      competency,
      title: titles.get(competency)!,
      level,
      state: hidden(personId, competency) ? null : stateFor(standings.get(competency)!, level),
    }));
  const hold = (id: string, by: string, endedBy: string | null): Held => {
    const { title, about, rests } = duties.duties[id] ?? { title: id, about: '', rests: {} };
    const parts = restsOn(rests);
    const cover = parts.some(({ state }) => state === null)
      ? ('hidden' as const)
      : coverTogether(parts.map(({ state }) => coverOf(state!)));
    const endedByName = endedBy && nameOf(endedBy);
    return { title, about, rests: parts, cover, by: nameOf(by), endedByName };
  };
  const held = given.map((row) => ({ ...row, ...hold(row.duty, row.givenBy, row.endedBy) }));
  const tasks = delegated.map((row) => ({
    ...row,
    ...hold(row.task, row.recordedBy, row.endedBy),
    status: signOffAt(row, today, soonDay),
  }));
  const isOver = ({ endedAt }: { endedAt: string | null }) => endedAt !== null;
  return ok({
    person,
    own: viewer.id === personId,
    duties: held.filter((one) => !isOver(one)),
    tasks: tasks.filter((one) => !isOver(one)),
    endedDuties: held.filter(isOver).reverse(),
    endedTasks: tasks.filter(isOver).reverse(),
    offered: Object.entries(duties.duties).map(([id, duty]) => ({
      ...{ id, title: duty.title, about: duty.about, task: duty['health-task'] },
    })),
    professions: duties.delegation.professions,
    rules: { duty: duties.rule, delegation: duties.delegation.rule },
  });
}

async function readStandings(db: Database, person: Person, at: string) {
  const [{ standings }, { competencies }] = await Promise.all([
    foldPerson(db, person, at),
    readFrameworks(),
  ]);
  return {
    standings: new Map(standings.map((one) => [one.competency, one])),
    titles: new Map(
      Object.entries(competencies.competencies).map(([id, { title }]) => [id, title]),
    ),
  };
}
