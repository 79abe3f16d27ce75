import type { Row } from '@libsql/client';
import type { FoundRecord, Link } from '../../src/domain/chain/find-fault.ts';
import { auditColumns } from '../acting.ts';
import type { Database } from '../client.ts';
import { auditChain, canonical, type ChainedRecord } from './link.ts';
import {
  attemptColumns,
  attemptRecord,
  evidenceColumns,
  moveColumns,
  moveRecord,
  observationColumns,
  observationRecord,
  ratingColumns,
} from './records.ts';

/** A place in the order of all links: by chain, and in it by number. */
export type LinkPlace = Pick<Link, 'chain' | 'seq'>;

/** Links after a place, in order, for going through all of them. */
export async function pageOfLinks(db: Database, after: LinkPlace, size: number): Promise<Link[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT chain, seq, kind, record_id AS recordId, salt, commitment, hash FROM links
      WHERE (chain, seq) > (?, ?) ORDER BY chain, seq LIMIT ?`,
    args: [after.chain, after.seq, size],
  });
  return rows.map((row) => ({ ...row }) as unknown as Link);
}

/** The hash of one link, if it is there. */
export async function findLinkHash(db: Database, at: LinkPlace): Promise<string | undefined> {
  const { rows } = await db.client.execute({
    sql: 'SELECT hash FROM links WHERE chain = ? AND seq = ?',
    args: [at.chain, at.seq],
  });
  return rows[0] && String(rows[0]['hash']);
}

/** What a record is found by among those of a page. */
export const recordKey = ({ kind, recordId }: Pick<Link, 'kind' | 'recordId'>): string =>
  `${kind} ${recordId}`;

const cells = (row: Row): unknown[] => Array.from(row as unknown as ArrayLike<unknown>);

/** The records that links name, as they are stored now, by `recordKey`. */
export async function readLinkedRecords(
  db: Database,
  links: readonly Link[],
): Promise<Map<string, FoundRecord>> {
  const idsOf = (kind: Link['kind']) =>
    links.filter((link) => link.kind === kind).map(({ recordId }) => recordId);
  const found = await Promise.all([
    readAttemptRecords(db, idsOf('attempt')),
    readMoveRecords(db, idsOf('move')),
    readObservationRecords(db, idsOf('observation')),
    readAuditRecords(db, idsOf('audit')),
  ]);
  return new Map(found.flat().map((record) => [recordKey(record), record]));
}

async function select(db: Database, sql: string, ids: readonly unknown[]): Promise<unknown[][]> {
  if (!ids.length) return [];
  const { rows } = await db.client.execute({ sql, args: [JSON.stringify(ids)] });
  return rows.map(cells);
}

const among = 'IN (SELECT value FROM json_each(?))';

/** Attempts by id, as their links vouch for them. */
export async function readAttemptRecords(db: Database, ids: string[]): Promise<ChainedRecord[]> {
  const rows = await select(db, `SELECT ${attemptColumns} FROM attempts WHERE id ${among}`, ids);
  return rows.map((row) => attemptRecord(String(row[1]), row));
}

/** Moves by id with their evidence, as their links vouch for them. */
export async function readMoveRecords(db: Database, ids: string[]): Promise<ChainedRecord[]> {
  const rows = await select(
    db,
    `SELECT ${moveColumns}, (SELECT person_id FROM attempts WHERE attempts.id = attempt_id)
      FROM moves WHERE id ${among}`,
    ids,
  );
  const attempts = [...new Set(rows.map((row) => row[1]))];
  const evidence = Map.groupBy(
    await select(db, `SELECT ${evidenceColumns} FROM evidence WHERE attempt_id ${among}`, attempts),
    (row) => row[3],
  );
  return rows.map((row) => moveRecord(String(row.at(-1)), row.slice(0, -1), evidence.get(row[0])));
}

/** Observations by id with their ratings, as their links vouch for them. */
export async function readObservationRecords(
  db: Database,
  ids: string[],
): Promise<ChainedRecord[]> {
  const rows = await select(
    db,
    `SELECT ${observationColumns} FROM observations WHERE id ${among}`,
    ids,
  );
  const ratings = Map.groupBy(
    await select(
      db,
      `SELECT ${ratingColumns}, observation_id FROM observation_ratings WHERE observation_id ${among}`,
      ids,
    ),
    (row) => row[2],
  );
  return rows.map((row) =>
    observationRecord(
      String(row[1]),
      row,
      ratings.get(row[0])?.map((rating) => rating.slice(0, 2)),
    ),
  );
}

async function readAuditRecords(db: Database, ids: string[]): Promise<ChainedRecord[]> {
  const rows = await select(db, `SELECT ${auditColumns} FROM audit WHERE id ${among}`, ids);
  return rows.map((row) => ({
    chain: auditChain(String(row[1])),
    kind: 'audit',
    recordId: String(row[0]),
    content: canonical([row]),
  }));
}
