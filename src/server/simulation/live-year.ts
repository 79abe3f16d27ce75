import { chanceFor, type Chance } from '#domain/simulation/chance.ts';
import { orderInduction } from '#domain/simulation/order-induction.ts';
import { orderToPlay, planYear, type Pace } from '#domain/simulation/plan-year.ts';
import { rateSeen } from '#domain/simulation/simulated-worker.ts';
import { londonDate } from '#domain/london-time.ts';
import { recordDebrief } from '../record-debrief.ts';
import { saveReflection } from '../save-reflection.ts';
import { chooseObservers } from './choose-observers.ts';
import { askAgain, followHarm, seeAgain, type Happens } from './follow-harm.ts';
import { sayOfPerson, sayWhatWasSeen, talkedAbout, writeThought } from './made-up-words.ts';
import { must } from './must.ts';
import { observeMadeUp } from './observe-made-up.ts';
import { playMadeUp } from './play-made-up.ts';
import { daysBefore, planted, type Year, type YearWorker } from './year.ts';

type Of<Kind extends Happens['kind']> = Extract<Happens, { kind: Kind }>;

/** How many scenarios nearly everybody plays. */
const common = 10;

/** By how much of a step of trust somebody works better once they were shown how. */
const shownHow = 0.5;

/** Somebody in the middle of their year. */
export interface Living {
  chance: Chance;
  played: Set<string>;
  order: readonly string[];
  /** Who comes to see them. */
  observers: readonly string[];
}

/** Lets one worker live through the year: what is planned, and what follows from what they chose. */
export async function liveYear(year: Year, worker: YearWorker, pace: Pace): Promise<void> {
  const { username } = worker.truth;
  const chance = chanceFor(year.seed, `year of ${username}`);
  const order =
    worker.person.category === 'CWP-NTC'
      ? orderInduction(year.playable, username, year.seed)
      : orderToPlay(year.playable, username, year.seed, common);
  const observers = chooseObservers(year, username);
  const todo: Happens[] = planYear(chance, order, observers, pace);
  const living: Living = { chance, played: new Set(), order, observers };
  for (let next = todo.shift(); next; next = todo.shift()) {
    const follows = await happen(year, worker, next, living);
    todo.push(...follows.filter(({ daysAgo }) => daysAgo > 0));
    todo.sort((a, b) => b.daysAgo - a.daysAgo);
  }
}

async function happen(
  year: Year,
  worker: YearWorker,
  next: Happens,
  living: Living,
): Promise<Happens[]> {
  if (next.kind === 'visit') return visit(year, worker, next, living);
  if (next.kind === 'talk') return talk(year, next);
  if (living.played.has(next.slug)) return [];
  living.played.add(next.slug);
  return play(year, worker, next, living);
}

async function play(
  year: Year,
  worker: YearWorker,
  { slug, daysAgo, settles }: Of<'play'>,
  living: Living,
): Promise<Happens[]> {
  const { chance } = living;
  const time = `${chance.whole(10, 19)}:${chance.whole(10, 55)}`;
  const begun = daysBefore(year, daysAgo, time);
  const { attemptId, harmed, passed } = await playMadeUp(year, worker, slug, begun);
  if (chance.happens(0.25)) {
    const form = { words: writeThought(chance), shared: chance.happens(0.6) ? 'share' : 'private' };
    const evening = daysBefore(year, daysAgo, '21:00');
    must(await saveReflection(year.db, worker.person, attemptId, form, evening));
  }
  const left = settles?.competencies.filter((one) => !passed.includes(one)) ?? [];
  const { level } = year.playable.find((one) => one.slug === slug)!;
  return [
    ...(left.length
      ? await askAgain(
          year,
          worker,
          { ...settles!, competencies: left, tries: settles!.tries + 1 },
          daysAgo - 2,
          living,
        )
      : []),
    ...(harmed.length
      ? await followHarm(
          year,
          worker,
          { attemptId, daysAgo },
          { competencies: harmed, level },
          living,
        )
      : []),
  ];
}

async function talk(year: Year, { attemptId, daysAgo, observer }: Of<'talk'>): Promise<Happens[]> {
  const by = year.observers.find(({ truth }) => truth.username === observer)!;
  const at = daysBefore(year, daysAgo, '14:00');
  const form = { heldOn: londonDate(at), words: talkedAbout };
  must(await recordDebrief(year.db, by.person, attemptId, form, at));
  return [];
}

async function visit(
  year: Year,
  { person, truth }: YearWorker,
  { observer, competencies, task, daysAgo, settles }: Of<'visit'>,
  living: Living,
): Promise<Happens[]> {
  const { chance } = living;
  const isOver = observer === planted.severe && daysAgo < planted.severeUntil;
  const who = isOver ? living.observers[0] : observer;
  const by = year.observers.find(({ truth }) => truth.username === who)!;
  const trust = Object.fromEntries(
    competencies.map((one) => [one, rateSeen(truth.practice[one]!, by.truth, chance)]),
  );
  const lowest = Math.min(...Object.values(trust));
  await observeMadeUp(year.db, by.person, person, daysBefore(year, daysAgo, '12:00'), {
    task,
    trust,
    seen: sayWhatWasSeen(task, lowest),
    personSaid: sayOfPerson(chance),
  });
  const safe = lowest >= year.policy.concern.entrustment;
  if (!settles || safe || settles.tries > 3) return [];
  // Shown how beside a colleague, they do it a little better by the next time: true from then on.
  for (const one of settles.competencies)
    truth.practice[one] = Math.min(5, truth.practice[one]! + shownHow);
  return [seeAgain({ ...settles, tries: settles.tries + 1 }, daysAgo - 7, living)];
}
