import type { InStatement } from '@libsql/client';
import { actAs } from '../acting.ts';
import type { LinkPlace } from '../chain/read-chains.ts';
import type { Database } from '../client.ts';

/** The name in the audit log of a note that says how far each chain of it was let go. */
const cutNote = 'audit log cut';

/** Rows of the audit log older than ?1, chain by chain from the beginning on: a chain must still hold. */
export const oldAudit = `FROM links LEFT JOIN (
    SELECT later.chain, min(later.seq) AS seq FROM audit
      JOIN links later ON later.kind = 'audit' AND later.record_id = audit.id
      WHERE audit.at >= ?1 GROUP BY later.chain) kept ON kept.chain = links.chain
  WHERE links.kind = 'audit' AND links.salt IS NOT NULL
    AND (kept.seq IS NULL OR links.seq < kept.seq)`;

const toPlaces = (rows: readonly Record<string, unknown>[]): LinkPlace[] =>
  rows.map((row) => ({ chain: String(row['chain']), seq: Number(row['seq']) }));

/** Lets go of the beginning of one chain, up to a number. The links stay. */
const cut = ({ chain, seq }: LinkPlace): InStatement[] => [
  {
    sql: `DELETE FROM audit WHERE id IN (SELECT record_id FROM links
      WHERE chain = ?1 AND seq <= ?2 AND kind = 'audit' AND salt IS NOT NULL)`,
    args: [chain, seq],
  },
  {
    sql: 'UPDATE links SET salt = NULL WHERE chain = ?1 AND seq <= ?2 AND salt IS NOT NULL',
    args: [chain, seq],
  },
];

/**
 * Lets go of old rows of the audit log in one write, with a note of the service itself that says up to
 * which number each chain is gone: the chain of the service vouches for it. The newest note says it of all
 * chains, since earlier notes are let go in their turn.
 */
export async function cutAudit(db: Database, before: string): Promise<void> {
  const { rows } = await db.client.execute({
    sql: `SELECT links.chain, max(links.seq) AS seq ${oldAudit} GROUP BY links.chain`,
    args: [before],
  });
  const cuts = toPlaces(rows);
  if (!cuts.length) return;
  const upTo = new Map(await readCuts(db));
  for (const { chain, seq } of cuts) upTo.set(chain, Math.max(seq, upTo.get(chain) ?? 0));
  const detail = Object.fromEntries([...upTo].map(([chain, seq]) => [chain, String(seq)]));
  await actAs({ actor: 'system', what: cutNote, subject: null, detail }, () =>
    db.write(cuts.flatMap(cut)),
  );
}

/** Up to which number each chain of the audit log was let go, as the newest note says. */
export async function readCuts(db: Database): Promise<ReadonlyMap<string, number>> {
  const { rows } = await db.client.execute({
    sql: `SELECT one.key AS chain, one.value AS seq FROM (
        SELECT audit.detail FROM audit JOIN links ON links.kind = 'audit' AND links.record_id = audit.id
          WHERE audit.actor = 'system' AND audit.what = ? ORDER BY links.seq DESC LIMIT 1) note,
      json_each(CASE WHEN json_valid(note.detail) THEN note.detail ELSE '{}' END) one`,
    args: [cutNote],
  });
  return new Map(toPlaces(rows).map(({ chain, seq }) => [chain, seq]));
}

/** Whether anything the service itself did has been let go. */
export async function isSystemCut(db: Database): Promise<boolean> {
  const { rows } = await db.client.execute(
    "SELECT 1 FROM links WHERE chain = 'audit:system' AND salt IS NULL LIMIT 1",
  );
  return rows.length > 0;
}
