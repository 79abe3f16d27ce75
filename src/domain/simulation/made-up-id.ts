import type { Chance } from './chance.ts';

/** An id of the usual shape, a UUIDv7, that depends on nothing but a time and a chance. */
export function makeUpId(at: string, chance: Chance): string {
  const time = Date.parse(at).toString(16).padStart(12, '0');
  const digits = (count: number) =>
    Array.from({ length: count }, () => chance.whole(0, 15).toString(16)).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${digits(3)}-8${digits(3)}-${digits(12)}`;
}
