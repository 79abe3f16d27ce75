import { citedEdition } from '#domain/competency/editions.ts';
import type { CareCertificate } from '#domain/competency/frameworks.ts';
import { listAttemptsOf, type Database } from '#db';
import { loadVersion } from '../content/load-version.ts';
import { readFrameworks } from '../content/read-frameworks.ts';

/** A scenario that somebody finished as evidence, and that bears on an outcome. */
export interface BearingAttempt {
  attemptId: string;
  title: string;
  finishedAt: string;
}

/** The finished, assessed attempts of a person by the outcomes that their scenarios cite. */
export async function listBearingAttempts(
  db: Database,
  personId: string,
  certificate: CareCertificate,
  at: string,
): Promise<Map<string, BearingAttempt[]>> {
  const [{ editions }, attempts] = await Promise.all([
    readFrameworks(),
    listAttemptsOf(db, personId),
  ]);
  const bearing = new Map<string, BearingAttempt[]>();
  for (const { id: attemptId, versionHash, form, mode, finishedAt } of attempts) {
    if (mode !== 'assessed' || !finishedAt || finishedAt > at) continue;
    const { scenario } = await loadVersion(db, versionHash, form);
    if (citedEdition(editions.certificate, scenario)?.edition !== certificate.edition) continue;
    for (const outcome of scenario.certificate)
      bearing.set(outcome, [
        ...(bearing.get(outcome) ?? []),
        { attemptId, title: scenario.title, finishedAt },
      ]);
  }
  return bearing;
}
