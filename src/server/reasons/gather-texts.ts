import { isDrawnForSecond } from '#domain/reasons/draw-second.ts';
import { markingStage, type MarkingStage } from '#domain/reasons/marking-stage.ts';
import type { PublishedScenario } from '#domain/scenario/published.ts';
import type { Rationale } from '#domain/scenario/decision.ts';
import type { z } from 'zod';
import {
  listMarkings,
  listTalks,
  listWritten,
  type Database,
  type StoredMarking,
  type StoredTalk,
  type Written,
} from '#db';
import { loadVersion } from '../content/load-version.ts';
import { readPolicyTimes } from './read-policy-times.ts';

/** Reasons that somebody wrote at level 3, with how far their marking has come. */
export interface ReasonsText extends Written {
  published: PublishedScenario;
  decision: z.infer<typeof Rationale>;
  /** The indicators of level 3 that it is marked by. */
  indicators: string[];
  markings: StoredMarking[];
  talks: StoredTalk[];
  /** One of those that are marked twice, under the policy of the day it was first marked. */
  drawn: boolean;
  stage: MarkingStage;
}

/** All reasons that are there to be marked or were, of everybody, one person or one move. */
export async function gatherTexts(
  db: Database,
  only: { personId?: string; moveId?: string } = {},
): Promise<ReasonsText[]> {
  const [written, markings, talks, policyAt] = await Promise.all([
    listWritten(db, only),
    listMarkings(db, undefined, only.personId),
    listTalks(db),
    readPolicyTimes(db),
  ]);
  const versions = await Promise.all(
    written.map(({ versionHash, form }) => loadVersion(db, versionHash, form)),
  );
  const marksOf = Map.groupBy(markings, ({ moveId }) => moveId);
  const talksOf = Map.groupBy(talks, ({ moveId }) => moveId);
  return written.flatMap((text, index) => {
    const published = versions[index]!;
    const { decision } = published.scenario.scenes[text.scene]!;
    // Words sent with another kind of decision are nobody's reasons.
    if (decision?.kind !== 'rationale' || decision.level !== 3) return [];
    const marked = marksOf.get(text.moveId) ?? [];
    const talked = talksOf.get(text.moveId) ?? [];
    const first = marked.find(({ round }) => round === 1);
    const share = first && policyAt(first.at).marking['second-share'];
    const drawn = share !== undefined && isDrawnForSecond(text.moveId, share);
    const indicators = decision.indicators.filter((id) => id.startsWith('L3'));
    const stage = markingStage(marked, drawn, talked.length > 0);
    return [
      { ...text, published, decision, indicators, markings: marked, talks: talked, drawn, stage },
    ];
  });
}

/**
 * Whether reasons are closed to an observer for now: whoever opens them reads the story around them, so
 * anything that the scenario bears on and that they are observing closes it.
 */
export const isClosed = (
  { personId, published }: Pick<ReasonsText, 'personId' | 'published'>,
  hidden: (personId: string, competency: string) => boolean,
): boolean =>
  Object.values(published.scenario.scenes)
    .flatMap((scene) => scene.decision?.competencies ?? [])
    .some((competency) => hidden(personId, competency));
