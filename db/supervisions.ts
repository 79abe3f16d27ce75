import { and, asc, desc, eq, isNull, lte } from 'drizzle-orm';
import type { Database } from './client.ts';
import { endOfTime } from './scenarios.ts';
import { agreedActions, supervisionNotes, supervisions } from './schema.ts';

/** A supervision as it is stored: its sheet is JSON, and there only once it has been held. */
export type StoredSupervision = typeof supervisions.$inferSelect;

/** What was agreed in a supervision. */
export type AgreedAction = typeof agreedActions.$inferSelect;

/** What either of the two added to a supervision. */
export type SupervisionNote = typeof supervisionNotes.$inferSelect;

const past = (time: string | null, at: string) => (time !== null && time <= at ? time : null);

// A list shows no sheet.
const listed = {
  id: supervisions.id,
  personId: supervisions.personId,
  holderId: supervisions.holderId,
  onDay: supervisions.onDay,
  openedAt: supervisions.openedAt,
  seenAt: supervisions.seenAt,
  heldAt: supervisions.heldAt,
};

/** The supervisions of one person or of everybody as they stood at a time, the newest day first. */
export async function listSupervisions(
  db: Database,
  at = endOfTime,
  personId?: string,
): Promise<Omit<StoredSupervision, 'sheet'>[]> {
  const rows = await db.orm
    .select(listed)
    .from(supervisions)
    .where(
      and(
        lte(supervisions.openedAt, at),
        personId === undefined ? undefined : eq(supervisions.personId, personId),
      ),
    )
    .orderBy(desc(supervisions.onDay), desc(supervisions.id));
  return rows.map((row) => ({
    ...row,
    seenAt: past(row.seenAt, at),
    heldAt: past(row.heldAt, at),
  }));
}

/** Finds a supervision by id. */
export async function findSupervision(
  db: Database,
  id: string,
): Promise<StoredSupervision | undefined> {
  const [row] = await db.orm.select().from(supervisions).where(eq(supervisions.id, id));
  return row;
}

/** Opens a supervision for a day. */
export const insertSupervision = (
  db: Database,
  row: Pick<StoredSupervision, 'id' | 'personId' | 'holderId' | 'onDay' | 'openedAt'>,
) => db.write([db.orm.insert(supervisions).values(row)]);

/** Notes when the worker first read the sheet. Read again, the first time stands. */
export const markSupervisionSeen = (db: Database, id: string, at: string) =>
  db.write([
    db.orm
      .update(supervisions)
      .set({ seenAt: at })
      .where(and(eq(supervisions.id, id), isNull(supervisions.seenAt))),
  ]);

/** Keeps the sheet as it stands, and with it that the supervision was held. Held once, it never changes. */
export const holdSupervisionRow = (db: Database, id: string, sheet: string, at: string) =>
  db.write([
    db.orm
      .update(supervisions)
      .set({ heldAt: at, sheet })
      .where(and(eq(supervisions.id, id), isNull(supervisions.heldAt))),
  ]);

/** What was added to a supervision, the oldest first. */
export const listSupervisionNotes = (
  db: Database,
  supervisionId: string,
): Promise<SupervisionNote[]> =>
  db.orm
    .select()
    .from(supervisionNotes)
    .where(eq(supervisionNotes.supervisionId, supervisionId))
    .orderBy(asc(supervisionNotes.at), asc(supervisionNotes.id));

/** Adds words to a supervision. */
export const insertSupervisionNote = (db: Database, row: SupervisionNote) =>
  db.write([db.orm.insert(supervisionNotes).values(row)]);

/** What was agreed, with one person or with everybody, as it stood at a time: the soonest due first. */
export async function listAgreedActions(
  db: Database,
  at = endOfTime,
  personId?: string,
): Promise<AgreedAction[]> {
  const rows = await db.orm
    .select()
    .from(agreedActions)
    .where(
      and(
        lte(agreedActions.at, at),
        personId === undefined ? undefined : eq(agreedActions.personId, personId),
      ),
    )
    .orderBy(asc(agreedActions.dueOn), asc(agreedActions.id));
  return rows.map((row) =>
    past(row.outcomeAt, at) ? row : { ...row, outcome: null, outcomeBy: null, outcomeAt: null },
  );
}

/** Finds what was agreed by id. */
export async function findAgreedAction(
  db: Database,
  id: string,
): Promise<AgreedAction | undefined> {
  const [row] = await db.orm.select().from(agreedActions).where(eq(agreedActions.id, id));
  return row;
}

/** Adds what was agreed. */
export const insertAgreedAction = (
  db: Database,
  row: Omit<AgreedAction, 'outcome' | 'outcomeBy' | 'outcomeAt'>,
) => db.write([db.orm.insert(agreedActions).values(row)]);

/** Says what came of something agreed. Said once, it stands. */
export const closeAgreedAction = (
  db: Database,
  id: string,
  said: { outcome: string; outcomeBy: string; outcomeAt: string },
) =>
  db.write([
    db.orm
      .update(agreedActions)
      .set(said)
      .where(and(eq(agreedActions.id, id), isNull(agreedActions.outcome))),
  ]);

/** A worker's words about an attempt that they chose to share. */
export interface SharedReflection {
  attemptId: string;
  slug: string;
  versionHash: string;
  form: string;
  words: string;
  at: string;
  /** The competencies that the attempt bears on. */
  competencies: string[];
}

// The newest words about an attempt stand: taken back, they are no longer shared.
const sharedSql = `SELECT r.attempt_id, r.words, r.at, a.slug, a.version_hash, a.form,
    (SELECT json_group_array(DISTINCT e.competency) FROM evidence e WHERE e.attempt_id = a.id) AS about
  FROM reflections r JOIN attempts a ON a.id = r.attempt_id
  WHERE a.person_id = :person AND r.at <= :at AND r.shared = 1
  AND NOT EXISTS (SELECT 1 FROM reflections newer WHERE newer.attempt_id = r.attempt_id
    AND newer.at <= :at AND (newer.at, newer.id) > (r.at, r.id))
  ORDER BY r.at DESC`;

/** What a worker wrote about their attempts and shares now, the newest first. */
export async function listSharedReflections(
  db: Database,
  personId: string,
  at = endOfTime,
): Promise<SharedReflection[]> {
  const { rows } = await db.client.execute({ sql: sharedSql, args: { at, person: personId } });
  return rows.map((row) => ({
    attemptId: String(row['attempt_id']),
    slug: String(row['slug']),
    versionHash: String(row['version_hash']),
    form: String(row['form']),
    words: String(row['words']),
    at: String(row['at']),
    competencies: JSON.parse(String(row['about'])) as string[],
  }));
}
