import { migrateDatabase, type Database } from '#db';
import { adoptShippedPolicy } from '../content/adopt-shipped-policy.ts';
import { publishScenarios } from '../content/publish-scenarios.ts';
import { fillSample } from '../sample/fill-sample.ts';
import { simulateYear, type SimulatedYear, type YearOptions } from './simulate-year.ts';
import { yearDays } from './year-people.ts';
import { daysBefore } from './year.ts';

/** When a service with a year behind it began: scenarios and policy were there before anybody. */
export const beganAt = (now: Date): string => daysBefore({ now }, yearDays + 5, '08:00');

/** Fills an empty database with the sample's people and a simulated year around them. */
export async function openYear(
  db: Database,
  { now = new Date(), say = () => {}, ...options }: YearOptions = {},
): Promise<SimulatedYear> {
  await migrateDatabase(db);
  await publishScenarios(db, { at: beganAt(now), say });
  await adoptShippedPolicy(db, beganAt(now));
  const { grace, tom } = await fillSample(db, now, beganAt(now));
  return simulateYear(db, { manager: grace, assessor: tom }, { now, say, ...options });
}
