import type { Sureness } from '../src/domain/statistics/confidence.ts';
import type { Database } from './client.ts';
import { endOfTime } from './scenarios.ts';

/** One decision about which somebody said how sure they were, with what it was worth. */
export interface StoredSureness {
  moveId: string;
  attemptId: string;
  versionHash: string;
  form: string;
  scene: string;
  sureness: Sureness;
  /** The mean over the competencies that the decision bears on. */
  credit: number;
  harmful: boolean;
  competencies: string[];
}

// Only decisions that are evidence: what is played again has none.
const surenessSql = `SELECT m.id, m.attempt_id, m.scene, m.confidence, a.version_hash, a.form,
    avg(e.credit) AS credit, max(e.harmful) AS harmful, json_group_array(e.competency) AS competencies
  FROM moves m JOIN attempts a ON a.id = m.attempt_id JOIN evidence e ON e.move_id = m.id
  WHERE a.person_id = ? AND a.finished_at <= ? AND m.confidence IS NOT NULL
  GROUP BY m.id ORDER BY m.at, m.id`;

/** The decisions of finished scenarios about which somebody said how sure they were, by a time. */
export async function listSaidSure(
  db: Database,
  personId: string,
  at = endOfTime,
): Promise<StoredSureness[]> {
  const { rows } = await db.client.execute({ sql: surenessSql, args: [personId, at] });
  return rows.map((row) => ({
    moveId: String(row['id']),
    attemptId: String(row['attempt_id']),
    versionHash: String(row['version_hash']),
    form: String(row['form']),
    scene: String(row['scene']),
    sureness: String(row['confidence']) as Sureness,
    credit: Number(row['credit']),
    harmful: row['harmful'] === 1,
    competencies: JSON.parse(String(row['competencies'])) as string[],
  }));
}
