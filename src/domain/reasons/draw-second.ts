/**
 * Whether a text is one of those that are marked twice: as large a share of all as the policy says, the
 * same ones however often it is asked, and nothing that a marker could foresee (FNV-1a, then mixed).
 */
export function isDrawnForSecond(moveId: string, share: number): boolean {
  let hash = 0x811c9dc5;
  for (const letter of moveId) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) >>> 0;
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32 < share;
}
