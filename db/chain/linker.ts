import { randomBytes } from 'node:crypto';
import type { Client } from '@libsql/client';
import type { RowsStatement } from '../row-statement.ts';
import { commit, firstHead, hashLink, type ChainedRecord, type Head } from './link.ts';

/** Heads remembered while nothing is being written: more chains than are written to in a day. */
const most = 5_000;

/** Continues chains: knows where each ends, as far as this process has been told. */
export interface Linker {
  /** Reads where these chains end, where that is not known. */
  learn(chains: readonly string[]): Promise<void>;
  /** The links of records whose chains are known, which from then on end with them. */
  link(records: readonly ChainedRecord[]): RowsStatement;
  /** Forgets where these chains end: what was linked was not written, or another process was faster. */
  forget(chains: Iterable<string>): void;
  /** Lets go of the chains not written to for longest. Only while nothing is being written. */
  trim(): void;
}

const saltBytes = 32;
/** Salts drawn at once: asking for chance costs as much as all else about a link. */
const saltsAtOnce = 128;
let drawn = Buffer.alloc(0);

/** As much chance as no one can try out, as text. */
function drawSalt(): string {
  if (!drawn.length) drawn = randomBytes(saltBytes * saltsAtOnce);
  const salt = drawn.subarray(0, saltBytes).toString('base64url');
  drawn = drawn.subarray(saltBytes);
  return salt;
}

const insertLinks = {
  head: 'INSERT INTO links (chain, seq, kind, record_id, salt, commitment, hash) VALUES',
  tail: '',
};

/** Whether a write was refused because another process continued the same chain a moment before. */
export const wasOvertaken = (reason: unknown): boolean =>
  (reason as { message?: string } | null)?.message?.includes(
    'UNIQUE constraint failed: links.chain, links.seq',
  ) ?? false;

/** The linker of an open database. Whoever uses it lets no two writes continue a chain at once. */
export function createLinker(client: Pick<Client, 'execute'>): Linker {
  const heads = new Map<string, Head>();

  const link = ({ chain, kind, recordId, content }: ChainedRecord) => {
    const before = heads.get(chain);
    // From an unknown end a second beginning would be written, and every later link would be lost.
    if (!before) throw new Error(`It is not known where the chain ${chain} ends.`);
    const seq = before.seq + 1;
    const salt = drawSalt();
    const commitment = commit(salt, content);
    const hash = hashLink(before.hash, { seq, kind, recordId, commitment });
    heads.delete(chain);
    heads.set(chain, { seq, hash });
    return [chain, seq, kind, recordId, salt, commitment, hash];
  };

  return {
    async learn(chains) {
      const unknown = chains.filter((chain) => !heads.has(chain));
      if (!unknown.length) return;
      const { rows } = await client.execute({
        sql: `SELECT links.chain, links.seq, links.hash FROM json_each(?) AS one
          JOIN links ON links.chain = one.value
            AND links.seq = (SELECT max(seq) FROM links WHERE chain = one.value)`,
        args: [JSON.stringify(unknown)],
      });
      for (const chain of unknown) heads.set(chain, firstHead(chain));
      for (const row of rows)
        heads.set(String(row['chain']), { seq: Number(row['seq']), hash: String(row['hash']) });
    },
    link: (records) => ({ ...insertLinks, rows: records.map(link) }),
    forget(chains) {
      for (const chain of chains) heads.delete(chain);
    },
    trim() {
      for (const chain of heads.keys()) {
        if (heads.size <= most) return;
        heads.delete(chain);
      }
    },
  };
}
