import type { APIRoute } from 'astro';
import { londonDate } from '#domain/london-time.ts';
import { asOfDay } from '#domain/profile/as-of-day.ts';
import { answerCsv } from '#server/pack/answer-csv.ts';
import { readPersonPack } from '#server/pack/read-pack.ts';

/** One table of somebody's pack as a file. */
export const GET: APIRoute = async ({ params, url, locals: { db, person } }) => {
  const now = new Date().toISOString();
  const { at } = asOfDay(url.searchParams.get('on'), now);
  const read = await readPersonPack(db, person!, params['personId']!, at, now);
  if (!read.ok) return new Response(null, { status: 404 });
  return answerCsv(read.value.pack, params['table']!, londonDate(at));
};
