import { countOld, listLeavers, type Database, type Leaver } from '#db';
import {
  dueAt,
  dueBefore,
  type Retention,
  type RetentionKind,
  type RetentionRule,
} from '#domain/keeping/retention.ts';
import { readRetention } from '../content/read-retention.ts';

/** What of one kind of record is due to go, as of a time. */
export interface Due extends RetentionRule {
  kind: RetentionKind;
  /** The time before which it runs out. */
  before: string;
  /** How many rows; for leavers, how many people. */
  count: number;
  /** Whose records, where it is people. */
  leavers: Leaver[];
}

/** What is due by every rule, as of a time. */
export async function findDue(db: Database, at: string): Promise<Due[]> {
  const { rules } = await readRetention();
  return Promise.all(
    (Object.keys(rules) as RetentionKind[]).map((kind) => findDueOf(db, kind, rules[kind], at)),
  );
}

async function findDueOf(
  db: Database,
  kind: RetentionKind,
  rule: RetentionRule,
  at: string,
): Promise<Due> {
  const before = dueBefore(at, rule.keep);
  const leavers = kind === 'records-of-leavers' ? await listLeavers(db, before) : [];
  const count = kind === 'records-of-leavers' ? leavers.length : await countOld(db, kind, before);
  return { kind, ...rule, before, count, leavers };
}

/** Whose record goes next, and when, where nobody's is due yet. */
export async function findNextDue(
  db: Database,
  { rules }: Retention,
  at: string,
): Promise<{ leaver: Leaver; at: string } | undefined> {
  const { keep } = rules['records-of-leavers'];
  const before = dueBefore(at, keep);
  const [leaver] = (await listLeavers(db, at)).filter(({ leftAt }) => leftAt >= before);
  return leaver && { leaver, at: dueAt(leaver.leftAt, keep) };
}
