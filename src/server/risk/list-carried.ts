import type { Carried } from '#domain/risk/find-alerts.ts';
import { listDelegations, listDutiesGiven, type Database, type Delegation } from '#db';
import { readRisk } from '../content/read-risk.ts';

/** A task with the person it is for, who is named by initials only. */
export const nameTask = (title: string, { initials }: Pick<Delegation, 'initials'>): string =>
  `${title} for ${initials}`;

/** Everything that was ever carried by a time, and the part of it that still is. */
export interface AllCarried {
  carried: Carried[];
  /** By id, what has ended too; a task with who delegated it. */
  ever: Map<string, Carried & { delegatedBy: string | null }>;
}

/** The duties and delegated tasks that people carry at a time: given by then, and not ended. */
export async function listCarried(db: Database, at: string): Promise<AllCarried> {
  const [given, delegated, { duties }] = await Promise.all([
    listDutiesGiven(db, at),
    listDelegations(db, at),
    readRisk(),
  ]);
  // A duty that has left the catalogue keeps its name and rests on nothing that is known.
  const known = (id: string) => duties.duties[id] ?? { title: id, rests: {} };
  const all = [
    ...given.map((row) => {
      const { title, rests } = known(row.duty);
      return { ...pick(row), title, rests, endedAt: row.endedAt, delegatedBy: null };
    }),
    ...delegated.map((row) => {
      const { title, rests } = known(row.task);
      const { reviewOn, delegatedBy, endedAt } = row;
      return { ...pick(row), title: nameTask(title, row), rests, reviewOn, delegatedBy, endedAt };
    }),
  ];
  return {
    carried: all.filter(({ endedAt }) => endedAt === null),
    ever: new Map(all.map((one) => [one.id, one])),
  };
}

const pick = ({ id, personId, at }: Pick<Carried, 'id' | 'personId' | 'at'>) => ({
  id,
  personId,
  at,
});
