import { randomUUIDv7 } from 'node:crypto';
import { z } from 'zod';
import type { Person } from '#domain/access/person.ts';
import { advanceAttempt } from '#domain/attempt/advance-attempt.ts';
import type { Attempt, MadeMove } from '#domain/attempt/attempt.ts';
import { learnerView, type LearnerView } from '#domain/attempt/learner-view.ts';
import { takeMove } from '#domain/attempt/take-move.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import type { PublishedScenario } from '#domain/scenario/published.ts';
import type { Move } from '#domain/scenario/to-machine.ts';
import { findMove, findOwnAttempt, isConflict, writeMove, type Database } from '#db';
import { forgetAttempt, recallAttempt, rememberAttempt } from './attempt-memory.ts';
import { loadVersion } from './content/load-version.ts';

/** A move as a page sends it. Forms send texts, so numbers are read from them. */
export const MoveBody = z.object({
  step: z.coerce.number().int().min(0),
  kind: z.enum(['decide', 'find', 'go-on']),
  choice: z.string().max(80).default(''),
  confidence: z.enum(['unsure', 'fairly-sure', 'sure']).optional(),
  dwell: z.coerce.number().int().min(0).max(86_400_000).optional().catch(undefined),
});
export type MoveBody = z.infer<typeof MoveBody>;

export type MoveProblem =
  | { code: 'not-found' }
  | ({ code: 'nothing-chosen' | 'stale-step' | 'finished' | 'not-offered' } & Standing);

/** Where an attempt stands, as its worker may see it, and the version it is pinned to. */
export interface Standing {
  view: LearnerView;
  hash: string;
}

/**
 * Records one move of an attempt: the right worker, still open, the step not stale, the option
 * offered, then one atomic write. The same move sent twice is answered as the first was.
 */
export async function recordMove(
  db: Database,
  person: Pick<Person, 'id'>,
  attemptId: string,
  body: MoveBody,
  at = new Date().toISOString(),
  again = false,
): Promise<Result<Standing, MoveProblem>> {
  const attempt =
    recallAttempt(db, attemptId, person.id, body.step) ??
    (await findOwnAttempt(db, person.id, attemptId));
  if (!attempt) return refuse({ code: 'not-found' });
  const published = await loadVersion(db, attempt.versionHash);
  const here = (): Standing => stand(published, attempt);

  if (body.step < attempt.step) {
    const made = await findMove(db, attemptId, body.step);
    const same = made?.kind === body.kind && made.choice === body.choice;
    if (same) return ok(here());
    return refuse({ code: attempt.finishedAt ? 'finished' : 'stale-step', ...here() });
  }
  if (body.kind === 'decide' && !body.choice) return refuse({ code: 'nothing-chosen', ...here() });

  const move = { type: body.kind, choice: body.choice } as Move;
  const taken = takeMove(published, attempt, { step: body.step, move });
  if (!taken.ok) return refuse({ ...taken.problem, ...here() });

  const made: MadeMove = {
    id: randomUUIDv7(),
    step: attempt.step,
    kind: body.kind,
    scene: taken.value.before.scene,
    choice: body.choice,
    offered: taken.value.offered,
    confidence: (body.kind === 'decide' && body.confidence) || null,
    worldBefore: taken.value.before.world,
    dwellMs: body.dwell ?? null,
    at,
  };
  const after = advanceAttempt(attempt, taken.value, made);
  try {
    await writeMove(
      db,
      after,
      made,
      taken.value.assessed.map((row) => ({ ...row, id: randomUUIDv7() })),
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
  hash: published.hash,
});
