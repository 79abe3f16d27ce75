import { posix } from 'node:path';

/** One import as written in a file; `type` when the whole line is erased before it runs. */
export interface ImportLine {
  target: string;
  type: boolean;
}

interface RoomRule {
  /** Where the rule holds, as a path from the project's folder. */
  room: RegExp;
  /** With a list of what is allowed, everything else is a breach; otherwise only what is refused is. */
  allowed?: RegExp;
  allowedTypes?: RegExp;
  refused?: RegExp;
  says: string;
}

const database = /^(db\/|drizzle-orm|@libsql\/)/;
const screens = /^src\/(pages|layouts|components|islands)\//;

const rules: RoomRule[] = [
  {
    room: /^src\/domain\//,
    allowed:
      /^(src\/domain\/|zod$|xstate$|@stdlib\/|simple-statistics$|flesch-kincaid$|syllable$|@zxcvbn-ts\/language-common$)/,
    says: 'the domain imports only itself, zod, xstate, @stdlib, simple-statistics, flesch-kincaid, syllable and a list of passwords',
  },
  {
    room: /^db\//,
    allowed: /^(db\/|drizzle-orm(\/|$)|@libsql\/|node:)/,
    allowedTypes: /^src\/domain\//,
    says: 'db imports only Drizzle, libSQL, node and types of the domain',
  },
  { room: /^src\/server\//, refused: screens, says: 'the server knows no page or component' },
  { room: /^src\/(serve|cli)\//, refused: screens, says: 'commands know no page or component' },
  { room: /^src\/pages\//, refused: database, says: 'a page never opens the database' },
  {
    room: /^src\/(layouts|components|islands)\//,
    refused: /^(db\/|drizzle-orm|@libsql\/|src\/server\/|node:)/,
    says: 'what is seen never reaches the server or the database',
  },
];

/** Finds every import, re-export and dynamic import in a source text. */
export function readImports(source: string): ImportLine[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const fixed =
    /(?:^|[\n;])\s*(?:import|export)\s+(type\s+)?(?:[\w*{][^'"`;=()]*?\sfrom\s*)?(['"])([^'"\n]+)\2/g;
  const dynamic = /\bimport\(\s*(['"])([^'"\n]+)\1\s*\)/g;
  return [
    ...[...code.matchAll(fixed)].map(([, type, , target]) => ({ target: target!, type: !!type })),
    ...[...code.matchAll(dynamic)].map(([, , target]) => ({ target: target!, type: false })),
  ];
}

/** Names what an import reaches: a path from the project's folder, or a package. */
export function resolveImport(file: string, target: string): string {
  if (target === '#db') return 'db/index.ts';
  if (target.startsWith('#db/')) return target.replace('#db/', 'db/');
  if (target.startsWith('#')) return target.replace('#', 'src/');
  return target.startsWith('.') ? posix.join(posix.dirname(file), target) : target;
}

/** Lists what one file imports against the table of rooms; an empty list is a clean file. */
export function findImportBreaches(file: string, source: string): string[] {
  const broken = rules.filter(({ room }) => room.test(file));
  return readImports(source).flatMap(({ target, type }) => {
    const reached = resolveImport(file, target);
    return broken
      .filter((rule) => !isAllowed(rule, reached, type))
      .map(({ says }) => `${file} imports ${target}: ${says}`);
  });
}

function isAllowed({ allowed, allowedTypes, refused }: RoomRule, reached: string, type: boolean) {
  if (type && allowedTypes?.test(reached)) return true;
  return allowed ? allowed.test(reached) : !refused?.test(reached);
}

/** Says what is wrong with a file's name, or nothing. */
export function findNameBreach(file: string): string | undefined {
  const stem = posix.basename(file).split('.')[0] ?? '';
  // A manager is a person here, so only a file named for nothing else is refused.
  const vague = stem === 'manager' || stem.split('-').some((word) => vagueWords.has(word));
  return vague ? `${file}: name it for what it does` : undefined;
}

const vagueWords = new Set(['util', 'utils', 'helper', 'helpers', 'misc']);
const mostLines = 250;

/** Says that a file has grown past the size at which it holds two subjects, or nothing. */
export function findSizeBreach(file: string, source: string): string | undefined {
  const lines = source.replace(/\n$/, '').split('\n').length;
  return lines > mostLines ? `${file}: ${lines} lines, at most ${mostLines}` : undefined;
}
