import type { InStatement, InValue } from '@libsql/client';

/** The words of a statement around its rows, such as `INSERT INTO moves (…) VALUES`. */
export interface RowsHead {
  head: string;
  tail: string;
}

/** A statement over rows: several of the same words can be sent as one. */
export interface RowsStatement extends RowsHead {
  rows: InValue[][];
}

/** Values that one statement takes at the most. SQLite refuses more than 32,766. */
const mostValues = 30_000;

/** One statement for all rows, or several where they hold too many values for one, or none for none. */
export function toStatements({ head, tail, rows }: RowsStatement): InStatement[] {
  const atOnce = Math.max(1, Math.floor(mostValues / Math.max(1, rows[0]?.length ?? 0)));
  const parts = Array.from({ length: Math.ceil(rows.length / atOnce) }, (_, nth) =>
    rows.slice(nth * atOnce, (nth + 1) * atOnce),
  );
  return parts.map((part) => {
    const places = part.map((row) => `(${row.map(() => '?').join(', ')})`).join(', ');
    return { sql: `${head} ${places}${tail}`, args: part.flat() };
  });
}

const isRows = (statement: InStatement | RowsStatement): statement is RowsStatement =>
  typeof statement === 'object' && 'rows' in statement;

const toPlain = (write: (InStatement | RowsStatement)[]): InStatement[] =>
  write.flatMap((one) => (isRows(one) ? toStatements(one) : [one]));

/**
 * Several writes as one list of statements. Writes made of rows alone are sent together, statement by
 * statement, those of the same words as one: preparing statements is most of what a small write
 * costs. All others follow one after the other, as if each had come alone.
 */
export function mergeWrites(writes: (InStatement | RowsStatement)[][]): InStatement[] {
  const byRows = writes.filter((write): write is RowsStatement[] => write.every(isRows));
  const others = writes.filter((write) => !write.every(isRows));
  return [...mergeRows(byRows), ...others.flatMap(toPlain)];
}

function mergeRows(writes: RowsStatement[][]): InStatement[] {
  const merged: RowsStatement[][] = [];
  for (const write of writes)
    write.forEach((statement, place) => {
      const here = (merged[place] ??= []);
      const alike = here.find((one) => one.head === statement.head && one.tail === statement.tail);
      if (alike) alike.rows.push(...statement.rows);
      else here.push({ ...statement, rows: [...statement.rows] });
    });
  return merged.flat().flatMap(toStatements);
}
