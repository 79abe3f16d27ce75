import type { Scenario } from './schema.ts';
import type { StoryWay } from './story-ways.ts';

/**
 * The scenes in the order of the story: each after all that lead to it, as its author wrote them where
 * that leaves a choice. A circle is entered where it is first met; what interrupts comes after the rest,
 * and what nothing leads to comes last.
 */
export function orderScenes(scenario: Scenario, all: readonly StoryWay[]): string[] {
  // An interruption may be called what a scene is called, and is none.
  const ways = all.filter(({ by }) => by !== 'interrupts');
  const written = Object.keys(scenario.scenes);
  const before = new Map(written.map((id) => [id, new Set<string>()]));
  for (const { from, to } of ways) if (from !== to && before.has(from)) before.get(to)?.add(from);

  const reached = new Set<string>();
  const follow = (start: string) => {
    const waiting = [start];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (reached.has(id) || !before.has(id)) continue;
      reached.add(id);
      waiting.push(...ways.flatMap((way) => (way.from === id ? [way.to] : [])));
    }
  };
  const order: string[] = [];
  const placed = new Set<string>();
  const place = (start: string) => {
    follow(start);
    const isPlaced = (id: string) => placed.has(id) || !reached.has(id);
    for (;;) {
      const left = written.filter((id) => reached.has(id) && !placed.has(id));
      const free = left.find((id) => [...before.get(id)!].every(isPlaced));
      const met = left.find(
        (id) => id === start || [...before.get(id)!].some((one) => placed.has(one)),
      );
      const next = free ?? met;
      if (next === undefined) return;
      placed.add(next);
      order.push(next);
    }
  };
  place(scenario.start);
  for (const { to } of Object.values(scenario.interruptions ?? {})) place(to);
  return [...order, ...written.filter((id) => !placed.has(id))];
}
