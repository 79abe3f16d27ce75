import { z } from 'zod';

/** A length of time; exactly one of the three. */
export const Period = z
  .strictObject({
    years: z.int().min(1).optional(),
    months: z.int().min(1).optional(),
    days: z.int().min(0).optional(),
  })
  .refine((period) => Object.keys(period).length === 1, 'Give years, months or days.');
export type Period = z.infer<typeof Period>;

/** How long one kind of record is kept. */
export const RetentionRule = z.strictObject({
  title: z.string().min(3),
  keep: Period,
  /** From when it runs, in words that follow "from". */
  from: z.string().min(3),
  why: z.string().min(20),
  /** What the period rests on: the law, guidance, or our own proposal. */
  'rests-on': z.enum(['law', 'guidance', 'ours']),
  /** How sure we are of it. */
  sure: z.string().min(3),
});
export type RetentionRule = z.infer<typeof RetentionRule>;

const rule = RetentionRule;

/** The periods for all that the service removes by itself, and what is kept in another way. */
export const Retention = z.strictObject({
  about: z.string().min(20),
  rules: z.strictObject({
    'records-of-leavers': rule,
    'audit-log': rule,
    'record-openings': rule,
    'discarded-drafts': rule,
    'sign-in-failures': rule,
    'ended-visits': rule,
  }),
  elsewhere: z.array(
    z.strictObject({ title: z.string(), period: z.string(), why: z.string().min(20) }),
  ),
});
export type Retention = z.infer<typeof Retention>;
export type RetentionKind = keyof Retention['rules'];

const move = (at: string, { years = 0, months = 0, days = 0 }: Period, sign: 1 | -1): string => {
  const date = new Date(at);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + sign * (years * 12 + months));
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  // From the 29th of February on, the period ends with the month where there is no such day.
  date.setUTCDate(Math.min(day, last) + sign * days);
  return date.toISOString();
};

/** The time before which records of a period are due to go, as of a time. All in UTC, as ISO. */
export const dueBefore = (at: string, period: Period): string => move(at, period, -1);

/** When a record that began to run at a time is due to go. */
export const dueAt = (from: string, period: Period): string => move(from, period, 1);

/** A period in words: "6 years". */
export function sayPeriod({ years, months, days }: Period): string {
  const say = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;
  if (years) return say(years, 'year');
  if (months) return say(months, 'month');
  return days ? say(days, 'day') : 'Not at all';
}
