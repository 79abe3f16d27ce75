import { isTableName, tableOf } from '#domain/pack/tables.ts';
import type { Pack } from '#domain/pack/pack.ts';
import { writeCsv } from './write-csv.ts';

/** Answers with one table of a pack as a file, or that there is no such table. */
export function answerCsv(pack: Pack, name: string, day: string): Response {
  if (!isTableName(name)) return new Response(null, { status: 404 });
  return new Response(writeCsv(tableOf(pack, name)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}-${day}.csv"`,
    },
  });
}
