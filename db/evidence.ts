import type { Row } from '@libsql/client';
import type {
  Debriefed,
  Evidence,
  Record as WorkerRecord,
  Seen,
} from '../src/domain/evidence/evidence.ts';
import type { Level } from '../src/domain/scenario/words.ts';
import type { Database } from './client.ts';
import { listDiscussed } from './discussed.ts';

const evidenceSql = `SELECT e.*, a.slug, a.form, a.version_hash, a.finished_at FROM evidence e JOIN attempts a ON a.id = e.attempt_id`;
// Everybody's evidence is thousands of rows, and a row of the driver costs more than the query: each
// person's come as one text. Credit is written with every digit, so that it is read as it was stored.
const allEvidenceSql = `SELECT e.person_id, json_group_array(json_array(
    e.id, e.attempt_id, e.move_id, a.slug, a.form, a.version_hash, e.competency, e.level,
    printf('%!.17g', e.credit), printf('%!.17g', e.weight), e.anchor, e.harmful, e.non_routine,
    e.recovered, e.at, a.finished_at
  ) ORDER BY e.at, e.id) AS packed
  FROM evidence e JOIN attempts a ON a.id = e.attempt_id GROUP BY e.person_id`;
const seenSql = `SELECT o.*, r.competency, r.entrustment, s.signed_at AS superseded_at
  FROM observations o
  JOIN observation_ratings r ON r.observation_id = o.id
  LEFT JOIN observations s ON s.supersedes = o.id AND s.signed_at IS NOT NULL
  WHERE o.signed_at IS NOT NULL`;

const text = (value: unknown) => (value === null ? null : String(value));

const toEvidence = (row: Row): Evidence => ({
  id: String(row['id']),
  attemptId: String(row['attempt_id']),
  moveId: String(row['move_id']),
  slug: String(row['slug']),
  form: String(row['form']),
  versionHash: String(row['version_hash']),
  competency: String(row['competency']),
  level: Number(row['level']) as Level,
  credit: Number(row['credit']),
  weight: Number(row['weight']),
  anchor: text(row['anchor']),
  harmful: row['harmful'] === 1,
  nonRoutine: row['non_routine'] === 1,
  recovered: row['recovered'] === 1,
  at: String(row['at']),
  finishedAt: text(row['finished_at']),
});

type Packed = [
  ...[id: string, attemptId: string, moveId: string, slug: string, form: string],
  ...[versionHash: string, competency: string, level: Level, credit: string, weight: string],
  ...[anchor: string | null, harmful: 0 | 1, nonRoutine: 0 | 1, recovered: 0 | 1],
  ...[at: string, finishedAt: string | null],
];

const unpack = (row: Packed): Evidence => {
  const [id, attemptId, moveId, slug, form, versionHash, competency, level, ...rest] = row;
  const [credit, weight, anchor, harmful, nonRoutine, recovered, at, finishedAt] = rest;
  return {
    ...{
      id,
      attemptId,
      moveId,
      slug,
      form,
      versionHash,
      competency,
      level,
      anchor,
      at,
      finishedAt,
    },
    credit: Number(credit),
    weight: Number(weight),
    harmful: harmful === 1,
    nonRoutine: nonRoutine === 1,
    recovered: recovered === 1,
  };
};

const toSeen = (row: Row): Seen => ({
  observationId: String(row['id']),
  observerId: String(row['observer_id']),
  competency: String(row['competency']),
  entrustment: Number(row['entrustment']),
  task: String(row['task']),
  observedAt: String(row['observed_at']),
  signedAt: String(row['signed_at']),
  supersededAt: text(row['superseded_at']),
});

const toDebriefed = (row: Row): Debriefed => ({
  attemptId: String(row['attempt_id']),
  by: String(row['held_by']),
  at: String(row['at']),
});

/** Everything that one person's profile is folded from. */
export async function readRecord(db: Database, personId: string): Promise<WorkerRecord> {
  const [evidence, seen, debriefed, discussed] = await Promise.all([
    db.client.execute({
      sql: `${evidenceSql} WHERE e.person_id = ? ORDER BY e.at, e.id`,
      args: [personId],
    }),
    db.client.execute({ sql: `${seenSql} AND o.person_id = ?`, args: [personId] }),
    db.client.execute({
      sql: 'SELECT attempt_id, held_by, at FROM debriefs WHERE person_id = ?',
      args: [personId],
    }),
    listDiscussed(db, personId),
  ]);
  return {
    evidence: evidence.rows.map(toEvidence),
    seen: seen.rows.map(toSeen),
    debriefed: debriefed.rows.map(toDebriefed),
    discussed: discussed.map(({ row }) => row),
  };
}

/** The same for everybody at once, by person: four queries, however many people there are. */
export async function readRecords(db: Database): Promise<Map<string, WorkerRecord>> {
  const [evidence, seen, debriefed, discussed] = await Promise.all([
    db.client.execute(allEvidenceSql),
    db.client.execute(seenSql),
    db.client.execute('SELECT person_id, attempt_id, held_by, at FROM debriefs'),
    listDiscussed(db),
  ]);
  const records = new Map<string, WorkerRecord>();
  const recordOf = (personId: string) => {
    const record = records.get(personId) ?? {
      evidence: [],
      seen: [],
      debriefed: [],
      discussed: [],
    };
    records.set(personId, record);
    return record;
  };
  for (const row of evidence.rows) {
    const packed = JSON.parse(String(row['packed'])) as Packed[];
    recordOf(String(row['person_id'])).evidence = packed.map(unpack);
  }
  for (const row of seen.rows) recordOf(String(row['person_id'])).seen.push(toSeen(row));
  for (const row of debriefed.rows)
    recordOf(String(row['person_id'])).debriefed.push(toDebriefed(row));
  for (const { personId, row } of discussed) recordOf(personId).discussed.push(row);
  return records;
}

// What is drafted, and what shares a decision with it: a decision is written down once for each
// competency that it bears on.
const hiddenSql = `WITH drafted AS (
    SELECT o.person_id, named.value AS competency
    FROM observations o, json_each(o.competencies) named
    WHERE o.observer_id = ? AND o.signed_at IS NULL AND o.discarded_at IS NULL)
  SELECT person_id, competency FROM drafted
  UNION
  SELECT beside.person_id, beside.competency FROM drafted
  JOIN evidence e ON e.person_id = drafted.person_id AND e.competency = drafted.competency
  JOIN evidence beside ON beside.attempt_id = e.attempt_id AND beside.move_id = e.move_id`;

/**
 * What an observer's open drafts hide: the competencies they name, and those that decisions on them
 * also bear on.
 */
export async function listHidden(
  db: Database,
  observerId: string,
): Promise<{ personId: string; competency: string }[]> {
  const { rows } = await db.client.execute({ sql: hiddenSql, args: [observerId] });
  return rows.map((row) => ({
    personId: String(row['person_id']),
    competency: String(row['competency']),
  }));
}

/** The stored evidence of one attempt, with whose it is said to be, in the order of its moves. */
export async function listEvidenceOfAttempt(
  db: Database,
  attemptId: string,
): Promise<(Evidence & { personId: string })[]> {
  const { rows } = await db.client.execute({
    sql: `${evidenceSql} WHERE e.attempt_id = ? ORDER BY e.at, e.id`,
    args: [attemptId],
  });
  return rows.map((row) => ({ ...toEvidence(row), personId: String(row['person_id']) }));
}

/** The scenarios in which somebody has chosen harm, whether it has been settled since or not. */
export async function listHarmedScenarios(db: Database, personId: string): Promise<string[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT DISTINCT a.slug FROM evidence e JOIN attempts a ON a.id = e.attempt_id
      WHERE e.person_id = ? AND e.harmful = 1`,
    args: [personId],
  });
  return rows.map((row) => String(row['slug']));
}
