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

/** A stored version as it should be, and what is wrong with it as it is. */
interface Recomputed {
  version?: PublishedScenario;
  problems: string[];
}

/** Recomputes every stored attempt. Anchors are worked out again from each pinned version too. */
export async function replayAll(db: Database): Promise<Replayed> {
  const versions = new Map<string, Recomputed>();
  const differences: Replayed['differences'] = [];
  let attempts = 0;
  for (
    let page = await pageOfAttempts(db, '', 200);
    page.length;
    page = await pageOfAttempts(db, page.at(-1)!.id, 200)
  )
    for (const attempt of page) {
      attempts += 1;
      const told = `${attempt.versionHash} ${attempt.form}`;
      const known = versions.get(told) ?? (await recompute(db, attempt.versionHash, attempt.form));
      versions.set(told, known);
      const found = known.version
        ? replayAttempt(
            known.version,
            attempt,
            await listMoves(db, attempt.id),
            await listEvidenceOfAttempt(db, attempt.id),
          )
        : [];
      for (const message of [...known.problems, ...found])
        differences.push({ attemptId: attempt.id, message });
    }
  return { attempts, differences };
}

/** The version with its anchors worked out afresh, or why it cannot be trusted. */
async function recompute(db: Database, hash: string, form: string): Promise<Recomputed> {
  try {
    const stored = await loadVersion(db, hash, form);
    const anchors = findAnchors(stored.scenario, explore(stored.scenario));
    const isAltered = JSON.stringify(anchors) !== JSON.stringify(stored.anchors);
    return {
      version: { ...stored, anchors },
      problems: isAltered
        ? [`The anchors stored with version ${hash} (${stored.slug}) are not those of its content.`]
        : [],
    };
  } catch (reason) {
    return { problems: [(reason as Error).message] };
  }
}
