import { and, asc, eq } from 'drizzle-orm';
import type { Person } from '#domain/access/person.ts';
import type { WorkforceRecord } from '#domain/workforce/record.ts';
import type { Database } from './client.ts';
import { memberships, people, workforceRecords } from './schema.ts';

/** A record as it is stored: with who brought it and when. */
export interface StoredWorkforceRecord extends WorkforceRecord {
  importedBy: string;
  importedAt: string;
}

const read = (row: typeof workforceRecords.$inferSelect): StoredWorkforceRecord => ({
  ...row,
  qualifications: JSON.parse(row.qualifications) as WorkforceRecord['qualifications'],
});

const toRow = ({ qualifications, ...rest }: StoredWorkforceRecord) => ({
  ...rest,
  qualifications: JSON.stringify(qualifications),
});

/** What the workforce data set says of everybody that it was brought for. */
export const listWorkforceRecords = async (db: Database): Promise<StoredWorkforceRecord[]> =>
  (await db.orm.select().from(workforceRecords)).map(read);

/** What the workforce data set says of somebody, workplace by workplace. */
export const listWorkforceRecordsOf = async (
  db: Database,
  personId: string,
): Promise<StoredWorkforceRecord[]> =>
  (
    await db.orm
      .select()
      .from(workforceRecords)
      .where(eq(workforceRecords.personId, personId))
      .orderBy(asc(workforceRecords.localEstId), asc(workforceRecords.uniqueWorkerId))
  ).map(read);

/** What a staff file does: people who are new, records of new and known people, records that change. */
export interface StaffWrite {
  people: readonly Omit<Person, 'everywhere' | 'services' | 'leftAt'>[];
  memberships: readonly { id: string; personId: string; serviceId: string }[];
  records: readonly StoredWorkforceRecord[];
  changes: readonly StoredWorkforceRecord[];
}

/** Fits well within what one statement can carry. */
const atOnce = 500;

const inParts = <Row>(rows: readonly Row[]): Row[][] =>
  Array.from({ length: Math.ceil(rows.length / atOnce) }, (_, part) =>
    rows.slice(part * atOnce, (part + 1) * atOnce),
  );

/**
 * Writes all of a staff file or nothing. Refused by the database where somebody of it has come in
 * meanwhile. Whoever is new has no way in yet: none is made for somebody who did not ask.
 */
export const writeStaff = (
  db: Database,
  staff: StaffWrite,
  { by, at }: { by: string; at: string },
) =>
  db.write(
    [
      ...inParts(staff.people).map((rows) =>
        db.orm.insert(people).values(rows.map((row) => ({ ...row, addedBy: by, addedAt: at }))),
      ),
      ...inParts(staff.memberships).map((rows) =>
        db.orm.insert(memberships).values(rows.map((row) => ({ ...row, at, by }))),
      ),
      ...inParts(staff.records).map((rows) =>
        db.orm.insert(workforceRecords).values(rows.map(toRow)),
      ),
      ...staff.changes.map((record) =>
        db.orm
          .update(workforceRecords)
          .set(toRow(record))
          .where(
            and(
              eq(workforceRecords.localEstId, record.localEstId),
              eq(workforceRecords.uniqueWorkerId, record.uniqueWorkerId),
            ),
          ),
      ),
    ],
    { about: [...staff.records, ...staff.changes].map(({ personId }) => personId) },
  );
