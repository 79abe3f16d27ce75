import type { Confidence } from '../src/domain/attempt/attempt.ts';
import type { FirstMove } from '../src/domain/outcomes/first-move.ts';
import type { Database } from './client.ts';
import { endOfTime } from './scenarios.ts';

// Somebody's first go at a scenario, whichever of its forms and versions it told: a second form is only
// ever played after harm or because somebody asked, so those who play it are not people like any other.
const firstGoes = `SELECT a.id, a.person_id, a.slug, a.version_hash, a.form FROM attempts a
  WHERE a.mode = 'assessed' AND a.finished_at <= ?1 AND NOT EXISTS (
    SELECT 1 FROM attempts b WHERE b.person_id = a.person_id AND b.slug = a.slug
      AND b.mode = 'assessed' AND b.started_at < a.started_at)`;

/** How many people had finished one form of one version, the first time they met the scenario. */
export interface FirstGoes {
  slug: string;
  hash: string;
  form: string;
  people: number;
}

/**
 * How many people had finished each form of each version by a time. Those whose record has been erased
 * are counted whenever it was: it is kept of nobody when.
 */
export async function countFirstGoes(db: Database, at: string = endOfTime): Promise<FirstGoes[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT slug, version_hash, form, sum(people) AS people FROM (
        SELECT slug, version_hash, form, id, 1 AS people FROM (${firstGoes})
        UNION ALL SELECT v.slug, kept.version_hash, kept.form, '', kept.times
          FROM kept_outcomes kept JOIN scenario_versions v ON v.hash = kept.version_hash
          WHERE kept.scene = '')
      GROUP BY slug, version_hash, form ORDER BY slug, max(id) DESC`,
    args: [at],
  });
  return rows.map((row) => ({
    slug: String(row['slug']),
    hash: String(row['version_hash']),
    form: String(row['form']),
    people: Number(row['people']),
  }));
}

const movesSql = `SELECT m.attempt_id, m.step, m.kind, m.scene, m.choice, m.offered, m.confidence,
    m.world_before, avg(e.credit) AS credit, max(e.harmful) AS harmful
  FROM (${firstGoes} AND a.version_hash = ?2 AND a.form = ?3) g
  JOIN moves m ON m.attempt_id = g.id
  LEFT JOIN evidence e ON e.attempt_id = m.attempt_id AND e.move_id = m.id
  GROUP BY m.id ORDER BY m.attempt_id, m.step`;

/** Every move of those first goes at one form of one version, in one query. No person is named. */
export async function listFirstMoves(
  db: Database,
  hash: string,
  form: string,
  at: string = endOfTime,
): Promise<FirstMove[]> {
  const { rows } = await db.client.execute({ sql: movesSql, args: [at, hash, form] });
  return rows.map((row) => ({
    attempt: String(row['attempt_id']),
    step: Number(row['step']),
    kind: row['kind'] as FirstMove['kind'],
    scene: String(row['scene']),
    choice: String(row['choice']),
    offered: JSON.parse(String(row['offered'])) as string[],
    confidence: row['confidence'] as Confidence | null,
    worldBefore: JSON.parse(String(row['world_before'])) as FirstMove['worldBefore'],
    credit: row['credit'] === null ? null : Number(row['credit']),
    harmful: row['harmful'] === 1,
  }));
}
