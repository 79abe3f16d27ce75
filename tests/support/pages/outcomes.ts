import { countFirstGoes, type Database } from '#db';
import type { Person } from '#domain/access/person.ts';
import { rateVignette } from '#server/calibration/rate-vignette.ts';
import { readVignettes } from '#server/content/read-vignettes.ts';
import { askForKeys } from '#server/read-map.ts';
import { playCrowd } from '../crowd.ts';
import type { PagesOf, PageToVisit } from './page-to-visit.ts';

/** One that few people are asked to play in other tests, and that has one form. */
const slug = 'ta-da';
const crowd = 30;

async function rate(db: Database, observer: Person, count: number) {
  for (const { id, trust } of (await readVignettes()).slice(0, count))
    await rateVignette(db, observer, id, { entrustment: trust, words: 'What she did first.' });
}

/** Makes what they need, and gives every page of its area. */
export async function outcomesPages({ db, manager, assessor }: PagesOf): Promise<PageToVisit[]> {
  // One crowd for all processes: more people make every page of the team longer.
  const there = (await countFirstGoes(db)).find((one) => one.slug === slug)?.people ?? 0;
  if (there < crowd) await playCrowd(db, slug, crowd, undefined, new Date().toISOString());
  await askForKeys(db, manager, slug);
  await askForKeys(db, manager, 'between-us');
  const cases = await readVignettes();
  await rate(db, manager, cases.length);
  await rate(db, assessor, 1);
  const unrated = `/calibration/${cases[1]!.id}`;
  return [
    { name: 'outcomes', as: manager, path: '/outcomes' },
    { name: 'outcomes of a scenario', as: manager, path: `/outcomes/${slug}` },
    { name: 'outcomes of few', as: manager, path: '/outcomes/between-us' },
    { name: 'outcomes before the keys', as: assessor, path: `/outcomes/${slug}` },
    { name: 'cases to rate', as: assessor, path: '/calibration' },
    { name: 'a case with errors', as: assessor, path: unrated, press: 'Keep my word' },
    { name: 'cases compared', as: manager, path: '/calibration' },
    { name: 'how observers judge', as: manager, path: '/calibration/observers' },
  ];
}
