import { ok, refuse, type Result } from '#domain/result.ts';

/** How long a file may be: about two thousand lines. */
export const longestFile = 100_000;

const starts = (bytes: Uint8Array, ...with_: number[]) =>
  with_.every((byte, at) => bytes[at] === byte);

/**
 * Reads the bytes of a file as text: UTF-8 with or without its mark, what spreadsheets call Unicode
 * text, or Windows-1252, which old ones write. Says what to do where it is no text at all.
 */
export function decodeFile(bytes: Uint8Array): Result<string, string> {
  if (bytes.length > longestFile)
    return refuse('The file is too long. Split it into files of up to 100 kB, about 2,000 lines.');
  if (starts(bytes, 0x50, 0x4b) || starts(bytes, 0xd0, 0xcf))
    return refuse('This is a workbook. In the spreadsheet, save it as CSV and choose that file.');
  if (starts(bytes, 0xff, 0xfe)) return ok(new TextDecoder('utf-16le').decode(bytes));
  if (starts(bytes, 0xfe, 0xff)) return ok(new TextDecoder('utf-16be').decode(bytes));
  if (bytes.includes(0)) return refuse('This is no text. Choose a file that was saved as CSV.');
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return ok(new TextDecoder('windows-1252').decode(bytes));
  }
}
