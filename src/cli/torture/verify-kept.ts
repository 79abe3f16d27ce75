import { findAttempt, listEvidenceOfAttempt, listMoves, type Database } from '#db';
import { replayAttempt } from '#domain/attempt/replay-attempt.ts';
import { verifyChains } from '#server/audit/verify-chains.ts';
import { loadVersion } from '#server/content/load-version.ts';
import type { Ledger, SentMove } from './ledger.ts';

/**
 * Compares the database with what clients were told is kept, and with itself. Answers with what is
 * wrong, in words: something missing, twice, half written, not what its decisions give, or unsound.
 */
export async function verifyKept(db: Database, ledger: Ledger): Promise<string[]> {
  const { faults } = await verifyChains(db);
  return [
    ...(await findUnsound(db)),
    ...(await findLostMoves(db, ledger)),
    ...(await findLostRows(db, ledger)),
    ...(await findHalves(db)),
    ...(await findUnlike(db, ledger)),
    ...faults.map(({ chain, recordId, says }) => `${chain}, ${recordId}: ${says}`),
  ];
}

const list = async (db: Database, sql: string) =>
  (await db.client.execute(sql)).rows.map((row) => Object.values(row).map(String));

async function findUnsound(db: Database): Promise<string[]> {
  const sound = (await list(db, 'PRAGMA integrity_check')).map(([line]) => line!);
  const orphans = await list(db, 'PRAGMA foreign_key_check');
  return [
    ...sound.filter((line) => line !== 'ok').map((line) => `integrity: ${line}`),
    ...orphans.map(([table, row]) => `${table} ${row} points to nothing`),
  ];
}

async function findLostMoves(db: Database, { moves }: Ledger): Promise<string[]> {
  const wrong: string[] = [];
  for (const [attemptId, sent] of moves) {
    const { rows } = await db.client.execute({
      sql: 'SELECT step, kind, choice, words FROM moves WHERE attempt_id = ?',
      args: [attemptId],
    });
    const begun = await db.client.execute({
      sql: 'SELECT 1 FROM attempts WHERE id = ?',
      args: [attemptId],
    });
    if (begun.rows.length !== 1) wrong.push(`attempt ${attemptId}: lost`);
    for (const move of sent) {
      const kept = rows.filter((row) => row['step'] === move.step);
      const where = `attempt ${attemptId}, step ${move.step}`;
      if (kept.length !== 1) wrong.push(`${where}: there ${kept.length} times`);
      else if (!isSame(kept[0]!, move)) wrong.push(`${where}: not what was sent`);
    }
  }
  return wrong;
}

// An answer of several parts is kept in the order of its options, however it was sent.
const inOneOrder = (choice: unknown) => String(choice).split(' ').sort().join(' ');

const isSame = (row: Record<string, unknown>, { kind, choice, words }: SentMove) =>
  row['kind'] === kind &&
  inOneOrder(row['choice']) === inOneOrder(choice) &&
  row['words'] === words;

async function findLostRows(db: Database, { signed, trained }: Ledger): Promise<string[]> {
  const seen = await list(
    db,
    `SELECT id, seen, (SELECT count(*) FROM observation_ratings WHERE observation_id = id)
      FROM observations WHERE signed_at IS NOT NULL`,
  );
  const kept = new Map(seen.map(([id, words, ratings]) => [id!, { words, ratings }]));
  const records = await list(
    db,
    `SELECT person_id || ' ' || subject || ' ' || completed_on, count(*)
      FROM training_records GROUP BY 1`,
  );
  const times = new Map(records.map(([key, count]) => [key!, count!]));
  return [
    ...[...signed].flatMap(([id, words]) => {
      const found = kept.get(id);
      if (found?.words !== words) return [`observation ${id}: not there as it was signed`];
      return found.ratings === '0' ? [`observation ${id}: signed without its ratings`] : [];
    }),
    ...[...trained].flatMap((key) =>
      times.get(key) === '1' ? [] : [`training ${key}: there ${times.get(key) ?? 0} times`],
    ),
  ];
}

/** An attempt stands where its moves have led it, without a gap; nothing hangs on a move that is not there. */
const findHalves = async (db: Database): Promise<string[]> => [
  ...(
    await list(
      db,
      `SELECT a.id, a.step, count(m.id), coalesce(max(m.step) + 1, 0) FROM attempts a
        LEFT JOIN moves m ON m.attempt_id = a.id GROUP BY a.id
        HAVING a.step <> count(m.id) OR count(m.id) <> coalesce(max(m.step) + 1, 0)`,
    )
  ).map(([id, step, moves, next]) => `attempt ${id}: step ${step}, ${moves} moves up to ${next}`),
  ...(await list(db, 'SELECT id FROM evidence WHERE move_id NOT IN (SELECT id FROM moves)')).map(
    ([id]) => `evidence ${id}: without its move`,
  ),
];

/** Every attempt of the ledger is what its moves give, evidence and all. */
async function findUnlike(db: Database, { moves }: Ledger): Promise<string[]> {
  const wrong: string[] = [];
  for (const attemptId of moves.keys()) {
    const attempt = await findAttempt(db, attemptId);
    if (!attempt) continue;
    const version = await loadVersion(db, attempt.versionHash, attempt.form);
    const differences = replayAttempt(
      version,
      attempt,
      await listMoves(db, attemptId),
      await listEvidenceOfAttempt(db, attemptId),
    );
    wrong.push(...differences.map((words) => `attempt ${attemptId}: ${words}`));
  }
  return wrong;
}
