import type { InStatement } from '@libsql/client';
import type { Database } from '../client.ts';

/** How often an answer was chosen first in a scene by people whose records have been erased. */
export interface KeptChoice {
  scene: string;
  choice: string;
  times: number;
}

/** How many erased people had finished a form, the first time they met the scenario. */
const finished = '';

// The same goes as are counted of those whose record stands: see firstGoes in db/outcomes.ts.
const goes = `attempts a WHERE a.person_id = ?1 AND a.mode = 'assessed' AND a.finished_at IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM attempts b WHERE b.person_id = a.person_id AND b.slug = a.slug
    AND b.mode = 'assessed' AND b.started_at < a.started_at)`;

const add = `INSERT INTO kept_outcomes (version_hash, form, scene, choice, times)`;
const orMore = `ON CONFLICT (version_hash, form, scene, choice)
  DO UPDATE SET times = times + excluded.times`;

// What was written is never kept: only which of the answers on offer was chosen.
const choices = `SELECT g.version_hash, g.form, m.scene, m.choice, count(*)
  FROM (SELECT a.id, a.version_hash, a.form FROM ${goes}) g JOIN moves m ON m.attempt_id = g.id
  WHERE m.kind = 'decide' AND m.words IS NULL AND NOT EXISTS (
    SELECT 1 FROM moves earlier WHERE earlier.attempt_id = m.attempt_id
      AND earlier.scene = m.scene AND earlier.kind = 'decide' AND earlier.step < m.step)
  GROUP BY 1, 2, 3, 4`;

const people = `SELECT a.version_hash, a.form, '${finished}', '${finished}', count(*)
  FROM ${goes} GROUP BY 1, 2`;

/** Statements that add what somebody chose to counts in which nobody is told apart. */
export const keepOutcomes = (personId: string): InStatement[] =>
  [choices, people].map((counted) => ({ sql: `${add} ${counted} ${orMore}`, args: [personId] }));

/** What erased people chose first in each scene of a form, and how many of them finished it. */
export async function listKeptChoices(
  db: Database,
  hash: string,
  form: string,
): Promise<{ people: number; choices: KeptChoice[] }> {
  const { rows } = await db.client.execute({
    sql: 'SELECT scene, choice, times FROM kept_outcomes WHERE version_hash = ? AND form = ?',
    args: [hash, form],
  });
  const all = rows.map((row) => ({
    scene: String(row['scene']),
    choice: String(row['choice']),
    times: Number(row['times']),
  }));
  return {
    people: all.find(({ scene }) => scene === finished)?.times ?? 0,
    choices: all.filter(({ scene }) => scene !== finished),
  };
}
