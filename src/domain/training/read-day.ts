const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const isoFirst = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/;

/** Reads a day written 31/01/2026 or 2026-01-31, day first as in England. Nothing where it is no day. */
export function readDay(written: string): string | undefined {
  const text = written.trim();
  const iso = isoFirst.exec(text);
  const english = dayFirst.exec(text);
  const [year, month, day] = iso
    ? [iso[1]!, iso[2]!, iso[3]!]
    : english
      ? [english[3]!, english[2]!, english[1]!]
      : ['', '', ''];
  if (!year) return undefined;
  const named = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = new Date(`${named}T00:00:00Z`);
  return time.getTime() && time.toISOString().startsWith(named) ? named : undefined;
}
