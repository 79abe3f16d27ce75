/** The day so many years after another; 28 February where there is no such day. */
export function yearsAfter(day: string, years: number): string {
  const [year = 0, month = '', date = ''] = day.split('-').map((part, at) => (at ? part : +part));
  const later = `${Number(year) + years}-${month}-${date}`;
  const exists = new Date(`${later}T00:00:00Z`).toISOString().startsWith(later);
  return exists ? later : `${Number(year) + years}-02-28`;
}

const week = 7 * 86_400_000;

/** How many full weeks lie between two days. */
export const weeksBetween = (from: string, to: string): number =>
  Math.floor((Date.parse(to) - Date.parse(from)) / week);
