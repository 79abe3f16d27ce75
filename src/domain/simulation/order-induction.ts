import { shuffle } from '../attempt/shuffle.ts';
import type { Playable } from './plan-year.ts';

/** The scenarios for somebody in their first weeks: always the one that opens most standards next. */
export function orderInduction(
  playable: readonly Playable[],
  name: string,
  seed: number,
): string[] {
  const left = shuffle(
    playable.filter(({ level }) => level === 2),
    seed,
    name,
  );
  const open = new Set<string>();
  const adds = ({ standards }: Playable) => standards.filter((one) => !open.has(one)).length;
  const order: string[] = [];
  while (left.length) {
    const next = left.reduce((best, one) => (adds(one) > adds(best) ? one : best));
    left.splice(left.indexOf(next), 1);
    for (const standard of next.standards) open.add(standard);
    order.push(next.slug);
  }
  return order;
}
