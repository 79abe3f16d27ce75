import type { Attempt } from '#domain/attempt/attempt.ts';
import type { Record as WorkerRecord } from '#domain/evidence/evidence.ts';
import type { Offered } from '#domain/profile/fold-profile.ts';
import { listOpenings } from '#domain/profile/openings.ts';
import type { PublishedScenario } from '#domain/scenario/published.ts';
import { listKeysRead, type Database } from '#db';
import { listPlayable, loadVersion } from '../content/load-version.ts';
import { listUnreviewed } from '../list-unreviewed.ts';

/** An attempt with the version it is pinned to. */
export interface Played {
  attempt: Attempt;
  version: PublishedScenario;
}

/** What a profile takes from the scenarios, and every attempt with its version. */
export async function readOffered(
  db: Database,
  personId: string,
  attempts: readonly Attempt[],
  record: WorkerRecord,
  at?: string,
): Promise<Offered & { played: Played[] }> {
  const [playable, shown, unreviewed, played] = await Promise.all([
    listPlayable(db, at),
    listKeysRead(db, personId, at),
    listUnreviewed(db, record.evidence),
    Promise.all(
      attempts.map(async (attempt) => ({
        attempt,
        version: await loadVersion(db, attempt.versionHash, attempt.form),
      })),
    ),
  ]);
  // Whoever has been shown the keys of a scenario can only practise it.
  const open = playable.filter(({ slug }) => !shown.has(slug));
  return { openings: listOpenings(open, played), unreviewed, played };
}
