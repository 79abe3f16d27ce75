import { chanceFor, type Chance } from '#domain/simulation/chance.ts';
import { orderToPlay, planYear, type Pace, type Planned } from '#domain/simulation/plan-year.ts';
import { rateSeen } from '#domain/simulation/simulated-worker.ts';
import { shuffle } from '#domain/attempt/shuffle.ts';
import { londonDate } from '#domain/london-time.ts';
import { assignScenario } from '../assign-scenario.ts';
import { recordDebrief } from '../record-debrief.ts';
import { saveReflection } from '../save-reflection.ts';
import { sayOfPerson, sayWhatWasSeen, talkedAbout, writeThought } from './made-up-words.ts';
import { must } from './must.ts';
import { observeMadeUp } from './observe-made-up.ts';
import { playMadeUp } from './play-made-up.ts';
import { daysBefore, type Year, type YearWorker } from './year.ts';

type Happens = Planned | { kind: 'talk'; daysAgo: number; attemptId: string; observer: string };

/** How many scenarios nearly everybody plays. */
const common = 10;

/** Lets one worker live through the year: what is planned, and what follows from what they chose. */
export async function liveYear(year: Year, worker: YearWorker, pace: Pace): Promise<void> {
  const { username } = worker.truth;
  const chance = chanceFor(year.seed, `year of ${username}`);
  const order = orderToPlay(year.playable, username, year.seed, common);
  const all = year.observers.map(({ truth }) => truth.username);
  // Each worker is seen by three of them, so that one who is severe does not see everybody.
  const names = shuffle(all, year.seed, username).slice(0, 3);
  const todo: Happens[] = planYear(chance, order, names, pace);
  const played = new Set<string>();
  for (let next = todo.shift(); next; next = todo.shift()) {
    const follows = await happen(year, worker, next, { chance, played, order });
    todo.push(...follows.filter(({ daysAgo }) => daysAgo > 0));
    todo.sort((a, b) => b.daysAgo - a.daysAgo);
  }
}

interface Living {
  chance: Chance;
  played: Set<string>;
  order: readonly string[];
}

async function happen(
  year: Year,
  worker: YearWorker,
  next: Happens,
  living: Living,
): Promise<Happens[]> {
  if (next.kind === 'visit') return visit(year, worker, next, living.chance);
  if (next.kind === 'talk') return talk(year, worker, next);
  if (living.played.has(next.slug)) return [];
  living.played.add(next.slug);
  return play(year, worker, next, living);
}

async function play(
  year: Year,
  worker: YearWorker,
  { slug, daysAgo }: Extract<Happens, { kind: 'play' }>,
  living: Living,
): Promise<Happens[]> {
  const { chance } = living;
  const time = `${chance.whole(10, 19)}:${chance.whole(10, 55)}`;
  const { attemptId, harmed } = await playMadeUp(
    year,
    worker,
    slug,
    daysBefore(year, daysAgo, time),
  );
  if (chance.happens(0.25)) {
    const form = { words: writeThought(chance), shared: chance.happens(0.6) ? 'share' : 'private' };
    must(
      await saveReflection(
        year.db,
        worker.person,
        attemptId,
        form,
        daysBefore(year, daysAgo, '21:00'),
      ),
    );
  }
  // Most harm is talked about, and then there is another scenario and a visit. Some is left lying.
  if (!harmed.length || !chance.happens(0.9)) return [];
  const observer = chance.one(year.observers).truth.username;
  const parallel = nextOn(year, living, harmed[0]!);
  return [
    { kind: 'talk', daysAgo: daysAgo - chance.whole(3, 9), attemptId, observer },
    ...(parallel ? [await ask(year, worker, parallel, daysAgo - 10, chance)] : []),
    {
      kind: 'visit',
      daysAgo: daysAgo - chance.whole(18, 30),
      observer,
      task: 'other',
      competencies: harmed.slice(0, 3),
    },
  ];
}

/** A scenario on the same competency that they have not played yet. */
const nextOn = ({ playable }: Year, { played, order }: Living, competency: string) =>
  order.find(
    (slug) =>
      !played.has(slug) &&
      playable.find((one) => one.slug === slug)!.competencies.includes(competency),
  );

async function ask(
  year: Year,
  { person }: YearWorker,
  slug: string,
  daysAgo: number,
  chance: Chance,
): Promise<Happens> {
  const dueOn = londonDate(daysBefore(year, daysAgo - 21));
  if (daysAgo > 0)
    must(
      await assignScenario(
        year.db,
        year.manager,
        person.id,
        { slug, dueOn },
        daysBefore(year, daysAgo),
      ),
    );
  return { kind: 'play', daysAgo: daysAgo - chance.whole(2, 20), slug };
}

async function talk(
  year: Year,
  _worker: YearWorker,
  { attemptId, daysAgo, observer }: Extract<Happens, { kind: 'talk' }>,
): Promise<Happens[]> {
  const by = year.observers.find(({ truth }) => truth.username === observer)!;
  const at = daysBefore(year, daysAgo, '14:00');
  const form = { heldOn: londonDate(at), words: talkedAbout };
  must(await recordDebrief(year.db, by.person, attemptId, form, at));
  return [];
}

async function visit(
  year: Year,
  { person, truth }: YearWorker,
  { observer, competencies, task, daysAgo }: Extract<Happens, { kind: 'visit' }>,
  chance: Chance,
): Promise<Happens[]> {
  const by = year.observers.find(({ truth }) => truth.username === observer)!;
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
  return [];
}
