import { may } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import type { PublishedScenario } from '#domain/scenario/published.ts';
import { toStoryGraph, type StoryGraph } from '#domain/scenario/story-graph.ts';
import { toOutline, type OutlineScene } from '#domain/scenario/story-outline.ts';
import { currentHashes, hasReadKeys, listAttemptsOf, noteKeyReading, type Database } from '#db';
import { loadVersion } from './content/load-version.ts';
import { readFrameworks } from './content/read-frameworks.ts';
import { drawMap, type DrawnMap } from './map/draw-map.ts';

/** A scenario drawn and told, with every key. */
export interface ScenarioMap {
  title: string;
  /** The version that is on offer. */
  hash: string;
  /** The form that is shown, and all that there are. */
  form: string;
  forms: readonly string[];
  graph: StoryGraph;
  drawn: DrawnMap;
  outline: OutlineScene[];
  /** What each competency is called. */
  titles: Record<string, string>;
}

/** Why somebody is not shown a map: not theirs to see, an assessed attempt is open, or they have not asked to see its keys. */
export type MapRefusal =
  | { code: 'not-found' }
  | { code: 'open-attempt'; title: string; attemptId: string }
  | { code: 'not-asked'; title: string };

// A version never changes, so it is laid out once for as long as it is kept loaded.
const kept = new WeakMap<
  PublishedScenario,
  { graph: StoryGraph; drawn: DrawnMap; outline: OutlineScene[] }
>();

function drawOnce(version: PublishedScenario) {
  const found = kept.get(version);
  if (found) return found;
  const graph = toStoryGraph(version.scenario, version.anchors);
  const made = { graph, drawn: drawMap(graph), outline: toOutline(version.scenario, graph) };
  kept.set(version, made);
  return made;
}

type Opening = { hash: string; title: string; asked: boolean };

/** Whether somebody may be shown the keys of a scenario at all. Whoever is still to be judged by them may not. */
async function findOpening(
  db: Database,
  viewer: Person,
  slug: string,
): Promise<Result<Opening, MapRefusal>> {
  const hash = may(viewer, 'read-library') && (await currentHashes(db)).get(slug);
  if (!hash) return refuse({ code: 'not-found' });
  const { scenario, forms } = await loadVersion(db, hash);
  const { title } = scenario;
  const attempts = await listAttemptsOf(db, viewer.id);
  const assessed = attempts.filter((one) => one.slug === slug && one.mode === 'assessed');
  const open = assessed.find(({ finishedAt }) => !finishedAt);
  if (open) return refuse({ code: 'open-attempt', title, attemptId: open.id });
  // Whoever has finished every form has nothing left in it to be judged by.
  const finished = new Set(assessed.map(({ form }) => form));
  const spent =
    assessed.length > 0 && (forms.length === 1 || forms.every((one) => finished.has(one)));
  const asked = spent || (await hasReadKeys(db, viewer.id, slug));
  return ok({ hash, title, asked });
}

/** Notes that somebody asks to see the keys of a scenario: from now on what they play of it is practice. */
export async function askForKeys(
  db: Database,
  viewer: Person,
  slug: string,
  at = new Date().toISOString(),
): Promise<Result<null, MapRefusal>> {
  const opening = await findOpening(db, viewer, slug);
  if (!opening.ok) return opening;
  await noteKeyReading(db, viewer.id, slug, at);
  return ok(null);
}

/** Reads the map of a scenario. It is noted as read before anything of it is given out. */
export async function readMap(
  db: Database,
  viewer: Person,
  slug: string,
  form?: string,
  at = new Date().toISOString(),
): Promise<Result<ScenarioMap, MapRefusal>> {
  const opening = await findOpening(db, viewer, slug);
  if (!opening.ok) return opening;
  const { hash, title, asked } = opening.value;
  if (!asked) return refuse({ code: 'not-asked', title });
  // The map shows more than a debrief does: every branch and, with parallel forms, every form.
  await noteKeyReading(db, viewer.id, slug, at);
  const version = await loadVersion(db, hash, form);
  const { competencies } = (await readFrameworks()).competencies;
  return ok({
    ...{ title: version.scenario.title, hash, form: version.form, forms: version.forms },
    ...drawOnce(version),
    titles: Object.fromEntries(Object.entries(competencies).map(([id, one]) => [id, one.title])),
  });
}
