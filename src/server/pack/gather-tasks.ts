import { londonDate } from '#domain/london-time.ts';
import type { Place } from '#domain/pack/key-questions.ts';
import { mayDoAlone } from '#domain/pack/may-do-alone.ts';
import type { PackTask } from '#domain/pack/pack.ts';
import { coverOf, coverTogether, stateFor } from '#domain/risk/confirmed.ts';
import type { Rests } from '#domain/risk/content.ts';
import { signOffAt } from '#domain/risk/sign-off.ts';
import { listDelegations, listDutiesGiven, type Database } from '#db';
import { readRisk } from '../content/read-risk.ts';
import type { FoldedTeam } from '../profile/fold-team.ts';
import { nameTask } from '../risk/list-carried.ts';

interface Gathering {
  folded: FoldedTeam;
  hidden: (personId: string, competency: string) => boolean;
  places: ReadonlyMap<string, Place>;
  at: string;
  nameOf: (id: string) => string;
}

/** What everybody carries at a time, with how far what it rests on is confirmed. */
export async function gatherTasks(
  db: Database,
  { folded, hidden, places, at, nameOf }: Gathering,
): Promise<PackTask[]> {
  const [given, delegated, { duties }] = await Promise.all([
    listDutiesGiven(db, at),
    listDelegations(db, at),
    readRisk(),
  ]);
  const soon = Date.parse(at) + duties.delegation['soon-days'] * 86_400_000;
  const [today, soonDay] = [londonDate(at), londonDate(new Date(soon).toISOString())];
  const known = (id: string) => duties.duties[id] ?? { title: id, rests: {} };
  const hold = (personId: string, needs: Rests) => {
    const standings = folded.standingsOf(personId);
    const rests = Object.entries(needs).map(([competency, level]) => ({
      ...{ competency, level },
      state: hidden(personId, competency)
        ? null
        : stateFor(
            standings.find((one) => one.competency === competency)!,
            level,
          ),
    }));
    const cover = rests.some(({ state }) => state === null)
      ? ('hidden' as const)
      : coverTogether(rests.map(({ state }) => coverOf(state!)));
    const first = rests[0] && places.get(rests[0].competency);
    const person = { id: personId, name: nameOf(personId) };
    return { person, rests, cover, question: first?.question ?? '' };
  };
  const isLive = ({ endedAt }: { endedAt: string | null }) => endedAt === null;
  return [
    ...given.filter(isLive).map((row): PackTask => {
      const { title, rests } = known(row.duty);
      const held = hold(row.personId, rests);
      const [by, since] = [nameOf(row.givenBy), londonDate(row.at)];
      return { ...held, title, by, since, signOff: null, alone: mayDoAlone(held.cover, null) };
    }),
    ...delegated.filter(isLive).map((row): PackTask => {
      const { title, rests } = known(row.task);
      const held = hold(row.personId, rests);
      const status = signOffAt(row, today, soonDay);
      return {
        ...held,
        title: nameTask(title, row),
        by: `${row.delegatedBy}, ${row.delegatedRole}`,
        since: row.signedOn,
        signOff: { signedOn: row.signedOn, reviewOn: row.reviewOn, status },
        alone: mayDoAlone(held.cover, status),
      };
    }),
  ].sort((a, b) => a.title.localeCompare(b.title) || a.person.name.localeCompare(b.person.name));
}
