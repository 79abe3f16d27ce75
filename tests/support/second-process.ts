import { openDatabase, type Database } from '#db';
import type { Person } from '#domain/access/person.ts';
import { runDueJobs } from '#server/jobs/run-due-jobs.ts';
import { recordMove } from '#server/record-move.ts';
import { toBody } from './service.ts';

/** What a process of its own is to do on a database that others use at the same time. */
export interface Errand {
  url: string;
  /** Attempts that are at their first step, each moved by these words. */
  attempts: { id: string; person: Person }[];
  words: string;
  at: string;
}

/** How each of its moves was answered, and which jobs it ran. */
export interface Done {
  moves: string[];
  jobs: string[];
}

/** Does an errand: all moves at once, and the job where nobody else has. */
export async function doErrand(db: Database, { attempts, words, at }: Errand): Promise<Done> {
  const moves = attempts.map(async ({ id, person }) => {
    const made = await recordMove(db, person, id, toBody(0, words), at);
    return made.ok ? 'moved' : made.problem.code;
  });
  const mark = "INSERT INTO meta VALUES (lower(hex(randomblob(8))), 'ran')";
  const run = () => db.write([mark]).then(() => 'done');
  const jobs = runDueJobs(db, [{ name: 'once', everyHours: 24, run }], at);
  return { moves: await Promise.all(moves), jobs: (await jobs).map(({ name }) => name) };
}

/** Opens the database, says so, and does the errand when told to. */
async function serveErrand(errand: Errand) {
  const db = await openDatabase(errand.url);
  process.once('message', () => {
    void doErrand(db, errand).then((done) => {
      process.send?.(done);
      db.close();
      process.disconnect();
    });
  });
  process.send?.('open');
}

if (process.send && process.argv[1] === import.meta.filename)
  process.once('message', (errand: Errand) => void serveErrand(errand));
