import { coverOf, type Cover } from '../risk/confirmed.ts';
import type { PackCompetence } from './pack.ts';

/** One competency over everybody whose role or duties need it: how many stand how. */
export interface CompetenceCount {
  competency: string;
  title: string;
  needed: number;
  counts: Record<Cover | 'hidden', number>;
}

/** Counts those who need each competency by how far it is confirmed. In the order of the map. */
export function countCompetence(rows: readonly PackCompetence[]): CompetenceCount[] {
  const needed = rows.filter((row) => row.needed);
  return [...Map.groupBy(needed, ({ competency }) => competency)]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([competency, of]) => {
      const counts = { confirmed: 0, due: 0, nearly: 0, not: 0, hidden: 0 };
      for (const { shown } of of) counts[shown ? coverOf(shown.state) : 'hidden'] += 1;
      return { competency, title: of[0]!.title, needed: of.length, counts };
    });
}
