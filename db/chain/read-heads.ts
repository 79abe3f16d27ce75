import type { Database } from '../client.ts';
import type { Head } from './link.ts';

/** Where a chain ends. */
export interface ChainHead extends Head {
  chain: string;
}

/** How many links there are. They are never removed, so the first so many stay the first so many. */
export async function countLinks(db: Database): Promise<number> {
  const { rows } = await db.client.execute('SELECT coalesce(max(rowid), 0) AS n FROM links');
  return Number(rows[0]?.['n'] ?? 0);
}

/** Where each chain ends, in order, or where it ended when there were only so many links. */
export async function listHeads(
  db: Database,
  links = Number.MAX_SAFE_INTEGER,
): Promise<ChainHead[]> {
  const { rows } = await db.client.execute({
    // Of the columns beside a maximum, SQLite gives those of the row that has it.
    sql: 'SELECT chain, max(seq) AS seq, hash FROM links WHERE rowid <= ? GROUP BY chain ORDER BY chain',
    args: [links],
  });
  return rows.map((row) => ({
    chain: String(row['chain']),
    seq: Number(row['seq']),
    hash: String(row['hash']),
  }));
}
