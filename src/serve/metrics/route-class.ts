import { routes } from '#server/auth/routes.ts';

const longest = Object.keys(routes)
  .filter((pattern) => pattern.endsWith('/*'))
  .sort((a, b) => b.length - a.length);

/**
 * The class of a path for counting: a row of the table of routes, `/_astro/*` for the files of the
 * pages, or `other`. So there are few of them, and none holds an id or a name.
 */
export function routeClass(path: string): string {
  const plain = path.replace(/(?<=.)\/+$/, '');
  if (Object.hasOwn(routes, plain)) return plain;
  if (plain.startsWith('/_astro/')) return '/_astro/*';
  return longest.find((pattern) => plain.startsWith(pattern.slice(0, -1))) ?? 'other';
}
