import { system } from '#domain/access/system.ts';
import { compareTruth, type Compared } from '#domain/simulation/compare-truth.ts';
import { watched } from '#domain/simulation/plan-year.ts';
import type { Level } from '#domain/scenario/words.ts';
import type { Database } from '#db';
import { foldTeam } from '../profile/fold-team.ts';
import type { SimulatedYear } from './simulate-year.ts';

/** Sets every claim of the profile that the simulated year is about beside what is true. */
export async function compareYear(
  db: Database,
  { workers }: Pick<SimulatedYear, 'workers'>,
  at: string,
  level: Level,
): Promise<Compared[]> {
  const team = await foldTeam(db, system, at);
  return workers.flatMap(({ person, truth }) =>
    team
      .standingsOf(person.id)
      .filter(({ competency }) => watched.includes(competency))
      .map(({ competency, levels }) => compareTruth(truth, competency, levels[level], team.policy)),
  );
}
