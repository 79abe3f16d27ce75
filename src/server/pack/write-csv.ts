import { stringify } from 'csv-stringify/sync';
import type { PackTable } from '#domain/pack/tables.ts';

/**
 * A table as CSV that a spreadsheet opens with the right letters and never runs: a cell that looks
 * like a formula begins with an apostrophe.
 */
export const writeCsv = ({ columns, rows }: PackTable): string =>
  stringify([[...columns], ...rows], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
    // Either end of line alone would break a row just as well.
    quoted_match: /[\r\n]/,
  });
