/** Where the sign-off of a delegated task stands by its dates. */
export type SignOff = 'live' | 'review-near' | 'lapsed' | 'ended';

/** A sign-off is live up to its review date, and that day too. */
export function signOffAt(
  { reviewOn, endedAt }: { reviewOn: string; endedAt: string | null },
  today: string,
  soonDay: string,
): SignOff {
  if (endedAt !== null) return 'ended';
  if (reviewOn < today) return 'lapsed';
  return reviewOn <= soonDay ? 'review-near' : 'live';
}

/** The last day on which something signed on a day may be reviewed: so many months later. */
export function latestReview(signedOn: string, months: number): string {
  const [year = 0, month = 1, day = 1] = signedOn.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const end = new Date(Date.UTC(year, month - 1 + months, Math.min(day, last)));
  return end.toISOString().slice(0, 10);
}
