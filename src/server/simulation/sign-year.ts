import { chanceFor } from '#domain/simulation/chance.ts';
import { rateSeen } from '#domain/simulation/simulated-worker.ts';
import { bearingOn } from '#domain/certificate/criteria.ts';
import { readCertificate, type ReadStandard } from '../certificate/read-certificate.ts';
import { signCriteria } from '../certificate/sign-criteria.ts';
import { readFrameworks } from '../content/read-frameworks.ts';
import { chooseObservers } from './choose-observers.ts';
import { sayOfPerson, sayWhatWasSeen } from './made-up-words.ts';
import { must } from './must.ts';
import { observeMadeUp } from './observe-made-up.ts';
import { daysBefore, planted, type Year, type YearWorker } from './year.ts';

/** How many competencies an observer looks at in one visit. */
const together = 4;

/** Goes through the first weeks of a new starter: once a week somebody signs what can be signed by then. */
export async function signYear(year: Year, worker: YearWorker, days: number): Promise<void> {
  if (worker.person.category !== 'CWP-NTC') return;
  const { weeks } = year.policy.starters;
  const [observer] = chooseObservers(year, worker.truth.username);
  const by = year.observers.find(({ truth }) => truth.username === observer)!;
  for (let week = 1; days - 7 * week > 0; week += 1) {
    const at = daysBefore(year, days - 7 * week, '16:00');
    const read = await readCertificate(year.db, by.person, worker.person.id, at);
    if (!read.ok) throw new Error('A record of a new starter could not be read.');
    const { standards } = read.value;
    const hoped = Math.floor((standards.length * week) / weeks) + 1;
    const wanted = worker.truth.username === planted.behind ? Math.floor(hoped / 4) : hoped;
    const room = wanted - standards.filter(({ doneAt }) => doneAt).length;
    // Nothing is signed before a scenario that bears on it was played and talked about.
    const ready = standards.filter(
      ({ doneAt, outcomes }) => !doneAt && outcomes.some(({ attempts }) => attempts.length),
    );
    for (const standard of ready.slice(0, Math.max(0, room)))
      await signStandard(year, worker, by, standard, at);
  }
}

async function signStandard(
  { db, seed }: Year,
  { person, truth }: YearWorker,
  by: Year['observers'][number],
  { number, title, outcomes }: ReadStandard,
  at: string,
): Promise<void> {
  const { competencies } = await readFrameworks();
  const chance = chanceFor(seed, `standard ${number} of ${truth.username} ${at}`);
  const open = outcomes
    .flatMap(({ criteria }) => criteria)
    .filter(({ signature }) => !signature)
    .map(({ id, kind, outcome }) => ({ id, kind, shown: bearingOn(competencies, outcome)[0] }));
  const sign = async (criteria: string[], more: Record<string, string>) => {
    if (criteria.length)
      must(await signCriteria(db, by.person, person.id, { criteria, ...more }, at));
  };
  const told = open.filter(({ kind }) => kind === 'knowledge').map(({ id }) => id);
  await sign(told, {
    words: `Talked through “${title}” after the scenario, with examples of theirs.`,
  });
  const practice = open.filter(({ kind }) => kind === 'practice');
  const look = [...new Set(practice.flatMap(({ shown }) => shown ?? []))];
  for (let from = 0; from < look.length; from += together) {
    const trust = Object.fromEntries(
      look
        .slice(from, from + together)
        .map((one) => [one, rateSeen(truth.practice[one]!, by.truth, chance)]),
    );
    const observationId = await observeMadeUp(db, by.person, person, at, {
      task: 'other',
      trust,
      seen: sayWhatWasSeen('other', Math.min(...Object.values(trust))),
      personSaid: sayOfPerson(chance),
    });
    // Done with somebody beside them is enough here; who could only watch has not shown it.
    const shown = practice.filter((one) => one.shown && (trust[one.shown] ?? 0) >= 2);
    await sign(
      shown.map(({ id }) => id),
      { observationId },
    );
  }
}
