import type { Person } from '#domain/access/person.ts';
import { refusalWords, type MoveAnswer } from '#domain/attempt/shown-scene.ts';
import type { Database } from '#db';
import { asksForJson } from './auth/answers.ts';
import { goTo } from './go-to.ts';
import { readBody } from './read-body.ts';
import { MoveBody, recordMove } from './record-move.ts';
import { showScene } from './show-scene.ts';

const status: Record<MoveAnswer['code'], number> = {
  moved: 200,
  malformed: 400,
  'not-found': 404,
  'stale-step': 409,
  finished: 409,
  'not-offered': 422,
  'nothing-chosen': 422,
};

/** Makes the move that a request asks for. A form is sent on to the page, an island gets JSON. */
export async function answerMove(
  request: Request,
  attemptId: string,
  { db, person }: { db: Database; person: Pick<Person, 'id'> },
): Promise<Response> {
  const answer = await move(db, person, attemptId, await readBody(request));
  if (asksForJson(request.headers))
    return Response.json(answer, {
      status: status[answer.code],
      headers: { 'Cache-Control': 'no-store' },
    });
  if (answer.code === 'not-found') return new Response(null, { status: 404 });
  return goTo(
    `/attempts/${attemptId}${answer.code === 'moved' ? '' : `?notice=${answer.code}`}#moment-title`,
  );
}

async function move(
  db: Database,
  person: Pick<Person, 'id'>,
  attemptId: string,
  sent: unknown,
): Promise<MoveAnswer> {
  const body = MoveBody.safeParse(sent);
  if (!body.success) return { code: 'malformed', message: refusalWords.malformed };
  const result = await recordMove(db, person, attemptId, body.data);
  if (result.ok) return { code: 'moved', scene: showScene(result.value.view, result.value.hash) };
  const { problem } = result;
  const message = refusalWords[problem.code];
  if (problem.code === 'not-found') return { code: problem.code, message };
  return { code: problem.code, message, scene: showScene(problem.view, problem.hash) };
}
