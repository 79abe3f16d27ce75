import type { APIRoute } from 'astro';
import { refusalWords, type MoveAnswer } from '#domain/attempt/shown-scene.ts';
import { asksForJson, goTo } from '#server/auth/answers.ts';
import { MoveBody, recordMove } from '#server/record-move.ts';
import { readBody } from '#server/read-body.ts';
import { showScene } from '#server/show-scene.ts';

const status = {
  'not-found': 404,
  'stale-step': 409,
  finished: 409,
  'not-offered': 422,
  'nothing-chosen': 422,
  malformed: 400,
};

/** Makes one move of an attempt. Answers a form by going on to the page, an island with JSON. */
export const POST: APIRoute = async ({ params, request, locals }) => {
  const attemptId = params['attemptId']!;
  const answer = await move(attemptId, await readBody(request), locals);
  const refused = answer.code !== 'moved';
  if (asksForJson(request.headers))
    return Response.json(answer, { status: answer.code === 'moved' ? 200 : status[answer.code] });
  if (answer.code === 'not-found') return new Response(null, { status: 404 });
  return goTo(`/attempts/${attemptId}${refused ? `?notice=${answer.code}` : '#moment-title'}`);
};

async function move(
  attemptId: string,
  sent: unknown,
  { db, person }: App.Locals,
): Promise<MoveAnswer> {
  const body = MoveBody.safeParse(sent);
  if (!body.success) return { code: 'malformed', message: refusalWords.malformed };
  const result = await recordMove(db, person!, attemptId, body.data);
  if (result.ok) return { code: 'moved', scene: showScene(result.value.view, result.value.hash) };
  const { problem } = result;
  const message = refusalWords[problem.code];
  if (problem.code === 'not-found') return { code: problem.code, message };
  return { code: problem.code, message, scene: showScene(problem.view, problem.hash) };
}
