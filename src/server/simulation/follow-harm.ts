import type { Planned } from '#domain/simulation/plan-year.ts';
import { londonDate } from '#domain/london-time.ts';
import type { Level } from '#domain/scenario/words.ts';
import { assignScenario } from '../assign-scenario.ts';
import type { Living } from './live-year.ts';
import { must } from './must.ts';
import { daysBefore, type Year, type YearWorker } from './year.ts';

/** What is still to be shown after a choice that does harm, and how often it was tried. */
export interface Settling {
  competencies: string[];
  level: Level;
  tries: number;
}

/** What happens on one day: planned, or because of something that came before. */
export type Happens =
  | (Planned & { settles?: Settling })
  | { kind: 'talk'; daysAgo: number; attemptId: string; observer: string };

/** Somebody tries so often at most; after that it stays open, and the product says so. */
const most = 4;

/** A conversation about a harmful choice, another scenario and a visit: most is followed up, some is left lying. */
export async function followHarm(
  year: Year,
  worker: YearWorker,
  { attemptId, daysAgo }: { attemptId: string; daysAgo: number },
  harm: Pick<Settling, 'competencies' | 'level'>,
  living: Living,
): Promise<Happens[]> {
  const { chance, observers } = living;
  if (!chance.happens(0.92)) return [];
  const settles = { ...harm, tries: 1 };
  const observer = chance.one(observers);
  return [
    { kind: 'talk', daysAgo: daysAgo - chance.whole(2, 5), attemptId, observer },
    ...(await askAgain(year, worker, settles, daysAgo - 6, living)),
    seeAgain(settles, daysAgo - 6, living),
  ];
}

/** Asks for a scenario on as much as can be of what is still to be shown, where there is one left. */
export async function askAgain(
  { db, manager, playable, ...year }: Year,
  { person }: YearWorker,
  settles: Settling,
  daysAgo: number,
  { chance, played, order }: Living,
): Promise<Happens[]> {
  if (settles.tries > most || daysAgo <= 0) return [];
  const bears = (slug: string) => {
    const { competencies, level } = playable.find((one) => one.slug === slug)!;
    // Harm at level 3 is not settled by a scenario of level 2.
    return level < settles.level
      ? 0
      : competencies.filter((one) => settles.competencies.includes(one)).length;
  };
  const [slug] = order
    .filter((one) => !played.has(one) && bears(one))
    .sort((a, b) => bears(b) - bears(a));
  if (!slug) return [];
  const dueOn = londonDate(daysBefore(year, daysAgo - 21));
  const at = daysBefore(year, daysAgo);
  must(await assignScenario(db, manager, person.id, { slug, dueOn }, at));
  return [{ kind: 'play', daysAgo: daysAgo - chance.whole(2, 14), slug, settles }];
}

/** Comes to see at work what was chosen wrongly. */
export function seeAgain(
  settles: Settling,
  daysAgo: number,
  { chance, observers }: Living,
): Happens {
  return {
    kind: 'visit',
    daysAgo: daysAgo - chance.whole(6, 16),
    observer: chance.one(observers),
    task: 'other',
    competencies: settles.competencies.slice(0, 4),
    settles,
  };
}
