import type { Covered } from '#domain/scenario/coverage.ts';

/** Rows of the coverage table under one heading, or under none. */
export interface CoveredGroup {
  name: string | undefined;
  rows: Covered[];
}

const risks = [
  { risk: 'high', name: 'High risk' },
  { risk: 'medium', name: 'Medium risk' },
  { risk: 'low', name: 'Low risk' },
] as const;

const shareOf = ({ levels }: Covered) => levels[2].share + levels[3].share;
const anchorsOf = ({ levels }: Covered) => levels[2].anchors + levels[3].anchors;

/** By how much harm poor work could do, and within that the widest gap first. */
export const groupByGap = (covered: readonly Covered[]): CoveredGroup[] =>
  risks
    .map(({ risk, name }) => ({
      name,
      rows: covered
        .filter((one) => one.risk === risk)
        .sort(
          (a, b) =>
            shareOf(a) - shareOf(b) || anchorsOf(a) - anchorsOf(b) || a.id.localeCompare(b.id),
        ),
    }))
    .filter(({ rows }) => rows.length > 0);

/** All of them under no heading, in the order of the map. */
export const inMapOrder = (covered: readonly Covered[]): CoveredGroup[] => [
  { name: undefined, rows: [...covered] },
];
