import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Row } from '@libsql/client';
import type { Attempt, MadeMove } from '../src/domain/attempt/attempt.ts';
import type { AssessedDecision } from '../src/domain/evidence/assess-decision.ts';
import type { Database } from './client.ts';
import { attempts, moves } from './schema.ts';

const toAttempt = (row: Row | Record<string, unknown>): Attempt => ({
  id: String(row['id']),
  personId: String(row['person_id']),
  slug: String(row['slug']),
  versionHash: String(row['version_hash']),
  mode: row['mode'] as Attempt['mode'],
  seed: Number(row['seed']),
  step: Number(row['step']),
  moment: JSON.parse(String(row['snapshot'])),
  startedAt: String(row['started_at']),
  finishedAt: row['finished_at'] === null ? null : String(row['finished_at']),
});

type MoveRow = typeof moves.$inferSelect;
const toMove = ({ offered, worldBefore, attemptId: _, ...row }: MoveRow): MadeMove => ({
  ...row,
  offered: JSON.parse(offered),
  worldBefore: JSON.parse(worldBefore),
});

/** The move that brought an attempt into the scene it is in. */
export type LastMove = Pick<MadeMove, 'kind' | 'scene' | 'choice' | 'worldBefore'>;

/**
 * Finds an attempt through the person it belongs to, with the move that led into its present scene,
 * in one query: this is read before every move.
 */
export async function findOwnAttempt(
  db: Database,
  personId: string,
  attemptId: string,
): Promise<{ attempt: Attempt; last: LastMove | undefined } | undefined> {
  const { rows } = await db.client.execute({
    sql: `SELECT a.*, m.kind, m.scene, m.choice, m.world_before
      FROM attempts a
      LEFT JOIN moves m ON m.attempt_id = a.id AND m.step = (
        SELECT max(step) FROM moves
        WHERE attempt_id = a.id AND scene <> json_extract(a.snapshot, '$.scene'))
      WHERE a.id = ? AND a.person_id = ?`,
    args: [attemptId, personId],
  });
  const [row] = rows;
  if (!row) return undefined;
  const last = row['scene'] === null ? undefined : toLast(row);
  return { attempt: toAttempt(row), last };
}

const toLast = (row: Row): LastMove => ({
  kind: row['kind'] as LastMove['kind'],
  scene: String(row['scene']),
  choice: String(row['choice']),
  worldBefore: JSON.parse(String(row['world_before'])),
});

/** Finds an attempt whoever it belongs to: the caller says who may see it. */
export async function findAttempt(db: Database, attemptId: string): Promise<Attempt | undefined> {
  const { rows } = await db.client.execute({
    sql: 'SELECT * FROM attempts WHERE id = ?',
    args: [attemptId],
  });
  return rows[0] && toAttempt(rows[0]);
}

/** All attempts of a person, the newest first. */
export async function listAttemptsOf(db: Database, personId: string): Promise<Attempt[]> {
  const { rows } = await db.client.execute({
    sql: 'SELECT * FROM attempts WHERE person_id = ? ORDER BY started_at DESC, id DESC',
    args: [personId],
  });
  return rows.map(toAttempt);
}

/** A page of attempts in the order of their ids, for going through all of them. */
export async function pageOfAttempts(
  db: Database,
  after: string,
  size: number,
): Promise<Attempt[]> {
  const { rows } = await db.client.execute({
    sql: 'SELECT * FROM attempts WHERE id > ? ORDER BY id LIMIT ?',
    args: [after, size],
  });
  return rows.map(toAttempt);
}

/** Every move of an attempt, in order. */
export async function listMoves(db: Database, attemptId: string): Promise<MadeMove[]> {
  const rows = await db.orm
    .select()
    .from(moves)
    .where(eq(moves.attemptId, attemptId))
    .orderBy(asc(moves.step));
  return rows.map(toMove);
}

/** Moves by their ids, in one query. */
export async function findMovesById(db: Database, ids: string[]): Promise<Map<string, MadeMove>> {
  const rows = ids.length ? await db.orm.select().from(moves).where(inArray(moves.id, ids)) : [];
  return new Map(rows.map((row) => [row.id, toMove(row)]));
}

/** The move made at one step of an attempt, if there is one. */
export async function findMove(
  db: Database,
  attemptId: string,
  step: number,
): Promise<MadeMove | undefined> {
  const [row] = await db.orm
    .select()
    .from(moves)
    .where(and(eq(moves.attemptId, attemptId), eq(moves.step, step)));
  return row && toMove(row);
}

/** How many decisions an attempt holds so far. */
export async function countDecisions(db: Database, attemptId: string): Promise<number> {
  const { rows } = await db.client.execute({
    sql: "SELECT count(*) AS n FROM moves WHERE attempt_id = ? AND kind = 'decide'",
    args: [attemptId],
  });
  return Number(rows[0]?.['n'] ?? 0);
}

/** Begins an attempt. The database refuses a second open or a second assessed one of a scenario. */
export const insertAttempt = (db: Database, attempt: Attempt) => {
  const { moment, ...row } = attempt;
  return db.write([db.orm.insert(attempts).values({ ...row, snapshot: JSON.stringify(moment) })]);
};

const insertMoveSql = `INSERT INTO moves
  (id, attempt_id, step, kind, scene, choice, offered, confidence, world_before, dwell_ms, at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const advanceSql = `UPDATE attempts SET step = ?, snapshot = ?, finished_at = ? WHERE id = ? AND step = ?`;
const evidenceColumns =
  'id, person_id, attempt_id, move_id, competency, level, credit, weight, anchor, harmful, non_routine, recovered, at';
const evidencePlaces = `(${Array(13).fill('?').join(', ')})`;

/** One statement for all lines of evidence: preparing statements is most of what a write costs. */
const insertEvidence = (
  personId: string,
  attemptId: string,
  move: MadeMove,
  rows: (AssessedDecision & { id: string })[],
) => ({
  sql: `INSERT INTO evidence (${evidenceColumns}) VALUES ${rows.map(() => evidencePlaces).join(', ')}`,
  args: rows.flatMap((row) => [
    row.id,
    personId,
    attemptId,
    move.id,
    row.competency,
    row.level,
    row.credit,
    row.weight,
    row.anchor,
    Number(row.harmful),
    Number(row.nonRoutine),
    Number(row.recovered),
    move.at,
  ]),
});

/**
 * Writes one move: the move, where the attempt now stands, and its evidence, all or none. The unique
 * step is the lock: a second move at the same step is refused and nothing of it is kept.
 */
export function writeMove(
  db: Database,
  after: Attempt,
  move: MadeMove,
  assessed: (AssessedDecision & { id: string })[],
): Promise<void> {
  return db.write([
    {
      sql: insertMoveSql,
      args: [
        move.id,
        after.id,
        move.step,
        move.kind,
        move.scene,
        move.choice,
        JSON.stringify(move.offered),
        move.confidence,
        JSON.stringify(move.worldBefore),
        move.dwellMs,
        move.at,
      ],
    },
    {
      sql: advanceSql,
      args: [after.step, JSON.stringify(after.moment), after.finishedAt, after.id, move.step],
    },
    ...(assessed.length ? [insertEvidence(after.personId, after.id, move, assessed)] : []),
  ]);
}
