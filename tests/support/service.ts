import { randomUUIDv7 } from 'node:crypto';
import { firstServiceId, insertPerson, openDatabase, type Database } from '#db';
import type { Person, Role } from '#domain/access/person.ts';
import { publishScenarios } from '#server/content/publish-scenarios.ts';
import { recordMove, type MoveBody } from '#server/record-move.ts';
import { startAttempt } from '#server/start-attempt.ts';
import { makeContentFolder, type ContentFolder } from './content-folder.ts';
import { freshDatabase } from './database.ts';
import { soundInput } from './sound-scenario.ts';
import type { ScenarioInput } from './tiny-scenario.ts';

/** A small service: its database, its content, and ways to do much in few words. */
export interface TestService {
  db: Database;
  content: ContentFolder;
  /** Adds somebody without a password: quicker, for all that needs no signing in. */
  add(username: string, role?: Role, services?: string[]): Promise<Person>;
  /** Begins, or finds, somebody's attempt and gives its id. */
  begin(person: Person, slug?: string, at?: string): Promise<string>;
  /** Makes moves such as `decide ask`, `find plan` or `go-on` from a step on; throws where one is refused. */
  play(
    person: Person,
    attemptId: string,
    moves: readonly string[],
    from?: number,
    at?: string,
  ): Promise<void>;
  rows(sql: string, ...args: (string | number)[]): Promise<Record<string, unknown>[]>;
  /** The same database, opened as another process would. */
  reopen(): Promise<Database>;
  remove(): Promise<void>;
}

/** The ways through the small scenario `hall` that tests take. */
export const ways = {
  sound: ['decide ask', 'decide wait'],
  harmful: ['decide shout', 'decide wait'],
  roundabout: ['find plan', 'decide shout', 'go-on', 'decide run'],
} as const;

/** A move of a test as a page sends it. */
export function toBody(step: number, words: string, more: Partial<MoveBody> = {}): MoveBody {
  const [kind = '', choice = ''] = words.split(' ');
  return { step, kind: kind as MoveBody['kind'], choice, dwell: undefined, ...more };
}

/** Makes a fresh service that offers one small scenario, `hall`, unless told otherwise. */
export async function freshService(
  scenarios: Record<string, ScenarioInput> = { hall: soundInput() },
  name = 'test',
): Promise<TestService> {
  const content = await makeContentFolder(scenarios);
  const { db, remove } = await freshDatabase(name);
  // Before everything that tests tell of, so that the past of a record has its scenarios too.
  await publishScenarios(db, { at: '2026-01-01T09:00:00.000Z' });
  const opened: Database[] = [];
  return {
    db,
    content,
    async add(username, role = 'worker', services) {
      const name = `${username} of the tests`;
      const id = randomUUIDv7();
      // A manager of no service in particular is everywhere.
      const everywhere = role === 'manager' && !services;
      const person: Person = {
        ...{ id, username, name, role, category: 'CWP-CSW', startedOn: '2026-01-05' },
        ...{ services: services ?? [firstServiceId], everywhere, leftAt: null },
      };
      const credential = { passwordHash: 'none', temporary: false };
      await insertPerson(db, person, credential, { by: null, at: '2026-01-05T09:00:00.000Z' });
      return person;
    },
    async begin(person, slug = 'hall', at) {
      const started = await startAttempt(db, person, slug, at);
      if (!started.ok) throw new Error(`"${slug}" cannot be played.`);
      return started.value.id;
    },
    async play(person, attemptId, moves, from = 0, at) {
      for (const [index, words] of moves.entries()) {
        const made = await recordMove(db, person, attemptId, toBody(from + index, words), at);
        if (!made.ok) throw new Error(`${words} was refused: ${made.problem.code}.`);
      }
    },
    rows: async (sql, ...args) =>
      (await db.client.execute({ sql, args })).rows.map((row) => ({ ...row })),
    async reopen() {
      const again = await openDatabase(db.url);
      opened.push(again);
      return again;
    },
    async remove() {
      for (const one of opened) one.close();
      await remove();
      await content.remove();
    },
  };
}
