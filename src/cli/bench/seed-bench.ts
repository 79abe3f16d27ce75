import { randomUUIDv7 } from 'node:crypto';
import { firstServiceId, insertPerson, insertSession, migrateDatabase, openDatabase } from '#db';
import { movesAt, nextMoment } from '#domain/scenario/moment.ts';
import type { PublishedScenario } from '#domain/scenario/published.ts';
import { hashId } from '#server/auth/hash-id.ts';
import { sessionCookieName } from '#server/auth/session-cookie.ts';
import { listPlayable } from '#server/content/load-version.ts';
import { publishScenarios } from '#server/content/publish-scenarios.ts';
import { startAttempt } from '#server/start-attempt.ts';

/** An attempt to be played by the load: whose it is, and its moves in order. */
export interface Track {
  attemptId: string;
  cookie: string;
  moves: { kind: string; choice: string; words?: string }[];
}

/** Always the first way on, nothing looked up: every move decides or carries on. */
function firstPath({ scenario, machine }: PublishedScenario, start: Parameters<typeof movesAt>[1]) {
  const moves: Track['moves'] = [];
  let moment = start;
  while (!scenario.scenes[moment.scene]!.ending) {
    const move = movesAt(scenario, moment).find(({ type }) => type !== 'find')!;
    const { decision } = scenario.scenes[moment.scene]!;
    const asksForReasons = move.type === 'decide' && decision?.kind === 'rationale';
    moves.push({
      ...{ kind: move.type, choice: move.choice },
      ...(asksForReasons && { words: 'These are my reasons, in a few words.' }),
    });
    moment = nextMoment(machine, moment, move)!;
  }
  return moves;
}

/** Fills a database with people who are signed in, each with every scenario begun. */
export async function seedBench(url: string, people: number): Promise<Track[]> {
  const db = await openDatabase(url);
  await migrateDatabase(db);
  await publishScenarios(db);
  const scenarios = await listPlayable(db);
  const at = new Date().toISOString();
  const tracks: Track[] = [];
  for (let number = 0; number < people; number += 1) {
    const id = randomUUIDv7();
    const person = {
      id,
      username: `worker-${number}`,
      name: `Worker ${number}`,
      role: 'worker',
      category: 'CWP-CSW',
      startedOn: '2026-01-05',
      services: [firstServiceId],
      everywhere: false,
    } as const;
    await insertPerson(db, person, { passwordHash: 'none', temporary: false }, { by: null, at });
    const session = `bench-${id}`;
    const expiresAt = new Date(Date.now() + 43_200_000).toISOString();
    await insertSession(db, { idHash: hashId(session), personId: id, expiresAt }, at);
    for (const scenario of scenarios) {
      const attempt = await startAttempt(db, person, scenario.slug);
      if (!attempt.ok) throw new Error(`"${scenario.slug}" could not be begun.`);
      const { id: attemptId, moment } = attempt.value;
      tracks.push({
        attemptId,
        cookie: `${sessionCookieName}=${session}`,
        moves: firstPath(scenario, moment),
      });
    }
  }
  db.close();
  return tracks;
}
