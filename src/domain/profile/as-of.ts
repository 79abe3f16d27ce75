import type { Record } from '../evidence/evidence.ts';

/** The record as it stood at a time: what was not yet there is left out, what ended later had not ended. */
export function asOf(record: Record, at: string): Record {
  const past = (time: string | null) => time !== null && time <= at;
  return {
    evidence: record.evidence
      .filter((row) => past(row.at))
      .map((row) => (past(row.finishedAt) ? row : { ...row, finishedAt: null })),
    seen: record.seen.filter((row) => past(row.signedAt) && !past(row.supersededAt)),
    debriefed: record.debriefed.filter((row) => past(row.at)),
    discussed: record.discussed.filter((row) => past(row.at)),
  };
}

/** The same time of day some months earlier, in UTC; the last of the month where there is no such day. */
export function monthsBefore(at: string, months: number): string {
  const date = new Date(at);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.toISOString();
}
