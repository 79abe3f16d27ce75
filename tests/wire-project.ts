import type { TestProjectInlineConfiguration } from 'vitest/config';

/** What these ask of a file has no meaning for a database over the wire. */
const ofFiles = ['connections', 'locked-file', 'backups', 'chains', 'full-disk', 'upgrades'];

/** Every test but the few that look into the file, among others that do not. */
export const butOfAFile =
  /^(?!.*(nothing of what is dropped is shown, carried|run in a process of its own, and none is started))/;

/**
 * What reaches a database in the ways that a network could upset, in little time: run with every test.
 * Connections that drop are tried with a server of their own, among the tests of a file.
 */
const chosen = [
  'over-the-wire',
  'writer',
  'store-once',
  'moves',
  'parallel-moves',
  'two-processes',
  'observations',
  'sign-in',
  'sessions',
  'training',
];

const pathOf = (name: string) => `tests/server/${name}.test.ts`;

/**
 * The tests of verbs once more, with a remote database in place of a file: our own server of the Hrana
 * protocol (tests/support/hrana-server.mjs). All of them by `npm run check:wire`, else the chosen ones.
 */
export const wireProject = (
  which: 'all' | 'chosen',
): NonNullable<TestProjectInlineConfiguration['test']> => ({
  name: 'wire',
  include: which === 'all' ? ['tests/server/**/*.test.ts'] : chosen.map(pathOf),
  exclude: ofFiles.map(pathOf),
  env: { DATABASE_OVER: 'http', ORGANISATIONS: 'off' },
  isolate: false,
  // Each statement is a request of its own: the longest take several times as long.
  testTimeout: 240_000,
  hookTimeout: 240_000,
});
