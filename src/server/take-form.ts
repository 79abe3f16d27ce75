import type { Player } from '#domain/access/signed-in.ts';
import { changedAside } from '#domain/attempt/changed-aside.ts';
import type { MoveAnswer } from '#domain/attempt/shown-scene.ts';
import type { Database } from '#db';
import { makeMove, readMove } from './answer-move.ts';
import { readScene } from './read-scene.ts';
import { showScene } from './show-scene.ts';

/** What a form of the scene page came to: where to go on, or what to show again with what was typed. */
export type TakenForm =
  { goes: string } | { goes?: never; answer: MoveAnswer; typed: Record<string, string> };

/** Makes the move that a form of the scene page asks for, so that a refusal keeps what was typed. */
export async function takeForm(
  request: Request,
  attemptId: string,
  { db, person }: { db: Database; person: Player },
): Promise<TakenForm> {
  const sent = await readMove(request);
  const before = await readScene(db, person, attemptId);
  const answer = await makeMove(db, person, attemptId, sent);
  if (answer.code !== 'moved' || !answer.scene || !before.ok)
    return { answer, typed: typedIn(sent, before.ok ? before.value.view.step : NaN) };
  const changed = changedAside(showScene(before.value.view, before.value.version), answer.scene);
  const said = changed.length ? `?changed=${changed.join('.')}` : '';
  return { goes: `/attempts/${attemptId}${said}#moment-title` };
}

/** What was filled in, by field. Of a form of a moment that has passed, only what was written. */
function typedIn(sent: Record<string, unknown>, step: number): Record<string, string> {
  const isHere = typeof sent['step'] !== 'object' && Number(sent['step']) === step;
  const wanted = isHere ? /^(choice|confidence|words|(place|rate)\..+)$/ : /^words$/;
  return Object.fromEntries(
    Object.entries(sent).flatMap(([name, value]) =>
      typeof value === 'string' && value && wanted.test(name) ? [[name, value]] : [],
    ),
  );
}
