import type { Person } from '#domain/access/person.ts';
import type { Attempt } from '#domain/attempt/attempt.ts';
import { learnerView, type LearnerView } from '#domain/attempt/learner-view.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { countDecisions, findOwnAttempt, type Database } from '#db';
import { loadVersion } from './content/load-version.ts';

/** Where one's own attempt stands, as its worker may see it. */
export async function readScene(
  db: Database,
  person: Pick<Person, 'id'>,
  attemptId: string,
): Promise<
  Result<
    { attempt: Attempt; view: LearnerView; version: string; decided: number },
    { code: 'not-found' }
  >
> {
  const attempt = await findOwnAttempt(db, person.id, attemptId);
  if (!attempt) return refuse({ code: 'not-found' });
  const { scenario, address } = await loadVersion(db, attempt.versionHash, attempt.form);
  return ok({
    attempt,
    view: learnerView(scenario, attempt, attempt.arrivedBy ?? undefined),
    version: address,
    decided: await countDecisions(db, attemptId),
  });
}
