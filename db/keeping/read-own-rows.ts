import type { Database } from '../client.ts';
import { actedColumns } from './acted-columns.ts';
import { ownTables, type OwnTable } from './own-tables.ts';

/** A row as it is stored, by the names of its columns. */
export type OwnRow = Record<string, string | number | null>;

/** What one table holds of somebody, and how much of it is left out. */
export interface OwnRows {
  table: string;
  rows: OwnRow[];
  /** What is not in it, and why: columns by name, `*` for whole rows with how many. */
  leftOut: { what: string; why: string; rows?: number }[];
}

/** Reads what one table holds of somebody: all of it for themself, less for somebody else. */
async function readTable(
  db: Database,
  personId: string,
  forSelf: boolean,
  { table, where, only, without = {}, unexported, ownOnly }: OwnTable,
): Promise<OwnRows> {
  const limits = [only, forSelf ? undefined : ownOnly].filter((one) => one !== undefined);
  const args = [personId];
  const sql = `FROM ${table} WHERE ${where}`;
  if (unexported) return { table, rows: [], leftOut: [{ what: '*', why: unexported }] };
  const [{ rows, columns }, counted] = await Promise.all([
    db.client.execute({
      sql: `SELECT * ${sql}${limits.map((one) => ` AND (${one.where})`).join('')} ORDER BY rowid`,
      args,
    }),
    Promise.all(
      limits.map((one) =>
        db.client.execute({ sql: `SELECT count(*) AS n ${sql} AND NOT (${one.where})`, args }),
      ),
    ),
  ]);
  const shown = columns.filter((column) => !Object.hasOwn(without, column));
  return {
    table,
    rows: rows.map((row) => Object.fromEntries(shown.map((name) => [name, row[name] as null]))),
    leftOut: [
      ...Object.entries(without).map(([what, why]) => ({ what, why })),
      ...limits.flatMap(({ why }, index) => {
        const left = Number(counted[index]!.rows[0]!['n']);
        return left ? [{ what: '*', why, rows: left }] : [];
      }),
    ],
  };
}

/** What every table holds of somebody, for themself or for somebody who may read it. */
export const readOwnRows = (db: Database, personId: string, forSelf: boolean): Promise<OwnRows[]> =>
  Promise.all(
    // Oldest rooms first: the order of erasing, turned round, begins with what the rest hangs on.
    ownTables.toReversed().map((table) => readTable(db, personId, forSelf, table)),
  );

/** What somebody did in the records of others, counted: whose they are is not told. */
export async function countActs(
  db: Database,
  personId: string,
): Promise<{ did: string; times: number }[]> {
  const mine = new Map(
    [...ownTables, { table: 'people', where: 'id = ?1' }].map(({ table, where }) => [table, where]),
  );
  const counted = await Promise.all(
    actedColumns.map(async ({ table, column, did }) => {
      const own = mine.get(table);
      const { rows } = await db.client.execute({
        sql: `SELECT count(*) AS n FROM ${table} WHERE ${column} = ?1${own ? ` AND NOT (${own})` : ''}`,
        args: [personId],
      });
      return { did, times: Number(rows[0]!['n']) };
    }),
  );
  return counted.filter(({ times }) => times > 0);
}

/** In how many texts of others' records a name stands, which an erasure does not rewrite. */
export async function countMentions(db: Database, personId: string, name: string): Promise<number> {
  const counted = await Promise.all(
    wordsOfOthers.map(async ([table, column]) => {
      const own = ownTables.find((one) => one.table === table)!;
      const { rows } = await db.client.execute({
        sql: `SELECT count(*) AS n FROM ${table} WHERE instr(${column}, ?2) AND NOT (${own.where})`,
        args: [personId, name],
      });
      return Number(rows[0]!['n']);
    }),
  );
  return counted.reduce((sum, one) => sum + one, 0);
}

/** Columns in which people write in their own words about somebody. */
const wordsOfOthers = [
  ['observations', 'seen'],
  ['observations', 'person_said'],
  ['observation_replies', 'words'],
  ['moves', 'words'],
  ['reflections', 'words'],
  ['rationale_marks', 'marks'],
  ['marking_talks', 'words'],
  ['debriefs', 'words'],
  ['discussions', 'probed'],
  ['discussions', 'shown'],
  ['accounts', 'words'],
  ['account_answers', 'words'],
  ['supervision_notes', 'words'],
  ['agreed_actions', 'words'],
  ['agreed_actions', 'outcome'],
  ['witness_statements', 'words'],
  ['certificate_signatures', 'words'],
  ['alert_actions', 'reason'],
  ['alert_actions', 'action'],
  ['alert_actions', 'outcome'],
  ['duties_given', 'ended_why'],
  ['delegations', 'ended_why'],
  ['training_records', 'withdrawn_why'],
] as const;
