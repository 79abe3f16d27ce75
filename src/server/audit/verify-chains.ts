import {
  commit,
  firstHead,
  hashLink,
  listNotedErasures,
  listUnlinked,
  pageOfLinks,
  readCuts,
  readLinkedRecords,
  recordKey,
  type Database,
} from '#db';
import { findFault, faultWords, type FaultCode, type Link } from '#domain/chain/find-fault.ts';

/** The first thing that is wrong in a chain. */
export interface ChainFault {
  chain: string;
  /** The table in which it is, and the id there. */
  table: string;
  recordId: string;
  code: FaultCode;
  /** What is wrong, in words. */
  says: string;
}

/** What was found of all chains. */
export interface Verified {
  chains: number;
  links: number;
  /** Links whose record was erased, as noted. */
  erased: number;
  /** At most one a chain: the first. */
  faults: ChainFault[];
}

const tables: Record<Link['kind'] | 'evidence', string> = {
  attempt: 'attempts',
  move: 'moves',
  observation: 'observations',
  audit: 'audit',
  evidence: 'evidence',
};

/** A fault of a record, told with where it is. */
export const toFault = (
  { chain, kind, recordId }: { chain: string; kind: keyof typeof tables; recordId: string },
  code: FaultCode,
): ChainFault => ({ chain, table: tables[kind], recordId, code, says: faultWords[code] });

/** What may be gone, as noted: the records of these people, and chains of the log up to a number. */
interface Gone {
  people: ReadonlySet<string>;
  upTo: ReadonlyMap<string, number>;
}

async function readGone(db: Database): Promise<Gone> {
  const [people, upTo] = await Promise.all([listNotedErasures(db), readCuts(db)]);
  return { people, upTo };
}

/**
 * Goes through every link, a page at a time, and compares it with the one before and with its record.
 * Links without their record are sound where an erasure is noted: in the chain of somebody erased, and
 * at the beginning of a chain of the audit log, as far as the service noted it. What is found is looked at a second time by itself,
 * since somebody may have been erased meanwhile.
 */
export async function verifyChains(db: Database, pageSize = 500): Promise<Verified> {
  const all = await walk(db, await readGone(db), '', undefined, pageSize);
  const faults: ChainFault[] = [];
  for (const { chain } of all.faults) {
    const again = await walk(db, await readGone(db), chain, chain, pageSize);
    faults.push(...again.faults);
  }
  const told = new Set(faults.map(({ chain }) => chain));
  for (const one of await listUnlinked(db)) {
    if (!told.has(one.chain))
      faults.push(toFault(one, one.kind === 'evidence' ? 'part-elsewhere' : 'no-link'));
  }
  return { ...all, faults };
}

/** Goes through the chains from one on, or through that one alone. */
async function walk(
  db: Database,
  gone: Gone,
  from: string,
  only: string | undefined,
  pageSize: number,
): Promise<Verified> {
  const found: Verified = { chains: 0, links: 0, erased: 0, faults: [] };
  let before: { chain: string; seq: number; hash: string } | undefined;
  let isBroken = false;
  let isGoneSoFar = true;
  let after = { chain: from, seq: 0 };
  for (;;) {
    const page = await pageOfLinks(db, after, pageSize);
    const records = await readLinkedRecords(db, page);
    for (const link of page) {
      if (only !== undefined && link.chain !== only) return found;
      if (before?.chain !== link.chain) {
        found.chains += 1;
        before = { chain: link.chain, ...firstHead(link.chain) };
        isBroken = false;
        isGoneSoFar = true;
      }
      found.links += 1;
      if (link.salt === null) found.erased += 1;
      else isGoneSoFar = false;
      const [room, whose = ''] = split(link.chain);
      const mayBeGone =
        room === 'worker'
          ? gone.people.has(whose)
          : isGoneSoFar && link.seq <= (gone.upTo.get(link.chain) ?? 0);
      const code = findFault(before, link, records.get(recordKey(link)), mayBeGone, {
        commit,
        hashLink,
      });
      if (code && !isBroken) {
        isBroken = true;
        found.faults.push(toFault(link, code));
      }
      before = link;
    }
    const last = page.at(-1);
    if (!last || page.length < pageSize) return found;
    after = last;
  }
}

const split = (chain: string) => {
  const at = chain.indexOf(':');
  return [chain.slice(0, at), chain.slice(at + 1)];
};
