import { system } from '#domain/access/system.ts';
import { chanceFor } from '#domain/simulation/chance.ts';
import { isCovered, coverOf, stateFor } from '#domain/risk/confirmed.ts';
import { firstServiceId, listDutiesGiven, listNeedsRows } from '#db';
import { readRisk } from '../content/read-risk.ts';
import { foldTeam } from '../profile/fold-team.ts';
import { giveDuty } from '../risk/give-duty.ts';
import { setNeeds } from '../risk/set-needs.ts';
import { must } from './must.ts';
import { daysBefore, planted, type Year, type YearWorker } from './year.ts';

/** How many days before the end of the year the manager goes through who can be trusted with what. */
const reviews = [120, 12];

/** Gives duties to those who meet what they rest on, a few to somebody too soon, and says what is needed here. */
export async function giveDutiesYear(year: Year, workers: readonly YearWorker[]): Promise<void> {
  const { db, manager, seed } = year;
  const { duties } = (await readRisk()).duties;
  for (const { person, truth } of workers) {
    const tooSoon = Object.entries(planted.tooSoon).find(([one]) => one === truth.username);
    if (tooSoon)
      must(await giveDuty(db, manager, person.id, { duty: tooSoon[1] }, daysBefore(year, 80)));
  }
  for (const days of reviews) {
    const at = daysBefore(year, days, '16:00');
    const [{ standingsOf }, given] = await Promise.all([
      foldTeam(db, system, at),
      listDutiesGiven(db, at),
    ]);
    for (const { person, truth } of workers) {
      const standings = new Map(standingsOf(person.id).map((one) => [one.competency, one]));
      for (const [duty, { rests, 'health-task': isHealthTask }] of Object.entries(duties)) {
        const isReady = Object.entries(rests).every(([competency, level]) =>
          isCovered(coverOf(stateFor(standings.get(competency)!, level))),
        );
        const has = given.some((one) => one.personId === person.id && one.duty === duty);
        const chance = chanceFor(seed, `${duty} for ${truth.username} ${days}`);
        if (isReady && !isHealthTask && !has && chance.happens(0.8))
          must(await giveDuty(db, manager, person.id, { duty }, at));
      }
    }
  }
  const [last] = await listNeedsRows(db, firstServiceId, year.now.toISOString());
  const needs = [...(last?.needs ?? []), 'epilepsy'];
  must(await setNeeds(db, manager, { service: firstServiceId, needs }, daysBefore(year, 3)));
}
