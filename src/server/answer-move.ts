import type { Player } from '#domain/access/signed-in.ts';
import { fieldInTrouble } from '#domain/attempt/field-in-trouble.ts';
import { refusalWords, type MoveAnswer } from '#domain/attempt/shown-scene.ts';
import type { AnswerProblem } from '#domain/scenario/answer.ts';
import type { Database } from '#db';
import { asksForJson } from './auth/answers.ts';
import { goTo } from './go-to.ts';
import { readBody } from './read-body.ts';
import { longestWords, MoveBody, recordMove } from './record-move.ts';
import { showScene } from './show-scene.ts';

/** The HTTP status of each answer to a move. */
export const moveStatus: Record<MoveAnswer['code'], number> = {
  moved: 200,
  malformed: 400,
  'not-found': 404,
  'stale-step': 409,
  finished: 409,
  'not-offered': 422,
  'nothing-chosen': 422,
  'wrong-number': 422,
  'same-place': 422,
  'not-all': 422,
  'nothing-written': 422,
  'too-long': 422,
};

const answerProblems = new Set<string>([
  'nothing-chosen',
  'wrong-number',
  'same-place',
  'not-all',
  'nothing-written',
] satisfies AnswerProblem[]);
const isAnswerProblem = (code: string): code is AnswerProblem => answerProblems.has(code);

/** The fields of a move, of a form or of JSON. A choice of several is one text, as an answer is. */
export const readMove = (request: Request): Promise<Record<string, unknown>> =>
  readBody(request, ['choice']);

/** Makes the move that a request asks for. A form is sent on to the page, an island gets JSON. */
export async function answerMove(
  request: Request,
  attemptId: string,
  { db, person }: { db: Database; person: Player },
): Promise<Response> {
  const answer = await makeMove(db, person, attemptId, await readMove(request));
  if (asksForJson(request.headers))
    return Response.json(answer, {
      status: moveStatus[answer.code],
      headers: { 'Cache-Control': 'no-store' },
    });
  if (answer.code === 'not-found') return new Response(null, { status: 404 });
  return goTo(
    `/attempts/${attemptId}${answer.code === 'moved' ? '' : `?notice=${answer.code}`}#moment-title`,
  );
}

/** Makes the move that the fields of a form or of JSON ask for. */
export async function makeMove(
  db: Database,
  person: Player,
  attemptId: string,
  sent: Record<string, unknown>,
): Promise<MoveAnswer> {
  const body = MoveBody.safeParse(sent);
  if (!body.success) {
    const { words } = sent;
    const isLong = typeof words === 'string' && words.length > longestWords;
    const code = isLong ? 'too-long' : 'malformed';
    return { code, message: refusalWords[code], ...(isLong && { field: 'answer-words' }) };
  }
  const result = await recordMove(db, person, attemptId, body.data);
  if (result.ok)
    return { code: 'moved', scene: showScene(result.value.view, result.value.version) };
  const { problem } = result;
  const { code } = problem;
  const message = refusalWords[code];
  if (problem.code === 'not-found') return { code, message };
  const scene = showScene(problem.view, problem.version);
  if (!isAnswerProblem(code) || !scene.decision) return { code, message, scene };
  return { code, message, field: fieldInTrouble(scene.decision, code, sent), scene };
}
