import type { Person } from '#domain/access/person.ts';
import { movesAt } from '#domain/scenario/moment.ts';
import { actionsIn, type Option } from '#domain/scenario/decision.ts';
import type { Move } from '#domain/scenario/to-machine.ts';
import { findOwnAttempt, type Database } from '#db';
import { loadVersion } from '../content/load-version.ts';
import { recordMove } from '../record-move.ts';
import { startAttempt } from '../start-attempt.ts';

/** How somebody of the sample plays: soundly, unevenly, or with one choice that does harm. */
export type Manner = 'sound' | 'uneven' | 'harms-once';

const worth = (option: Option) =>
  Object.values(option.key.credit).reduce((sum, credit) => sum + credit, 0) -
  (option.key.harmful ? 10 : 0);

function choose(
  options: [string, Option][],
  manner: Manner,
  decided: number,
  harmed: boolean,
): string {
  const ranked = [...options].sort(([, a], [, b]) => worth(b) - worth(a));
  const harmful = ranked.find(([, option]) => option.key.harmful);
  if (manner === 'harms-once' && harmful && !harmed && decided > 0) return harmful[0];
  const second = ranked[1];
  if (manner === 'uneven' && decided % 2 === 1 && second && !second[1].key.harmful)
    return second[0];
  return ranked[0]![0];
}

/**
 * Plays a scenario through the product's own verbs, a minute and a half a move from `startedAt` on,
 * to its end or for so many moves. Returns the attempt's id.
 */
export async function playSample(
  db: Database,
  person: Person,
  slug: string,
  manner: Manner,
  startedAt: string,
  moves = Infinity,
): Promise<string> {
  const started = await startAttempt(db, person, slug, startedAt, slug.length * 7919);
  if (!started.ok) throw new Error(`The sample plays "${slug}", which is not published.`);
  const { id, versionHash, form } = started.value;
  const { scenario } = await loadVersion(db, versionHash, form);
  let decided = 0;
  let harmed = false;
  for (let step = 0; step < moves; step += 1) {
    const attempt = (await findOwnAttempt(db, person.id, id))!;
    if (attempt.finishedAt) break;
    const offered = movesAt(scenario, attempt.moment);
    const options = actionsIn(scenario.scenes[attempt.moment.scene]!.decision);
    const finds = offered.filter((move) => move.type === 'find');
    let move: Move = offered[0]!;
    if (Object.keys(options).length && !(finds.length && attempt.moment.world.known.length < 2)) {
      const open = offered
        .filter(({ type }) => type === 'decide')
        .map(({ choice }) => [choice, options[choice]!] as [string, Option]);
      const choice = choose(open, manner, decided, harmed);
      harmed ||= Boolean(options[choice]!.key.harmful);
      decided += 1;
      move = { type: 'decide', choice };
    }
    const at = new Date(Date.parse(startedAt) + (step + 1) * 90_000).toISOString();
    const confidence = decided % 3 === 0 ? 'sure' : 'fairly-sure';
    const made = await recordMove(
      db,
      person,
      id,
      { step, kind: move.type, choice: move.choice, confidence, dwell: 41_000 },
      at,
    );
    if (!made.ok) throw new Error(`The sample could not play "${slug}": ${made.problem.code}.`);
  }
  return id;
}
