/** The path to go to after signing in, if it is one of ours; anything that could lead away is dropped. */
export function localPath(next: string | null | undefined): string | undefined {
  if (!next || next.length > 1_000) return undefined;
  if (!next.startsWith('/') || next.startsWith('//')) return undefined;
  // Browsers read a backslash as a slash and drop tabs and line ends: "/\t/elsewhere" would lead away.
  if (/[\\\u0000-\u0020\u007f]/.test(next)) return undefined;
  return next;
}
