/** A link as it is stored: one record's place in a chain, and what vouches for it. */
export interface Link {
  chain: string;
  /** From 1 on, without a gap. */
  seq: number;
  kind: 'attempt' | 'move' | 'observation' | 'audit';
  recordId: string;
  /** Empty once the record has been erased. */
  salt: string | null;
  commitment: string;
  hash: string;
}

/** A record as it is stored now: its text, and the chain in which it belongs. */
export interface FoundRecord {
  content: string;
  chain: string;
}

/** How the two fingerprints of a link are made. */
export interface Fingerprints {
  commit(salt: string, content: string): string;
  hashLink(before: string, link: Pick<Link, 'seq' | 'kind' | 'recordId' | 'commitment'>): string;
}

/** What is wrong at one place of a chain, in words for whoever looks after the service. */
export const faultWords = {
  'link-missing': 'the link before it is gone',
  'link-changed': 'its link, or the one before, was changed or moved',
  'record-removed': 'it was removed',
  'record-changed': 'it, or what belongs to it, was changed',
  'record-elsewhere': 'it was moved to somebody else',
  'record-back': 'it is there although it was erased',
  'salt-removed': 'what vouches for it was removed, and no erasure is noted',
  'no-link': 'it was added without the service: no link vouches for it',
  'part-elsewhere': 'it does not belong to the record that it names',
  'heads-differ': 'the chains do not go through where this checkpoint says that they ended',
  'link-unlike-kept': 'its link is gone or is not what it was when the heads were kept',
} as const;

export type FaultCode = keyof typeof faultWords;

/**
 * What is wrong with one link, given the one before it in its chain, or nothing. Whether its record may
 * be gone, because an erasure is noted, is for the caller to say.
 */
export function findFault(
  before: Pick<Link, 'seq' | 'hash'>,
  link: Link,
  record: FoundRecord | undefined,
  mayBeGone: boolean,
  { commit, hashLink }: Fingerprints,
): FaultCode | undefined {
  if (link.seq !== before.seq + 1) return 'link-missing';
  if (hashLink(before.hash, link) !== link.hash) return 'link-changed';
  if (link.salt === null) {
    if (!mayBeGone) return 'salt-removed';
    return record && 'record-back';
  }
  if (!record) return 'record-removed';
  if (commit(link.salt, record.content) !== link.commitment) return 'record-changed';
  return record.chain === link.chain ? undefined : 'record-elsewhere';
}
