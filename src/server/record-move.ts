import { randomUUIDv7 } from 'node:crypto';
import { z } from 'zod';
import { isWeaker, type Player } from '#domain/access/signed-in.ts';
import { advanceAttempt } from '#domain/attempt/advance-attempt.ts';
import type { Attempt, MadeMove } from '#domain/attempt/attempt.ts';
import { learnerView, type LearnerView } from '#domain/attempt/learner-view.ts';
import { takeMove, type MoveRefusal } from '#domain/attempt/take-move.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { composeAnswer } from '#domain/scenario/compose-answer.ts';
import type { PublishedScenario } from '#domain/scenario/published.ts';
import type { Move } from '#domain/scenario/to-machine.ts';
import { findMove, findOwnAttempt, isConflict, writeMove, type Database } from '#db';
import { forgetAttempt, recallAttempt, rememberAttempt } from './attempt-memory.ts';
import { loadVersion } from './content/load-version.ts';

/** The longest reasons that are kept, in letters. */
export const longestWords = 4_000;

/**
 * A move as a page sends it. Forms send texts, so numbers are read from them. The places and ratings of
 * a decision come as fields of their own, `place.<id>` and `rate.<id>`.
 */
export const MoveBody = z.looseObject({
  step: z.coerce.number().int().min(0),
  kind: z.enum(['decide', 'find', 'turn', 'go-on']),
  choice: z.string().max(600).default(''),
  // A form ends its lines otherwise than a script does.
  words: z
    .string()
    .transform((words) => words.replaceAll('\r\n', '\n'))
    .pipe(z.string().max(longestWords))
    .optional(),
  confidence: z.enum(['unsure', 'fairly-sure', 'sure']).optional(),
  dwell: z.coerce.number().int().min(0).max(86_400_000).optional().catch(undefined),
});
export type MoveBody = z.infer<typeof MoveBody>;

export type MoveProblem = { code: 'not-found' } | (MoveRefusal & Standing);

/** Where an attempt stands, as its worker may see it, and the address of what it tells. */
export interface Standing {
  view: LearnerView;
  version: string;
}

/**
 * Records one move of an attempt: the right worker, still open, the step not stale, the option
 * offered, then one atomic write. The same move sent twice is answered as the first was.
 */
export async function recordMove(
  db: Database,
  person: Player,
  attemptId: string,
  body: MoveBody,
  at = new Date().toISOString(),
  again = false,
): Promise<Result<Standing, MoveProblem>> {
  const attempt =
    recallAttempt(db, attemptId, person.id, body.step) ??
    (await findOwnAttempt(db, person.id, attemptId));
  if (!attempt) return refuse({ code: 'not-found' });
  const published = await loadVersion(db, attempt.versionHash, attempt.form);
  const here = (): Standing => stand(published, attempt);
  const choiceIn = (scene: string): string => {
    const { decision } = published.scenario.scenes[scene]!;
    return body.kind === 'decide' && decision ? composeAnswer(decision, body) : body.choice;
  };

  if (body.step < attempt.step) {
    const made = await findMove(db, attemptId, body.step);
    const same =
      made?.kind === body.kind &&
      made.choice === choiceIn(made.scene) &&
      (made.words ?? '') === (body.words ?? '');
    if (same) return ok(here());
    return refuse({ code: attempt.finishedAt ? 'finished' : 'stale-step', ...here() });
  }

  const choice = choiceIn(attempt.moment.scene);
  const move = { type: body.kind, choice } as Move;
  const taken = takeMove(published, attempt, { step: body.step, move, words: body.words });
  if (!taken.ok) return refuse({ ...taken.problem, ...here() });

  const made: MadeMove = {
    id: randomUUIDv7(),
    step: attempt.step,
    kind: body.kind,
    scene: taken.value.before.scene,
    choice,
    words: (body.kind === 'decide' && body.words) || null,
    offered: taken.value.offered,
    confidence: (body.kind === 'decide' && body.confidence) || null,
    worldBefore: taken.value.before.world,
    dwellMs: body.dwell ?? null,
    at,
  };
  const moved = advanceAttempt(attempt, taken.value, made);
  // What a PIN was good enough for once is shown as no more, however the rest was played.
  const isLowered = !!person.signedIn && isWeaker(person.signedIn, attempt.signedIn);
  const after = isLowered ? { ...moved, signedIn: person.signedIn! } : moved;
  try {
    await writeMove(
      db,
      after,
      made,
      taken.value.assessed.map((row) => ({ ...row, id: randomUUIDv7() })),
      isLowered,
    );
  } catch (reason) {
    // Another tab was faster by a moment; its move stands, and this one is judged against it.
    forgetAttempt(db, attemptId);
    if (isConflict(reason) && !again) return recordMove(db, person, attemptId, body, at, true);
    throw reason;
  }
  rememberAttempt(db, after);
  return ok(stand(published, after));
}

const stand = (published: PublishedScenario, attempt: Attempt): Standing => ({
  view: learnerView(published.scenario, attempt, attempt.arrivedBy ?? undefined),
  version: published.address,
});
