const day = 86_400_000;

/**
 * How many days a joining code is good for. It is written on paper, given at an interview or an
 * induction, and used on a first shift within the week; what has lain about for longer opens nothing.
 */
export const joiningCodeDays = 7;

/** When a joining code made at a time runs out. */
export const joiningCodeEnd = (madeAt: string): string =>
  new Date(Date.parse(madeAt) + joiningCodeDays * day).toISOString();
