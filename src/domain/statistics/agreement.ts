/** How much a disagreement of so many steps counts: all alike, by its size, or by its square. */
export type Weighting = 'none' | 'linear' | 'quadratic';

/** A square table: how often the first rater said the row and the second said the column. */
export type Table = readonly (readonly number[])[];

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

const distance = (row: number, column: number, weighting: Weighting, size: number): number => {
  if (weighting === 'none') return row === column ? 0 : 1;
  const steps = Math.abs(row - column) / (size - 1);
  return weighting === 'linear' ? steps : steps ** 2;
};

/**
 * Cohen's kappa: how far two raters agree beyond chance, from −1 to 1 (Cohen 1960 and 1968, method §10).
 * Nothing where both always said the same one thing, since then chance explains everything.
 */
export function cohenKappa(table: Table, weighting: Weighting): number | undefined {
  const total = sum(table.map(sum));
  const rows = table.map(sum);
  const columns = table.map((_, at) => sum(table.map((row) => row[at]!)));
  let seen = 0;
  let chance = 0;
  table.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      const apart = distance(row, column, weighting, table.length);
      seen += apart * cell;
      chance += (apart * rows[row]! * columns[column]!) / total;
    }),
  );
  return chance === 0 ? undefined : 1 - seen / chance;
}

/** The share of pairs in which both raters said exactly the same, 0 to 1. */
export const exactAgreement = (table: Table): number =>
  sum(table.map((row, at) => row[at]!)) / sum(table.map(sum));

/** The table of pairs of ratings, each from 1 to `points`. */
export function tabulate(
  pairs: readonly (readonly [number, number])[],
  points: number,
): number[][] {
  const table = Array.from({ length: points }, () => Array<number>(points).fill(0));
  for (const [one, other] of pairs) table[one - 1]![other - 1]! += 1;
  return table;
}
