import { londonDate } from '../london-time.ts';

/** How long something has waited, in words, by the days of England. */
export function sayAge(since: string, now: string): string {
  const days = Math.round(
    (Date.parse(londonDate(now)) - Date.parse(londonDate(since))) / 86_400_000,
  );
  if (days <= 0) return 'since today';
  if (days === 1) return 'since yesterday';
  if (days < 14) return `${days} days`;
  return days < 60 ? `${Math.floor(days / 7)} weeks` : `${Math.floor(days / 30.4)} months`;
}
