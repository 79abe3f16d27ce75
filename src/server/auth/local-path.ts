/** The path to go to after signing in, if it is one of ours; anything that could lead away is dropped. */
export function localPath(next: string | null | undefined): string | undefined {
  if (!next || next.length > 1_000) return undefined;
  if (!next.startsWith('/') || next.startsWith('//')) return undefined;
  // Browsers read a backslash as a slash and drop tabs and line ends: "/\t/elsewhere" would lead away.
  // A header carries nothing outside ASCII, and an address has no need of it.
  if (!/^[\x21-\x5b\x5d-\x7e]+$/.test(next)) return undefined;
  return next;
}
