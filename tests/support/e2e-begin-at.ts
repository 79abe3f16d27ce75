import { readFileSync } from 'node:fs';
import { findAttempt, type Database } from '#db';
import type { Person } from '#domain/access/person.ts';
import type { Decision } from '#domain/scenario/decision.ts';
import { readMoveWords } from '#domain/scenario/move-words.ts';
import { loadVersion } from '#server/content/load-version.ts';
import { recordMove } from '#server/record-move.ts';
import { startAttempt } from '#server/start-attempt.ts';

interface Path {
  form?: string;
  moves: string[];
}

/** Begins a scenario, and gives the attempt with the golden path of the form that it tells. */
export async function beginOnPath(db: Database, person: Person, slug: string) {
  const started = await startAttempt(db, person, slug);
  if (!started.ok) throw new Error(started.problem.code);
  const { id } = started.value;
  const { form } = (await findAttempt(db, id))!;
  const text = readFileSync(`scenarios/${slug}/paths.json`, 'utf8');
  const { paths } = JSON.parse(text) as { paths: Path[] };
  const path = paths.find((one) => (one.form ?? '') === form);
  if (!path) throw new Error(`${slug} has no golden path in form "${form}".`);
  return { id, moves: path.moves };
}

/** Plays that path up to the first decision of a kind, and gives the attempt that stands there. */
export async function beginAt(
  db: Database,
  person: Person,
  slug: string,
  kind: Decision['kind'],
): Promise<string> {
  const { id, moves } = await beginOnPath(db, person, slug);
  for (const [step, words] of moves.entries()) {
    const attempt = (await findAttempt(db, id))!;
    const { scenario } = await loadVersion(db, attempt.versionHash, attempt.form);
    const { decision } = scenario.scenes[attempt.moment.scene]!;
    if (decision?.kind === kind) return id;
    const read = readMoveWords(words, decision);
    if (!read.ok) throw new Error(read.problem);
    const { move, words: said } = read.value;
    const body = { step, kind: move.type, choice: move.choice, words: said ?? undefined };
    const made = await recordMove(db, person, id, body);
    if (!made.ok) throw new Error(made.problem.code);
  }
  throw new Error(`The golden path of ${slug} meets no ${kind}.`);
}
