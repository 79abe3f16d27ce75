import { Sheet, sheetParts } from '../supervision/sheet.ts';

const letter = String.raw`[\p{L}\p{M}\p{N}]`;
// A hyphen or an apostrophe goes on with a name, but for the `s` of what is somebody's.
const before = String.raw`(?<!${letter}|${letter}[-‐‑'’])`;
const after = String.raw`(?!${letter}|[-‐‑]${letter}|['’](?!s(?!${letter}))${letter})`;

const words = (name: string) => name.trim().split(/\s+/);
const escaped = (word: string) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
const asPattern = (name: string) =>
  before +
  words(name)
    .map(escaped)
    .join(String.raw`\s+`) +
  after;
const plain = (name: string) => words(name).join(' ');

/**
 * The sheet of a supervision, as JSON, with a name replaced by other words wherever it stands as whole
 * words in what the sheet says. Nothing where nothing changes: where it does not stand there, where one of
 * the others, whose records stay, has the same name, or where it is no sheet. A longer name of another that
 * begins or ends with it is left alone.
 */
export function renameInSheet(
  stored: string,
  name: string,
  instead: string,
  others: readonly string[],
): string | undefined {
  if (!plain(name) || others.some((other) => plain(other) === plain(name))) return undefined;
  const read = Sheet.safeParse(asJson(stored));
  if (!read.success) return undefined;
  const whole = new RegExp(asPattern(name), 'u');
  const longer = others.filter((other) => whole.test(other)).sort((a, b) => b.length - a.length);
  // The longest first: what is found as a part of it is not looked at again.
  const any = new RegExp([...longer, name].map(asPattern).join('|'), 'gu');
  const rename = (text: string) =>
    text.replaceAll(any, (found) => (plain(found) === plain(name) ? instead : found));
  const sheet = { ...read.data };
  for (const part of sheetParts)
    sheet[part] = {
      ...sheet[part],
      lines: sheet[part].lines.map((line) => ({
        ...line,
        title: rename(line.title),
        says: line.says.map(rename),
      })),
    };
  const renamed = JSON.stringify(sheet);
  return renamed === JSON.stringify(read.data) ? undefined : renamed;
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
