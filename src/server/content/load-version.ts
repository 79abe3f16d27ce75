import type { Anchor } from '#domain/scenario/anchors.ts';
import type { PublishedScenario } from '#domain/scenario/published.ts';
import { Scenario } from '#domain/scenario/schema.ts';
import { formsOf, inForm, onlyForm } from '#domain/scenario/forms.ts';
import { toMachine } from '#domain/scenario/to-machine.ts';
import { currentHashes, findVersion, type Database } from '#db';
import { contentHash } from './publish-scenarios.ts';

// A version never changes, so its machine is built once for each database and kept.
const kept = new WeakMap<Database, Map<string, Promise<PublishedScenario>>>();

async function build(db: Database, hash: string, wanted: string): Promise<PublishedScenario> {
  const stored = await findVersion(db, hash);
  if (!stored) throw new Error(`Scenario version ${hash} is not in the database.`);
  if (contentHash(stored.content) !== hash)
    throw new Error(`Scenario version ${hash} (${stored.slug}) has been altered in the database.`);
  const written = Scenario.parse(JSON.parse(stored.content));
  const forms = formsOf(written);
  const form = forms.includes(wanted) ? wanted : forms[0]!;
  const scenario = inForm(written, form);
  const anchors = anchorsIn(stored.anchors, form);
  const address = form === onlyForm ? hash : `${hash}.${form}`;
  const machine = toMachine(scenario);
  return { slug: stored.slug, hash, form, forms, address, scenario, anchors, machine };
}

/**
 * Loads the version of a scenario that an attempt is pinned to, in the form that it tells: the first,
 * where none is named. Refuses one that was tampered with.
 */
export function loadVersion(
  db: Database,
  hash: string,
  form: string = onlyForm,
): Promise<PublishedScenario> {
  const versions = kept.get(db) ?? new Map<string, Promise<PublishedScenario>>();
  kept.set(db, versions);
  const name = `${hash} ${form}`;
  const found = versions.get(name);
  if (found) return found;
  const building = build(db, hash, form);
  versions.set(name, building);
  building.catch(() => versions.delete(name));
  return building;
}

/** The anchors that are stored with a version: one list, or one for each form. */
function anchorsIn(stored: string, form: string): Anchor[] {
  const anchors = JSON.parse(stored) as Anchor[] | Record<string, Anchor[]>;
  return Array.isArray(anchors) ? anchors : anchors[form]!;
}

/** Loads a version by an address that somebody typed, or nothing where there is none. */
export async function findLoaded(
  db: Database,
  address: string,
): Promise<PublishedScenario | undefined> {
  const [, hash, form = onlyForm] = /^([0-9a-f]{64})(?:\.([a-z0-9-]+))?$/.exec(address) ?? [];
  if (!hash) return undefined;
  const isKept = kept.get(db)?.has(`${hash} ${form}`);
  if (!isKept && !(await findVersion(db, hash))) return undefined;
  const version = await loadVersion(db, hash, form);
  return version.form === form ? version : undefined;
}

/** The scenarios that can be played now, or could at a time: easiest level first, then by title. */
export async function listPlayable(db: Database, at?: string): Promise<PublishedScenario[]> {
  const hashes = [...(await currentHashes(db, at)).values()];
  const versions = await Promise.all(hashes.map((hash) => loadVersion(db, hash)));
  return versions
    .filter((version) => version.scenario.status !== 'draft')
    .sort(
      (a, b) =>
        a.scenario.level - b.scenario.level || a.scenario.title.localeCompare(b.scenario.title),
    );
}

/** The version of one scenario that is offered now, told in its first form. */
export async function findPlayable(
  db: Database,
  slug: string,
): Promise<PublishedScenario | undefined> {
  const hash = (await currentHashes(db)).get(slug);
  if (!hash) return undefined;
  const version = await loadVersion(db, hash);
  return version.scenario.status === 'draft' ? undefined : version;
}
