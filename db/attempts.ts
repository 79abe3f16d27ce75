import { and, asc, desc, eq, inArray, lte } from 'drizzle-orm';
import type { Row } from '@libsql/client';
import type { SignedInBy } from '../src/domain/access/signed-in.ts';
import type { Attempt, MadeMove } from '../src/domain/attempt/attempt.ts';
import type { AssessedDecision } from '../src/domain/evidence/assess-decision.ts';
import { attemptRecord, evidenceColumns, moveColumns, moveRecord } from './chain/records.ts';
import type { Database } from './client.ts';
import { attempts, moves } from './schema.ts';
import type { RowsHead } from './row-statement.ts';
import { endOfTime } from './scenarios.ts';

const toAttempt = (row: Row | Record<string, unknown>): Attempt => ({
  id: String(row['id']),
  personId: String(row['person_id']),
  slug: String(row['slug']),
  versionHash: String(row['version_hash']),
  form: String(row['form']),
  mode: row['mode'] as Attempt['mode'],
  seed: Number(row['seed']),
  step: Number(row['step']),
  moment: JSON.parse(String(row['snapshot'])),
  startedAt: String(row['started_at']),
  finishedAt: row['finished_at'] === null ? null : String(row['finished_at']),
  arrivedBy: row['arrived_by'] === null ? null : JSON.parse(String(row['arrived_by'])),
  signedIn: {
    signedInBy: row['signed_in_by'] as SignedInBy,
    deviceId: row['device_id'] === null ? null : String(row['device_id']),
  },
});

type MoveRow = typeof moves.$inferSelect;
const toMove = ({ offered, worldBefore, attemptId: _, ...row }: MoveRow): MadeMove => ({
  ...row,
  offered: JSON.parse(offered),
  worldBefore: JSON.parse(worldBefore),
});

const attemptColumns =
  'id, person_id, slug, version_hash, form, mode, seed, step, snapshot, started_at, finished_at, arrived_by, signed_in_by, device_id';

/** Finds an attempt through the person it belongs to. This is the one read before every move. */
export async function findOwnAttempt(
  db: Database,
  personId: string,
  attemptId: string,
): Promise<Attempt | undefined> {
  const { rows } = await db.client.execute({
    sql: `SELECT ${attemptColumns} FROM attempts WHERE id = ? AND person_id = ?`,
    args: [attemptId, personId],
  });
  return rows[0] && toAttempt(rows[0]);
}

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

/** As much of an attempt as says what somebody has played. */
export type AttemptFacts = Pick<
  Attempt,
  'id' | 'personId' | 'slug' | 'form' | 'mode' | 'versionHash' | 'startedAt' | 'finishedAt'
>;

/** What everybody has played, or had by a time: an attempt that ended later had not ended. */
export async function listAttemptFacts(db: Database, at = endOfTime): Promise<AttemptFacts[]> {
  const rows = await db.orm
    .select({
      id: attempts.id,
      personId: attempts.personId,
      slug: attempts.slug,
      form: attempts.form,
      mode: attempts.mode,
      versionHash: attempts.versionHash,
      startedAt: attempts.startedAt,
      finishedAt: attempts.finishedAt,
    })
    .from(attempts)
    .where(lte(attempts.startedAt, at))
    .orderBy(desc(attempts.startedAt), desc(attempts.id));
  return rows.map((row) =>
    row.finishedAt !== null && row.finishedAt > at ? { ...row, finishedAt: null } : row,
  );
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
  const { moment, arrivedBy, signedIn, ...row } = attempt;
  const { id, personId, slug, versionHash, form, mode, seed, startedAt } = row;
  return db.write(
    [
      db.orm.insert(attempts).values({
        ...row,
        ...signedIn,
        snapshot: JSON.stringify(moment),
        arrivedBy: arrivedBy && JSON.stringify(arrivedBy),
      }),
    ],
    {
      records: [
        attemptRecord(personId, [id, personId, slug, versionHash, form, mode, seed, startedAt]),
      ],
    },
  );
};

const insertMoves: RowsHead = {
  head: `INSERT INTO moves (${moveColumns}) VALUES`,
  tail: '',
};
const advanceAttempts: RowsHead = {
  head: `UPDATE attempts SET step = v.column3, snapshot = v.column4, finished_at = v.column5,
    arrived_by = v.column6 FROM (VALUES`,
  tail: ') AS v WHERE attempts.id = v.column1 AND attempts.step = v.column2',
};
const insertEvidence: RowsHead = {
  head: `INSERT INTO evidence (${evidenceColumns}) VALUES`,
  tail: '',
};

const lowerStrength = ({ id, signedIn }: Attempt) => ({
  sql: 'UPDATE attempts SET signed_in_by = ?, device_id = ? WHERE id = ?',
  args: [signedIn.signedInBy, signedIn.deviceId, id],
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
  /** It was made by somebody signed in more weakly than before. */
  isLowered = false,
): Promise<void> {
  const { id, step, kind, scene, choice, words, confidence, dwellMs, at } = move;
  const offered = JSON.stringify(move.offered);
  const world = JSON.stringify(move.worldBefore);
  const arrived = after.arrivedBy && JSON.stringify(after.arrivedBy);
  const row = [
    ...[id, after.id, step, kind, scene, choice, words, offered, confidence, world],
    ...[dwellMs, at],
  ];
  const evidence = assessed.map((one) => [
    one.id,
    after.personId,
    after.id,
    id,
    one.competency,
    one.level,
    one.credit,
    one.weight,
    one.anchor,
    Number(one.harmful),
    Number(one.nonRoutine),
    Number(one.recovered),
    at,
  ]);
  return db.write(
    [
      { ...insertMoves, rows: [row] },
      {
        ...advanceAttempts,
        rows: [
          [after.id, step, after.step, JSON.stringify(after.moment), after.finishedAt, arrived],
        ],
      },
      { ...insertEvidence, rows: evidence },
      ...(isLowered ? [lowerStrength(after)] : []),
    ],
    { records: [moveRecord(after.personId, row, evidence)] },
  );
}
