import type { Link } from '../../src/domain/chain/find-fault.ts';
import type { Database } from '../client.ts';
import { auditChain, workerChain } from './link.ts';

/** A record that no link vouches for, or a part that does not belong to the record it names. */
export interface Unlinked {
  chain: string;
  kind: Link['kind'] | 'evidence';
  recordId: string;
}

const unlinked = (kind: Link['kind'], id: string) =>
  `NOT EXISTS (SELECT 1 FROM links WHERE links.kind = '${kind}' AND links.record_id = ${id})`;

/** Everybody's records without a link, in order of time, as `whose` and `id`. */
const sources = {
  attempt: `SELECT person_id AS whose, id, started_at AS at, 1 AS nth FROM attempts
    WHERE ${unlinked('attempt', 'attempts.id')}`,
  move: `SELECT attempts.person_id AS whose, moves.id, moves.at, 2 + moves.step AS nth
    FROM moves JOIN attempts ON attempts.id = moves.attempt_id WHERE ${unlinked('move', 'moves.id')}`,
  observation: `SELECT person_id AS whose, id, signed_at AS at, 1 AS nth FROM observations
    WHERE signed_at IS NOT NULL AND ${unlinked('observation', 'observations.id')}`,
} as const;

const ofWorkers = Object.entries(sources)
  .map(([kind, sql]) => `SELECT '${kind}' AS kind, * FROM (${sql})`)
  .join(' UNION ALL ');

const ofAll = `${ofWorkers}
  UNION ALL SELECT 'audit', actor, id, at, 1 FROM audit WHERE ${unlinked('audit', 'audit.id')}
  UNION ALL SELECT 'evidence', evidence.person_id, evidence.id, evidence.at, 1
    FROM evidence LEFT JOIN moves ON moves.id = evidence.move_id
    WHERE moves.attempt_id IS NOT evidence.attempt_id`;

/** The first record, chain by chain, without the link that it should have. */
export async function listUnlinked(db: Database): Promise<Unlinked[]> {
  const { rows } = await db.client.execute(
    // Of the columns beside a minimum, SQLite gives those of the row that has it.
    `SELECT kind, whose, id, min(at) FROM (${ofAll}) GROUP BY kind = 'audit', whose`,
  );
  return rows.map((row) => {
    const kind = row['kind'] as Unlinked['kind'];
    const whose = String(row['whose']);
    const chain = kind === 'audit' ? auditChain(whose) : workerChain(whose);
    return { chain, kind, recordId: String(row['id']) };
  });
}

/** Records of one worker without a link, the oldest first: what a chain begun later starts from. */
export async function listUnlinkedOf(
  db: Database,
  personId: string,
  most: number,
): Promise<{ kind: Exclude<Link['kind'], 'audit'>; id: string }[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT kind, id FROM (${ofWorkers}) WHERE whose = ? ORDER BY at, nth, id LIMIT ?`,
    args: [personId, most],
  });
  return rows.map((row) => ({
    kind: row['kind'] as Exclude<Link['kind'], 'audit'>,
    id: String(row['id']),
  }));
}
