import type { Person } from '#domain/access/person.ts';
import { saySignedIn } from '#domain/access/signed-in.ts';
import type { Attempt } from '#domain/attempt/attempt.ts';
import { buildDebrief } from '#domain/attempt/build-debrief.ts';
import type { ShownDebrief } from '#domain/attempt/shown-debrief.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import {
  findAttempt,
  findPerson,
  findReflection,
  listDebriefs,
  listMoves,
  listPeople,
  nameTablets,
  type Database,
} from '#db';
import { loadVersion } from './content/load-version.ts';
import { readFrameworks } from './content/read-frameworks.ts';
import { hiddenFrom } from './hidden-from.ts';
import { noteReading } from './note-reading.ts';
import { findSubject } from './find-subject.ts';

/** Why a debrief is not shown: not yours, not over yet, or hidden while one observes. */
export type DebriefProblem =
  | { code: 'not-found' }
  | { code: 'in-progress'; own: boolean; person: Person; attempt: Attempt; title: string }
  | { code: 'hidden'; person: Person };

/** Reads a finished attempt decision by decision. Somebody else's private reflection is left out. */
export async function readDebrief(
  db: Database,
  viewer: Person,
  attemptId: string,
  at = new Date().toISOString(),
): Promise<Result<ShownDebrief, DebriefProblem>> {
  const attempt = await findAttempt(db, attemptId);
  if (!attempt || !(await findSubject(db, viewer, 'read-record', attempt.personId)))
    return refuse({ code: 'not-found' });
  const own = attempt.personId === viewer.id;
  const published = await loadVersion(db, attempt.versionHash, attempt.form);
  const person = own ? viewer : (await findPerson(db, attempt.personId))!;
  if (!attempt.finishedAt)
    return refuse({ code: 'in-progress', own, person, attempt, title: published.scenario.title });
  const hidden = await hiddenFrom(db, viewer);
  const touched = Object.values(published.scenario.scenes).flatMap(
    (scene) => scene.decision?.competencies ?? [],
  );
  if (touched.some((competency) => hidden(attempt.personId, competency)))
    return refuse({ code: 'hidden', person });
  await noteReading(db, viewer, attempt.personId, 'attempt', at);
  const [moves, reflection, talks, people, frameworks, tablets] = await Promise.all([
    listMoves(db, attemptId),
    findReflection(db, attemptId),
    listDebriefs(db, attemptId),
    listPeople(db),
    readFrameworks(),
    nameTablets(db, [attempt.signedIn.deviceId]),
  ]);
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return ok({
    person,
    own,
    attempt,
    signedIn: saySignedIn(attempt.signedIn, tablets),
    scenario: published.scenario,
    debrief: buildDebrief(published, attempt, moves),
    titles: Object.fromEntries(
      Object.entries(frameworks.competencies.competencies).map(([id, { title }]) => [id, title]),
    ),
    indicators: Object.fromEntries(
      Object.entries(frameworks.descriptors.indicators).map(([id, { text }]) => [id, text]),
    ),
    reflection:
      reflection && (own || reflection.shared)
        ? { words: reflection.words, shared: reflection.shared, at: reflection.at }
        : null,
    talks: talks.map(({ heldOn, words, heldBy }) => ({
      heldOn,
      words,
      by: nameOf.get(heldBy) ?? 'Somebody',
    })),
  });
}
