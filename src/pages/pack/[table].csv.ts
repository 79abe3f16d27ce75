import type { APIRoute } from 'astro';
import { londonDate } from '#domain/london-time.ts';
import { asOfDay } from '#domain/profile/as-of-day.ts';
import { answerCsv } from '#server/pack/answer-csv.ts';
import { readPack } from '#server/pack/read-pack.ts';

/** One table of the service's pack as a file. */
export const GET: APIRoute = async ({ params, url, locals: { db, person } }) => {
  const now = new Date().toISOString();
  const { at } = asOfDay(url.searchParams.get('on'), now);
  const read = await readPack(db, person!, at, now);
  if (!read.ok) return new Response(null, { status: 404 });
  return answerCsv(read.value, params['table']!, londonDate(at));
};
