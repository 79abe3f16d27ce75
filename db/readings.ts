import type { Database } from './client.ts';

/** Somebody opened one page of a record on one day (UTC): how often, and when last. */
export interface DayOfReading {
  readerId: string;
  page: string;
  times: number;
  at: string;
}

/** Who else opened somebody's record: a line for each reader, page and day, the newest first, at most so many. */
export async function listReadingsOf(
  db: Database,
  personId: string,
  most: number,
): Promise<DayOfReading[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT reader_id, page, count(*) AS times, max(at) AS at FROM record_reads
      WHERE person_id = ?1 AND reader_id <> ?1
      GROUP BY reader_id, page, substr(at, 1, 10) ORDER BY max(at) DESC LIMIT ?2`,
    args: [personId, most],
  });
  return rows.map((row) => ({
    readerId: String(row['reader_id']),
    page: String(row['page']),
    times: Number(row['times']),
    at: String(row['at']),
  }));
}

/** Which of these people somebody has not opened on this page on the day of a time (UTC), before it. */
export async function listUnreadToday(
  db: Database,
  readerId: string,
  people: readonly string[],
  page: string,
  at: string,
): Promise<string[]> {
  if (!people.length) return [];
  const { rows } = await db.client.execute({
    sql: `SELECT one.value AS id FROM json_each(?1) one WHERE NOT EXISTS (
      SELECT 1 FROM record_reads WHERE reader_id = ?2 AND person_id = one.value
        AND at >= ?3 AND at <= ?4 AND page = ?5)`,
    args: [JSON.stringify(people), readerId, at.slice(0, 10), at, page],
  });
  return rows.map((row) => String(row['id']));
}
