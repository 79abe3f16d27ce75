import { randomUUIDv7 } from 'node:crypto';
import { openDatabase, type Database } from '#db';
import { addSamplePerson } from '#server/sample/add-sample-person.ts';
import { branchingStory } from './branching-story.ts';
import { makeContentFolder } from './content-folder.ts';
import { startService, type RunningService } from './running-service.ts';
import { visit, type Visitor } from './visitor.ts';

/** The real service with nothing in it but a story that has one of everything. */
export interface KindsService {
  service: RunningService;
  db: Database;
  /** Somebody new at an attempt of that story, after some moves such as `decide kneel`. */
  at(moves: readonly string[]): Promise<{ visitor: Visitor; page: string; step: number }>;
  /** What is kept of an attempt, by its page: kind and choice of each move, and the words of it. */
  kept(page: string): Promise<string[]>;
  stop(): Promise<void>;
}

/** The moves to a decision of each kind of that story. */
export const waysTo = {
  'best-action': [],
  rank: ['decide kneel', 'turn phone', 'go-on'],
  pick: ['decide kneel', 'turn phone', 'go-on', 'decide tell=1 write=2 rest=3'],
  rate: [
    'decide kneel',
    'turn phone',
    'go-on',
    'decide tell=1 write=2 rest=3',
    'decide stick lamp',
  ],
  rationale: [
    ...['decide kneel', 'turn phone', 'go-on', 'decide tell=1 write=2 rest=3'],
    ...['decide stick lamp', 'decide tired=1 ill=3'],
  ],
} as const;

/** Starts it, with no sample in it. */
export async function startKindsService(): Promise<KindsService> {
  const content = await makeContentFolder({ bells: branchingStory() });
  const service = await startService({ CONTENT_DIR: content.folder, SAMPLE: 'off' });
  const db = await openDatabase(service.databaseUrl);
  let people = 0;
  return {
    service,
    db,
    async at(moves) {
      people += 1;
      const username = `player.${people}`;
      const person = { id: randomUUIDv7(), username, name: 'A Player', role: 'worker' } as const;
      await addSamplePerson(
        db,
        {
          ...person,
          category: 'CWP-CSW',
          startedOn: '2026-01-05',
          services: [],
          everywhere: false,
        },
        '2026-01-05T09:00:00.000Z',
      );
      const visitor = visit(service.address);
      await visitor.signIn(username);
      const { goes } = await visitor.post('/scenarios/bells');
      const page = goes!;
      for (const [step, words] of moves.entries()) {
        const [kind, ...choice] = words.split(' ');
        const sent = { step, kind, choice: choice.join(' ') };
        const { status, body } = await visitor.postJson(`/api${page}/moves`, sent);
        if (status !== 200) throw new Error(`${words} was refused: ${body}`);
      }
      return { visitor, page, step: moves.length };
    },
    async kept(page) {
      const { rows } = await db.client.execute({
        sql: 'SELECT kind, choice, words FROM moves WHERE attempt_id = ? ORDER BY step',
        args: [page.split('/').at(-1)!],
      });
      return rows.map((row) =>
        [row['kind'], row['choice'], row['words']].filter(Boolean).map(String).join(' '),
      );
    },
    async stop() {
      db.close();
      await service.stop();
      await content.remove();
    },
  };
}
