import { may } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import {
  measureReliability,
  scoreAnchors,
  type Reliability,
} from '#domain/outcomes/anchor-scores.ts';
import { countWays, type Band } from '#domain/outcomes/count-ways.ts';
import { flagItem, type Flag } from '#domain/outcomes/flag-items.ts';
import {
  compareSureness,
  foldDecision,
  type DecisionOutcome,
} from '#domain/outcomes/fold-decision.ts';
import { followWays } from '#domain/outcomes/follow-ways.ts';
import { toKeptMoves } from '#domain/outcomes/kept-choices.ts';
import type { Policy } from '#domain/profile/policy.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import type { PublishedScenario } from '#domain/scenario/published.ts';
import { toStoryGraph, type StoryScene } from '#domain/scenario/story-graph.ts';
import type { StoryWay } from '#domain/scenario/story-ways.ts';
import type { Calibration } from '#domain/statistics/confidence.ts';
import {
  countFirstGoes,
  listFirstMoves,
  listKeptChoices,
  type Database,
  type FirstGoes,
} from '#db';
import { loadVersion } from '../content/load-version.ts';
import { readPolicy } from '../content/read-policy.ts';
import { drawMap, type DrawnMap } from '../map/draw-map.ts';
import { joinLetters, toLines } from '../map/map-lines.ts';
import { readMap, type MapRefusal } from '../read-map.ts';

/** A scene of the story, how many came there, and where they went from it. */
export interface SceneTraffic {
  scene: StoryScene;
  came: Band;
  /** Ways to one scene together, as they are drawn. */
  lines: { ways: StoryWay[]; letters: string; to: StoryScene | undefined; took: Band }[];
}

/** A decision, what people made of it, and why it might be looked at again. */
export interface LookedAt extends DecisionOutcome {
  story: StoryScene;
  prompt: string;
  flags: Flag[];
}

/** One form of one version, that people have finished. */
export interface FormOutcome {
  hash: string;
  form: string;
  /** It is the version that is on offer. */
  isCurrent: boolean;
  /** Absent where too few to show. */
  people?: number;
}

/** What became of one form of one version of a scenario. Nobody is named anywhere in it. */
export interface Outcomes {
  title: string;
  status: PublishedScenario['scenario']['status'];
  shown: FormOutcome;
  forms: FormOutcome[];
  policy: Policy;
  /** Absent where too few people have finished it. */
  figures?: {
    /** Whose ways are drawn. */
    people: number;
    /** Somebody's record has been erased: they are counted in decisions, and in no way or comparison. */
    withErased: boolean;
    drawn: DrawnMap;
    scenes: SceneTraffic[];
    decisions: LookedAt[];
    reliability: Reliability;
    confidence?: Calibration;
  };
}

/** Everything that may be said of one form of one version. */
async function fold(
  db: Database,
  version: PublishedScenario,
  policy: Policy,
  at: string,
): Promise<Outcomes['figures']> {
  const { scenario, anchors } = version;
  const [moves, kept] = await Promise.all([
    listFirstMoves(db, version.hash, version.form, at),
    listKeptChoices(db, version.hash, version.form),
  ]);
  const decided = [...moves, ...toKeptMoves(version, kept.choices)];
  const graph = toStoryGraph(scenario, anchors);
  const goes = Map.groupBy(moves, ({ attempt }) => attempt);
  const followed = [...goes.values()].map((one) => followWays(version, graph.ways, one));
  const counts = countWays(followed, policy.statistics);
  if (!counts) return undefined;
  const scores = scoreAnchors(moves, anchors);
  const sceneOf = new Map(graph.scenes.map((scene) => [scene.id, scene]));
  const decisions = graph.scenes.flatMap((story): LookedAt[] => {
    const { decision } = scenario.scenes[story.id]!;
    if (!decision) return [];
    const outcome = foldDecision(story.id, decision, decided, scores, policy);
    return [{ ...outcome, story, prompt: decision.prompt, flags: flagItem(outcome, policy) }];
  });
  const lines = toLines(graph.ways, counts.on);
  const confidence = compareSureness(
    moves.filter(({ kind }) => kind === 'decide'),
    policy,
  );
  return {
    people: counts.people,
    withErased: kept.people > 0,
    drawn: drawMap(graph, counts.on),
    scenes: graph.scenes.map((scene) => ({
      scene,
      came: counts.at(scene.id),
      lines: lines
        .filter(({ from }) => from === scene.id)
        .map(({ ways, to, traffic }) => {
          const letters = new Set(ways.flatMap(({ letter }) => letter ?? []));
          return {
            ...{ ways, to: sceneOf.get(to), took: traffic! },
            letters: joinLetters([...letters].sort()),
          };
        }),
    })),
    decisions,
    reliability: measureReliability(scores, policy.statistics),
    ...(confidence && { confidence }),
  };
}

/** The forms and versions that people have finished, and those on offer, the newest version first. */
function listForms(
  counted: readonly FirstGoes[],
  hash: string,
  forms: readonly string[],
  smallest: number,
): FormOutcome[] {
  const offered = forms.map((form) => ({
    ...{ hash, form },
    people: counted.find((one) => one.hash === hash && one.form === form)?.people ?? 0,
  }));
  const earlier = counted.filter((one) => one.hash !== hash);
  return [...offered, ...earlier].map(({ people, ...one }) => ({
    ...{ hash: one.hash, form: one.form, isCurrent: one.hash === hash },
    ...(people >= smallest && { people }),
  }));
}

/**
 * Reads what became of a scenario: one form of one version, kept apart since their keys are. It shows
 * keys, so it opens as the map does, and is noted in the same way.
 */
export async function readOutcomes(
  db: Database,
  viewer: Person,
  slug: string,
  asked: { form?: string; version?: string } = {},
  at: string = new Date().toISOString(),
): Promise<Result<Outcomes, MapRefusal>> {
  if (!may(viewer, 'read-outcomes')) return refuse({ code: 'not-found' });
  const map = await readMap(db, viewer, slug, asked.form);
  if (!map.ok) return map;
  const { hash, title, form, forms: names } = map.value;
  const [everything, policy] = await Promise.all([countFirstGoes(db, at), readPolicy(db, at)]);
  const counted = everything.filter((one) => one.slug === slug);
  const forms = listForms(counted, hash, names, policy.statistics['smallest-group']);
  const wanted = asked.version ?? hash;
  const shown =
    forms.find((one) => one.hash === wanted && one.form === (asked.form ?? form)) ??
    forms.find((one) => one.hash === wanted) ??
    forms[0]!;
  const version = await loadVersion(db, shown.hash, shown.form);
  const figures = shown.people === undefined ? undefined : await fold(db, version, policy, at);
  const { status } = version.scenario;
  return ok({ ...{ title, status, shown, forms, policy }, ...(figures && { figures }) });
}
