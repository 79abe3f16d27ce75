import { chanceFor } from '#domain/simulation/chance.ts';
import { watched, type Playable } from '#domain/simulation/plan-year.ts';
import { drawWorker, type SimulatedWorker } from '#domain/simulation/simulated-worker.ts';
import { makeUpId } from '#domain/simulation/made-up-id.ts';
import { londonDate } from '#domain/london-time.ts';
import type { Person } from '#domain/access/person.ts';
import { listServices, type Database } from '#db';
import { addPerson } from '../auth/add-person.ts';
import { listPlayable } from '../content/load-version.ts';
import { readFrameworks } from '../content/read-frameworks.ts';
import { readPolicy } from '../content/read-policy.ts';
import { carryYear } from './carry-year.ts';
import { accountYear } from './account-year.ts';
import { discussYear } from './discuss-year.ts';
import { giveDutiesYear } from './give-duties-year.ts';
import { liveYear } from './live-year.ts';
import { markYear } from './mark-year.ts';
import { rateYear } from './rate-year.ts';
import { signYear } from './sign-year.ts';
import { superviseYear } from './supervise-year.ts';
import { drawWorkers, yearDays, yearObservers, type YearPerson } from './year-people.ts';
import { daysBefore, planted, type Year, type YearWorker } from './year.ts';

/** What a simulated year is made for. */
export interface YearOptions {
  seed?: number;
  now?: Date;
  /** How many workers, at most forty. */
  count?: number;
  say?: (line: string) => void;
}

/** Who was in a simulated year, and what is true of them: for checking the product, which is never told. */
export interface SimulatedYear {
  workers: YearWorker[];
  observers: Year['observers'];
}

/**
 * Lives a year in a service through the product's own verbs: made-up workers play, are observed and
 * talked with, and choose by what is true of them. `manager` adds everybody and has been there all along.
 */
export async function simulateYear(
  db: Database,
  people: { manager: Person; assessor: Person },
  { seed = 7, now = new Date(), count = 40, say = () => {} }: YearOptions = {},
): Promise<SimulatedYear> {
  const { manager, assessor } = people;
  const services = (await listServices(db)).map(({ id }) => id);
  const add = (one: YearPerson, at: number) =>
    addMadeUp(db, manager, one, { seed, now, services: placesOf(one, at, services) });
  const {
    certificate,
    competencies: { competencies },
  } = await readFrameworks();
  const drawn = drawWorkers(seed, count);
  say(`Adding ${drawn.length} workers and ${yearObservers.length} assessors ...`);
  const added = await Promise.all(yearObservers.map(add));
  const workers = await Promise.all(
    drawn.map(async (one, at) => ({
      person: await add(one, at),
      truth: plant(
        drawWorker(
          chanceFor(seed, one.username),
          one.username,
          Object.keys(competencies),
          one.spread,
        ),
      ),
      pace: one.pace,
    })),
  );
  const year: Year = {
    db,
    seed,
    now,
    manager,
    policy: await readPolicy(db, now.toISOString()),
    playable: (await listPlayable(db)).map(({ slug, scenario }): Playable => ({
      slug,
      level: scenario.level,
      competencies: scenario.claims.map(({ competency }) => competency),
      standards: Object.entries(certificate.standards)
        .filter(([, { outcomes }]) => scenario.certificate.some((one) => one in outcomes))
        .map(([id]) => id),
    })),
    observers: [
      { person: manager, truth: { username: manager.username, severity: 0.05 } },
      { person: assessor, truth: { username: assessor.username, severity: 0 } },
      ...yearObservers.map((truth, at) => ({ person: added[at]!, truth })),
    ],
  };
  let done = 0;
  await Promise.all(
    workers.map(async (worker) => {
      await liveYear(year, worker, worker.pace);
      await carryYear(year, worker, worker.pace.days);
      await signYear(year, worker, worker.pace.days);
      await accountYear(year, worker);
      done += 1;
      if (done % 10 === 0) say(`  ${done} of ${workers.length} workers have lived their year ...`);
    }),
  );
  say('Marking what they wrote ...');
  await markYear(year, workers);
  await discussYear(year, workers);
  await rateYear(year);
  say('Giving duties and holding supervisions ...');
  await giveDutiesYear(year, workers);
  await superviseYear(year, workers);
  return { workers, observers: year.observers };
}

/** Workers at the services in turn; those who observe go to all of them. */
const placesOf = ({ role }: YearPerson, at: number, services: string[]): string[] =>
  role === 'worker' ? [services[at % services.length]!] : services;

async function addMadeUp(
  db: Database,
  manager: Person,
  { username, name, role, category, days }: YearPerson,
  { seed, now, services }: Pick<Year, 'seed' | 'now'> & { services: string[] },
): Promise<Person> {
  const at = daysBefore({ now }, days);
  // Who was here before the product came began up to some years earlier.
  const earlier = days < yearDays ? 0 : chanceFor(seed, `start of ${username}`).whole(60, 1900);
  const startedOn = londonDate(daysBefore({ now }, days + earlier));
  const id = makeUpId(at, chanceFor(seed, `id of ${username}`));
  const result = await addPerson(
    db,
    manager,
    { username, name, role, category, startedOn, services },
    at,
    id,
  );
  if (!result.ok) throw new Error(`${username} could not be added: ${JSON.stringify(result)}.`);
  return result.value.person;
}

/** Makes one worker somebody who judges very well and does not do so at work. */
function plant(truth: SimulatedWorker): SimulatedWorker {
  if (truth.username !== planted.conflict.worker) return truth;
  const { competency } = planted.conflict;
  const well = (of: readonly string[], value: number) =>
    Object.fromEntries(of.map((one) => [one, value]));
  return {
    ...truth,
    judgement: { ...truth.judgement, ...well(watched, 0.95), [competency]: 0.97 },
    practice: { ...truth.practice, ...well(watched, 4), [competency]: 1.4 },
  };
}
