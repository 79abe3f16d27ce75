import { chanceFor } from '#domain/simulation/chance.ts';
import { rateSeen } from '#domain/simulation/simulated-worker.ts';
import { rateVignette } from '../calibration/rate-vignette.ts';
import { readVignettes } from '../content/read-vignettes.ts';
import { must } from './must.ts';
import { daysBefore, type Year } from './year.ts';
import { yearObservers } from './year-people.ts';

const why = [
  'I would not let this be done again before it was talked through.',
  'Somebody has to be beside this worker for now.',
  'Mostly right. I would want to be near.',
  'I would trust this worker alone with it, within what the plan says.',
  'Others could learn from how this was done.',
] as const;

/** Lets those who observe in the year rate the written cases, as kind or severe as they are. */
export async function rateYear(year: Year): Promise<void> {
  const { db, seed } = year;
  const vignettes = await readVignettes();
  const added = new Set(yearObservers.map(({ username }) => username));
  for (const { person, truth } of year.observers.filter((one) => added.has(one.truth.username))) {
    const at = daysBefore(year, chanceFor(seed, `cases of ${truth.username}`).whole(25, 60));
    for (const { id, trust } of vignettes) {
      const chance = chanceFor(seed, `${truth.username} rates ${id}`);
      const entrustment = rateSeen(trust + chance.bell(0.4), truth, chance);
      must(await rateVignette(db, person, id, { entrustment, words: why[entrustment - 1] }, at));
    }
  }
}
