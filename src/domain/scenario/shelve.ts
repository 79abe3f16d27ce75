import { onlyForm } from './forms.ts';
import type { PublishedScenario } from './published.ts';
import type { Level } from './words.ts';

/** A scenario as the library lists it. Says nothing of what any choice is worth. */
export interface Shelved {
  slug: string;
  hash: string;
  title: string;
  level: Level;
  setting: string;
  status: PublishedScenario['scenario']['status'];
  reviews: { name: string; role: string; on: string }[];
  takes: [number, number];
  claims: { competency: string; level: Level }[];
  scenes: number;
  decisions: number;
  endings: number;
  /** The names of its parallel forms; none where there is only one way of telling it. */
  forms: string[];
}

type Version = Pick<PublishedScenario, 'slug' | 'hash' | 'forms' | 'scenario'>;

/** The library's list: what can be played first, then drafts; easiest level first, then by title. */
export const shelve = (versions: readonly Version[]): Shelved[] =>
  versions.map(toShelved).sort(byShelf);

const byShelf = (a: Shelved, b: Shelved) =>
  Number(a.status === 'draft') - Number(b.status === 'draft') ||
  a.level - b.level ||
  a.title.localeCompare(b.title);

function toShelved({ slug, hash, forms, scenario }: Version): Shelved {
  const { title, level, setting, status, reviews = [], takes, claims } = scenario;
  const scenes = Object.values(scenario.scenes);
  return {
    ...{ slug, hash, title, level, setting, status, reviews, takes, claims },
    scenes: scenes.length,
    decisions: scenes.filter(({ decision }) => decision).length,
    endings: scenes.filter(({ ending }) => ending).length,
    forms: forms.filter((form) => form !== onlyForm),
  };
}
