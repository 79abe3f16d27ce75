import type { Anchor } from '#domain/scenario/anchors.ts';
import type { PublishedScenario } from '#domain/scenario/published.ts';
import { Scenario } from '#domain/scenario/schema.ts';
import { toMachine } from '#domain/scenario/to-machine.ts';
import { currentHashes, findVersion, type Database } from '#db';
import { contentHash } from './publish-scenarios.ts';

// A version never changes, so its machine is built once for each database and kept.
const kept = new WeakMap<Database, Map<string, Promise<PublishedScenario>>>();

async function build(db: Database, hash: string): Promise<PublishedScenario> {
  const stored = await findVersion(db, hash);
  if (!stored) throw new Error(`Scenario version ${hash} is not in the database.`);
  if (contentHash(stored.content) !== hash)
    throw new Error(`Scenario version ${hash} (${stored.slug}) has been altered in the database.`);
  const scenario = Scenario.parse(JSON.parse(stored.content));
  const anchors = JSON.parse(stored.anchors) as Anchor[];
  return { slug: stored.slug, hash, scenario, anchors, machine: toMachine(scenario) };
}

/** Loads the version of a scenario that an attempt is pinned to. Refuses one that was tampered with. */
export function loadVersion(db: Database, hash: string): Promise<PublishedScenario> {
  const versions = kept.get(db) ?? new Map<string, Promise<PublishedScenario>>();
  kept.set(db, versions);
  const found = versions.get(hash);
  if (found) return found;
  const building = build(db, hash);
  versions.set(hash, building);
  building.catch(() => versions.delete(hash));
  return building;
}

/** Loads a version by a hash that somebody typed, or nothing where there is none. */
export async function findLoaded(
  db: Database,
  hash: string,
): Promise<PublishedScenario | undefined> {
  const stored = kept.get(db)?.has(hash) || (await findVersion(db, hash)) !== undefined;
  return stored ? loadVersion(db, hash) : undefined;
}

/** The scenarios that can be played now, easiest level first, then by title. */
export async function listPlayable(db: Database): Promise<PublishedScenario[]> {
  const hashes = [...(await currentHashes(db)).values()];
  const versions = await Promise.all(hashes.map((hash) => loadVersion(db, hash)));
  return versions
    .filter((version) => version.scenario.status !== 'draft')
    .sort(
      (a, b) =>
        a.scenario.level - b.scenario.level || a.scenario.title.localeCompare(b.scenario.title),
    );
}

/** The version of one scenario that is offered now. */
export async function findPlayable(
  db: Database,
  slug: string,
): Promise<PublishedScenario | undefined> {
  const hash = (await currentHashes(db)).get(slug);
  if (!hash) return undefined;
  const version = await loadVersion(db, hash);
  return version.scenario.status === 'draft' ? undefined : version;
}
