import { sayDate } from '../london-time.ts';

/** A policy's version as people write it: the day, and which of that day where it is not the first. */
export function sayVersion(version: string): string {
  const [day, number] = version.split('.');
  return `${sayDate(day!)}${number ? ` (number ${number})` : ''}`;
}
