import type { APIRoute } from 'astro';
import { answerMove } from '#server/answer-move.ts';

/** Makes one move of one's own attempt. */
export const POST: APIRoute = ({ params, request, locals: { db, person } }) =>
  answerMove(request, params['attemptId']!, { db, person: person! });
