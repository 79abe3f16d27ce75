import { and, asc, desc, eq, isNotNull, lte } from 'drizzle-orm';
import type { Database } from './client.ts';
import { endOfTime } from './scenarios.ts';
import {
  accountAnswers,
  accounts,
  attempts,
  discussions,
  markingTalks,
  moves,
  rationaleMarks,
} from './schema.ts';

/** Words that somebody wrote in a decision of an assessed attempt that has ended. */
export interface Written {
  moveId: string;
  attemptId: string;
  personId: string;
  slug: string;
  versionHash: string;
  form: string;
  scene: string;
  step: number;
  words: string;
  finishedAt: string;
}

const writtenColumns = {
  moveId: moves.id,
  attemptId: moves.attemptId,
  personId: attempts.personId,
  slug: attempts.slug,
  versionHash: attempts.versionHash,
  form: attempts.form,
  scene: moves.scene,
  step: moves.step,
  words: moves.words,
  finishedAt: attempts.finishedAt,
};

/** Everything written in decisions, of everybody or of one person or one move, the oldest first. */
export async function listWritten(
  db: Database,
  only: { personId?: string; moveId?: string } = {},
): Promise<Written[]> {
  const rows = await db.orm
    .select(writtenColumns)
    .from(moves)
    .innerJoin(attempts, eq(attempts.id, moves.attemptId))
    .where(
      and(
        eq(moves.kind, 'decide'),
        isNotNull(moves.words),
        eq(attempts.mode, 'assessed'),
        isNotNull(attempts.finishedAt),
        only.personId === undefined ? undefined : eq(attempts.personId, only.personId),
        only.moveId === undefined ? undefined : eq(moves.id, only.moveId),
      ),
    )
    .orderBy(asc(attempts.finishedAt), asc(moves.id));
  return rows.map((row) => ({ ...row, words: row.words!, finishedAt: row.finishedAt! }));
}

/** One indicator as a marker saw it in what was written. */
export interface IndicatorMark {
  indicator: string;
  mark: 'shown' | 'partly' | 'not-shown';
  reason: string;
}

/** What one marker found in what was written at one decision. */
export interface StoredMarking {
  id: string;
  moveId: string;
  personId: string;
  markerId: string;
  round: number;
  marks: IndicatorMark[];
  competencies: string[];
  level: number;
  outcome: 'shown' | 'not-yet';
  at: string;
}

/** Markings that were in by a time, of everybody or of one person, the oldest first. */
export async function listMarkings(
  db: Database,
  at = endOfTime,
  personId?: string,
): Promise<StoredMarking[]> {
  const rows = await db.orm
    .select()
    .from(rationaleMarks)
    .where(
      and(
        lte(rationaleMarks.at, at),
        personId === undefined ? undefined : eq(rationaleMarks.personId, personId),
      ),
    )
    .orderBy(asc(rationaleMarks.at), asc(rationaleMarks.round));
  return rows.map((row) => ({
    ...row,
    marks: JSON.parse(row.marks),
    competencies: JSON.parse(row.competencies),
  }));
}

/** Keeps one marking. Refused by the database where that round, or that marker, is in already. */
export const insertMarking = (db: Database, row: StoredMarking) =>
  db.write([
    db.orm.insert(rationaleMarks).values({
      ...row,
      marks: JSON.stringify(row.marks),
      competencies: JSON.stringify(row.competencies),
    }),
  ]);

/** A conversation of two markers who differed. */
export type StoredTalk = typeof markingTalks.$inferSelect;

/** Conversations of markers recorded by a time, the oldest first. */
export const listTalks = (db: Database, at = endOfTime): Promise<StoredTalk[]> =>
  db.orm
    .select()
    .from(markingTalks)
    .where(lte(markingTalks.at, at))
    .orderBy(asc(markingTalks.at), asc(markingTalks.id));

/** Records a conversation of two markers who differed. */
export const insertTalk = (db: Database, row: StoredTalk) =>
  db.write([db.orm.insert(markingTalks).values(row)]);

/** A professional discussion as it was recorded. */
export type StoredDiscussion = typeof discussions.$inferSelect;

/** Somebody's discussions recorded by a time, the newest first. */
export const listDiscussions = (
  db: Database,
  personId: string,
  at = endOfTime,
): Promise<StoredDiscussion[]> =>
  db.orm
    .select()
    .from(discussions)
    .where(and(eq(discussions.personId, personId), lte(discussions.at, at)))
    .orderBy(desc(discussions.at), desc(discussions.id));

/** Records a professional discussion, or a correction of one. */
export const insertDiscussion = (db: Database, row: StoredDiscussion) =>
  db.write([db.orm.insert(discussions).values(row)]);

/** A reflective account with what was answered to it, if anything was. */
export interface StoredAccount {
  id: string;
  personId: string;
  competencies: string[];
  level: number;
  happenedOn: string;
  words: string;
  again: string | null;
  at: string;
  answer: { assessorId: string; accepted: boolean; words: string; at: string } | null;
}

/** Accounts handed in by a time, of everybody or of one person, the oldest first. */
export async function listAccounts(
  db: Database,
  at = endOfTime,
  personId?: string,
): Promise<StoredAccount[]> {
  const rows = await db.orm
    .select({ account: accounts, answer: accountAnswers })
    .from(accounts)
    .leftJoin(
      accountAnswers,
      and(eq(accountAnswers.accountId, accounts.id), lte(accountAnswers.at, at)),
    )
    .where(
      and(
        lte(accounts.at, at),
        personId === undefined ? undefined : eq(accounts.personId, personId),
      ),
    )
    .orderBy(asc(accounts.at), asc(accounts.id));
  return rows.map(({ account, answer }) => ({
    ...account,
    competencies: JSON.parse(account.competencies),
    answer: answer && {
      assessorId: answer.assessorId,
      accepted: answer.accepted,
      words: answer.words,
      at: answer.at,
    },
  }));
}

/** Whose account it is, or nothing where there is none of that id. */
export async function findAccountOwner(db: Database, id: string): Promise<string | undefined> {
  const [row] = await db.orm
    .select({ personId: accounts.personId })
    .from(accounts)
    .where(eq(accounts.id, id));
  return row?.personId;
}

/** Hands in an account. */
export const insertAccount = (db: Database, row: Omit<StoredAccount, 'answer'>) =>
  db.write([
    db.orm.insert(accounts).values({ ...row, competencies: JSON.stringify(row.competencies) }),
  ]);

/** Answers an account. Refused by the database where it is answered already. */
export const insertAccountAnswer = (db: Database, row: typeof accountAnswers.$inferInsert) =>
  db.write([db.orm.insert(accountAnswers).values(row)]);
