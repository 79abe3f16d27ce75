import type { FieldProblem } from '../access/problem.ts';
import { ok, refuse, type Result } from '../result.ts';

/** A competency that is looked at after so many months, as it stands in two fields of a form. */
export interface SoonerRow {
  competency: string;
  months: string;
}

/** The rows of a form for what is looked at sooner: those there are, and two empty ones. */
export const soonerRows = (sooner: Readonly<Record<string, number>>): SoonerRow[] => [
  ...Object.entries(sooner).map(([competency, months]) => ({ competency, months: String(months) })),
  ...Array.from({ length: 2 }, () => ({ competency: '', months: '' })),
];

/** Names of the fields of a row. */
export const soonerField = (row: number, part: keyof SoonerRow) => `review.sooner.${row}.${part}`;

/** What the rows come to. A row without a competency and months is none. */
export function readSooner(
  rows: readonly SoonerRow[],
  known: ReadonlySet<string>,
): Result<Record<string, number>, FieldProblem[]> {
  const sooner: Record<string, number> = {};
  const problems: FieldProblem[] = [];
  for (const [at, { competency, months }] of rows.entries()) {
    if (!competency && !months.trim()) continue;
    if (!known.has(competency))
      problems.push({
        field: soonerField(at, 'competency'),
        message: 'Choose the competency that this is about.',
      });
    else if (Object.hasOwn(sooner, competency))
      problems.push({
        field: soonerField(at, 'competency'),
        message: 'This competency is named twice.',
      });
    else if (!/^[1-9]\d{0,2}$/.test(months.trim()))
      problems.push({
        field: soonerField(at, 'months'),
        message: 'Give the months as a whole number, 1 or more.',
      });
    else sooner[competency] = Number(months);
  }
  return problems.length ? refuse(problems) : ok(sooner);
}
