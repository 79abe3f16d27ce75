import { replayAttempt } from '#domain/attempt/replay-attempt.ts';
import { findAnchors } from '#domain/scenario/anchors.ts';
import { explore } from '#domain/scenario/explore.ts';
import type { PublishedScenario } from '#domain/scenario/published.ts';
import { listEvidenceOfAttempt, listMoves, pageOfAttempts, type Database } from '#db';
import { loadVersion } from './content/load-version.ts';

export interface Replayed {
  attempts: number;
  differences: { attemptId: string; message: string }[];
}

/** Recomputes every stored attempt. Anchors are worked out again from each pinned version too. */
export async function replayAll(db: Database): Promise<Replayed> {
  const versions = new Map<string, PublishedScenario | string>();
  const differences: Replayed['differences'] = [];
  let attempts = 0;
  for (
    let page = await pageOfAttempts(db, '', 200);
    page.length;
    page = await pageOfAttempts(db, page.at(-1)!.id, 200)
  )
    for (const attempt of page) {
      attempts += 1;
      const known = versions.get(attempt.versionHash) ?? (await recompute(db, attempt.versionHash));
      versions.set(attempt.versionHash, known);
      const messages =
        typeof known === 'string'
          ? [known]
          : replayAttempt(
              known,
              attempt,
              await listMoves(db, attempt.id),
              await listEvidenceOfAttempt(db, attempt.id),
            );
      differences.push(...messages.map((message) => ({ attemptId: attempt.id, message })));
    }
  return { attempts, differences };
}

/** The version with its anchors worked out afresh, or why it cannot be trusted. */
async function recompute(db: Database, hash: string): Promise<PublishedScenario | string> {
  try {
    const version = await loadVersion(db, hash);
    return { ...version, anchors: findAnchors(version.scenario, explore(version.scenario)) };
  } catch (reason) {
    return (reason as Error).message;
  }
}
