import { isQualification } from './columns.ts';
import { quote, type Fields } from './read-fields.ts';

/** The qualifications that somebody is written down with. Codes as the data set writes them. */
export interface Qualifications {
  /** `1;level`, `2` for none or `999` for not known; empty where nothing is said. */
  socialCare: string;
  other: string;
  achieved: { code: string; year: string | null }[];
}

const highest = /^(1(;\d{1,3})?|2|999)$/;
const achievement = /^(\d{1,4})(?:;(\d{4})?)?$/;

/** Downloads write the mark between code and detail even where there is no detail. */
export const withoutEnd = (text: string): string => text.replace(/\s*;\s*/g, ';').replace(/;$/, '');

/** Reads the qualifications of a line, or nothing where the file has no column for any. */
export function readQualifications(
  fields: Fields,
  columns: readonly string[],
): Qualifications | undefined {
  const codes = columns.filter(isQualification).sort();
  if (!codes.length && !fields.has('SCQUAL') && !fields.has('NONSCQUAL')) return undefined;
  const level = (column: string) => {
    const written = withoutEnd(fields.text(column));
    if (written && !highest.test(written))
      fields.say(
        column,
        'unknown-code',
        `${quote(written)} is not a code of it.`,
        'Write 1 and the level, such as 1;3, or 2, or 999.',
      );
    return written;
  };
  const achieved = codes.flatMap((column) => {
    const written = withoutEnd(fields.text(column));
    if (!written) return [];
    const found = achievement.exec(written);
    if (!found) {
      fields.say(
        column,
        'unknown-code',
        `${quote(written)} is not a code of it.`,
        'Write the code and the year, such as 29;2019.',
      );
      return [];
    }
    return [{ code: found[1]!, year: found[2] ?? null }];
  });
  return { socialCare: level('SCQUAL'), other: level('NONSCQUAL'), achieved };
}
