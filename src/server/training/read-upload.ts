import type { FieldProblem } from '#domain/access/problem.ts';
import { decodeFile, longestFile } from './decode-file.ts';

/** Far past what fits a page that somebody reads. */
const mostLines = 5_000;

/** A file or pasted lines, as text, and whether it is to be recorded now. */
export interface Upload {
  text: string;
  applies: boolean;
  problem: FieldProblem | undefined;
  /** The text of any other field of the form. */
  field: (name: string) => string;
}

/** Reads what the page for bringing training sends: a file, which comes first, or pasted lines. */
export async function readUpload(
  request: Request,
  nothing = 'Choose a file, or paste its lines.',
): Promise<Upload> {
  const form = await request.formData().catch(() => new FormData());
  const field = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const [file, text] = [form.get('file'), field('text')];
  const applies = field('do') === 'apply';
  const refused = (message: string): Upload => ({
    ...{ text, applies, field },
    problem: { field: 'file', message },
  });
  if (file instanceof File && file.size > 0) {
    const decoded = decodeFile(new Uint8Array(await file.arrayBuffer()));
    if (!decoded.ok) return refused(decoded.problem);
    if (hasTooMany(decoded.value)) return refused(tooMany);
    return { text: decoded.value, applies, field, problem: undefined };
  }
  if (!text.trim()) return refused(nothing);
  // Letters that UTF-8 writes with several bytes may lengthen what was read from an older file.
  if (text.length > longestFile) return refused('This is too long. Bring it in parts.');
  if (hasTooMany(text)) return refused(tooMany);
  return { text, applies, field, problem: undefined };
}

const hasTooMany = (text: string) => text.split(/\r\n?|\n/, mostLines + 1).length > mostLines;
const tooMany = `It has more than ${mostLines} lines. Bring it in parts.`;
