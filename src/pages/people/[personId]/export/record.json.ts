import type { APIRoute } from 'astro';
import { gatherExport } from '#server/keeping/gather-export.ts';
import { answerFile } from '#server/keeping/answer-export.ts';

/** Everything held about somebody, for a machine to read. */
export const GET: APIRoute = async ({ params, locals }) =>
  answerFile(await gatherExport(locals.db, locals.person!, params['personId']!), 'json');
