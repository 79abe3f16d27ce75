import type { Discussed } from '../src/domain/evidence/evidence.ts';
import type { Database } from './client.ts';

// One row for each competency that was spoken for, wherever it was said.
const discussedSql = `
  SELECT id, person_id, 'discussion' AS source, COALESCE(corrects, id) AS about,
    CASE WHEN corrects IS NULL THEN 'first' ELSE 'settled' END AS step,
    competency, level, outcome = 'shown' AS shown, assessor_id AS by, at
  FROM discussions
  UNION ALL
  SELECT m.id, m.person_id, 'marking', m.move_id,
    CASE WHEN m.round = 1 THEN 'first' ELSE 'second' END,
    named.value, m.level, m.outcome = 'shown', m.marker_id, m.at
  FROM rationale_marks m, json_each(m.competencies) named
  UNION ALL
  SELECT t.id, m.person_id, 'marking', t.move_id, 'settled',
    named.value, m.level, t.outcome = 'shown', t.held_by, t.at
  FROM marking_talks t JOIN rationale_marks m ON m.move_id = t.move_id AND m.round = 1,
    json_each(m.competencies) named
  UNION ALL
  SELECT w.id, a.person_id, 'account', a.id, 'first',
    named.value, a.level, w.accepted = 1, w.assessor_id, w.at
  FROM account_answers w JOIN accounts a ON a.id = w.account_id, json_each(a.competencies) named`;

/**
 * What was concluded from reasons: discussions, marked rationales and answered accounts, of everybody
 * or of one person, the oldest first.
 */
export async function listDiscussed(
  db: Database,
  personId?: string,
): Promise<{ personId: string; row: Discussed }[]> {
  const { rows } =
    personId === undefined
      ? await db.client.execute(`${discussedSql} ORDER BY at, id`)
      : await db.client.execute({
          sql: `SELECT * FROM (${discussedSql}) WHERE person_id = ? ORDER BY at, id`,
          args: [personId],
        });
  return rows.map((row) => ({
    personId: String(row['person_id']),
    row: {
      id: String(row['id']),
      source: String(row['source']) as Discussed['source'],
      about: String(row['about']),
      step: String(row['step']) as Discussed['step'],
      competency: String(row['competency']),
      level: Number(row['level']),
      shown: row['shown'] === 1,
      by: String(row['by']),
      at: String(row['at']),
    },
  }));
}
