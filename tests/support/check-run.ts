import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import { anchorsOf } from '#domain/scenario/anchors.ts';
import type { PublishedScenario } from '#domain/scenario/published.ts';
import { replay, type Run } from './play-paths.ts';

/** Checks one finished run: it ends, every anchor of every claim was met, a replay says the same. */
export function checkRun(published: PublishedScenario, run: Run) {
  const path = run.moves.map((move) => move.choice || 'go on').join(' > ');
  if (!run.ended) throw new Error(`It does not end: ${path}`);
  for (const claim of published.scenario.claims)
    for (const anchor of anchorsOf(published.anchors, claim)) {
      const met = run.evidence.some(
        (row) => row.anchor === anchor.name && row.competency === claim.competency,
      );
      if (!met) throw new Error(`${claim.competency} never meets ${anchor.name}: ${path}`);
    }
  const again = replay(published, run.moves);
  // Asked thousands of times: the slower comparison is for saying where they differ.
  if (!isDeepStrictEqual(again, run)) expect(again, path).toStrictEqual(run);
}
