import { createHash } from 'node:crypto';
import {
  actAs,
  countLinks,
  findLastBySystem,
  findLinkHash,
  listHeads,
  type ChainHead,
  type Database,
} from '#db';
import { toFault, type ChainFault } from './verify-chains.ts';

const checkpoint = 'checkpoint';

/** One head as one line: the chain, the number of its last link, and that link's hash. */
const toLine = ({ chain, seq, hash }: ChainHead): string => `${chain} ${seq} ${hash}`;

/** The sha256 of the heads of all chains, in hex: short enough to be written down elsewhere. */
export const digestHeads = (heads: readonly ChainHead[]): string =>
  createHash('sha256')
    .update(heads.map((head) => `${toLine(head)}\n`).join(''))
    .digest('hex');

/** All heads as lines to be kept elsewhere, and their digest on the last one. */
export async function tellHeads(db: Database): Promise<string[]> {
  const heads = await listHeads(db);
  return [...heads.map(toLine), `# ${heads.length} chains ${digestHeads(heads)}`];
}

/**
 * Notes in the audit log where all chains end now: a link that is cut off or rewritten later no longer
 * agrees with it. Answers with what was noted.
 */
export async function noteCheckpoint(db: Database): Promise<string> {
  const links = await countLinks(db);
  const heads = await listHeads(db, links);
  const digest = digestHeads(heads);
  const detail = { links: String(links), chains: String(heads.length), digest };
  await actAs({ actor: 'system', what: checkpoint, subject: null, detail }, () => db.write([]));
  return `${heads.length} chains, ${links} links: ${digest}`;
}

/** Whether the chains still go through where the newest checkpoint says that they ended. */
export async function compareCheckpoint(db: Database): Promise<ChainFault[]> {
  const row = await findLastBySystem(db, checkpoint);
  if (!row) return [];
  const { links, digest } = JSON.parse(row.detail) as { links: string; digest: string };
  if (digestHeads(await listHeads(db, Number(links))) === digest) return [];
  const place = { chain: 'audit:system', kind: 'audit', recordId: row.id } as const;
  return [toFault(place, 'heads-differ')];
}

/** A line of a kept list that is none, by its number from 1 on. */
export interface BadLine {
  line: number;
}

/** Compares the chains with a list of heads kept earlier: each head must still be a link, as it was. */
export async function compareHeads(
  db: Database,
  kept: string,
): Promise<{ faults: ChainFault[]; bad: BadLine[] }> {
  const faults: ChainFault[] = [];
  const bad: BadLine[] = [];
  for (const [index, line] of kept.split(/\r?\n/).entries()) {
    if (!line.trim() || line.startsWith('#')) continue;
    const [, chain, seq, hash] = /^(\S+) (\d+) ([0-9a-f]{64})$/.exec(line) ?? [];
    if (!chain || !seq || !hash) bad.push({ line: index + 1 });
    else if ((await findLinkHash(db, { chain, seq: Number(seq) })) !== hash)
      faults.push({
        ...toFault({ chain, kind: 'audit', recordId: seq }, 'link-unlike-kept'),
        table: 'links',
      });
  }
  return { faults, bad };
}
