import type { Evidence } from '#domain/evidence/evidence.ts';
import type { Database } from '#db';
import { loadVersion } from './content/load-version.ts';

/** The versions behind some evidence whose keys no care professional has reviewed yet, by hash. */
export async function listUnreviewed(
  db: Database,
  evidence: readonly Evidence[],
): Promise<ReadonlySet<string>> {
  const hashes = [...new Set(evidence.map(({ versionHash }) => versionHash))];
  const versions = await Promise.all(hashes.map((hash) => loadVersion(db, hash)));
  return new Set(
    versions.filter(({ scenario }) => scenario.status !== 'reviewed').map(({ hash }) => hash),
  );
}
