import { LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { z } from 'zod';

/** Something to mend in a content file: where it is, what is wrong, and how to mend it. */
export interface ContentProblem {
  file: string;
  line: number;
  column: number;
  code: string;
  message: string;
  remedy: string;
}

export type Located = (
  code: string,
  path: readonly PropertyKey[],
  message: string,
  remedy: string,
) => ContentProblem;
export type ReadYaml<Value> =
  { ok: true; value: Value; locate: Located } | { ok: false; problems: ContentProblem[] };

/** Fits any hand-written file; a file past it is a mistake or a trap. */
const longest = 1_000_000;

/** How often one part may stand again as `*name`: past it, a few lines could stand for millions. */
const maxAliasCount = 20;

/** Reads a YAML text through a schema. Every problem names the line and column it stands at. */
export function readYaml<Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
): ReadYaml<z.output<Schema>> {
  if (text.length > longest)
    return {
      ok: false,
      problems: [
        {
          file,
          line: 1,
          column: 1,
          code: 'too-long',
          message: `The file has over ${longest} characters.`,
          remedy: 'Split it.',
        },
      ],
    };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const notYaml = (offset: number, message: string): ContentProblem => {
    const { line, col } = lines.linePos(offset);
    const remedy = 'Mend the YAML at this place; check indentation and quotes.';
    return { file, line, column: col, code: 'not-yaml', message, remedy };
  };
  const broken = [
    ...document.errors.map(({ pos, message }) => notYaml(pos[0], message.split('\n')[0]!)),
    ...unresolvedIn(document).map(({ at, name }) =>
      notYaml(at, `Nothing above is called &${name}.`),
    ),
  ];
  if (broken.length) return { ok: false, problems: broken };
  const locate: Located = (code, path, message, remedy) => ({
    file,
    ...positionOf(document, lines, path),
    code,
    message,
    remedy,
  });
  let written: unknown;
  try {
    written = document.toJS({ maxAliasCount });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    const message = `One part of the file stands again more than ${maxAliasCount} times.`;
    return { ok: false, problems: [locate('too-many-aliases', [], message, 'Write it out.')] };
  }
  const parsed = schema.safeParse(written);
  if (parsed.success) return { ok: true, value: parsed.data, locate };
  const problems = parsed.error.issues.flatMap((issue) =>
    deepest(issue).map(({ path, message }) =>
      locate(
        'wrong-shape',
        path,
        `${path.join('.') || 'The file'}: ${message}.`,
        'Compare it with scenarios/scenario.schema.json or a standing file.',
      ),
    ),
  );
  return { ok: false, problems };
}

type Issue = z.core.$ZodIssue;

/** Of a union, the branch that came furthest is the one that was meant. */
function deepest(
  issue: Issue,
  base: readonly PropertyKey[] = [],
): { path: PropertyKey[]; message: string }[] {
  const path = [...base, ...issue.path];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], message: 'there is no such field' }));
  if (issue.code === 'invalid_key') return issue.issues.map(({ message }) => ({ path, message }));
  if (issue.code !== 'invalid_union' || !issue.errors.length)
    return [{ path, message: issue.message }];
  const reach = (issues: Issue[]) => Math.max(...issues.map((one) => one.path.length));
  const best = issue.errors.reduce((a, b) => (reach(b) > reach(a) ? b : a));
  if (reach(best) === 0) return [{ path, message: issue.message }];
  return best.flatMap((one) => deepest(one, path));
}

/** The places that stand for a part of the file which is not there. */
function unresolvedIn(document: Document.Parsed): { at: number; name: string }[] {
  const found: { at: number; name: string }[] = [];
  const names = new Set<string>();
  visit(document, {
    Alias: (_, { source, range }) => {
      if (!names.has(source)) found.push({ at: range?.[0] ?? 0, name: source });
    },
    Value: (_, { anchor }) => {
      if (anchor) names.add(anchor);
    },
  });
  return found;
}

/** The position of a path, or of the nearest part of it that is in the file. */
function positionOf(document: Document.Parsed, lines: LineCounter, path: readonly PropertyKey[]) {
  for (let length = path.length; length >= 0; length -= 1) {
    const part = path.slice(0, length);
    const found = length
      ? (document.getIn(part, true) ?? document.getIn(part.map(asWritten), true))
      : document.contents;
    const range = (found as { range?: [number, number, number] } | undefined)?.range;
    if (!range) continue;
    const { line, col } = lines.linePos(range[0]);
    return { line, column: col };
  }
  return { line: 1, column: 1 };
}

/** A key that is all digits is a number in YAML, and a text once it is read. */
const asWritten = (key: PropertyKey): PropertyKey =>
  typeof key === 'string' && /^\d+$/.test(key) ? Number(key) : key;
