import type { Discussed } from '../evidence/evidence.ts';

/** The discussions that stand for a claim: of rows about the same thing, what they come to together. */
export function standingDiscussions(
  discussed: readonly Discussed[],
  claim: { competency: string; level: number },
): Discussed[] {
  const about = discussed.filter((row) => row.competency === claim.competency);
  return [...Map.groupBy(about, ({ about }) => about).values()].flatMap((rows) => {
    const row = standing(rows);
    return row && row.shown && row.level >= claim.level ? [row] : [];
  });
}

/**
 * What was settled last holds. Two markers who differ and have not talked leave nothing that stands:
 * both marks are kept and neither is averaged away.
 */
function standing(rows: readonly Discussed[]): Discussed | undefined {
  const settled = newest(rows.filter(({ step }) => step === 'settled'));
  if (settled) return settled;
  const first = newest(rows.filter(({ step }) => step === 'first'));
  const differs = rows.some(({ step, shown }) => step === 'second' && shown !== first?.shown);
  return differs ? undefined : first;
}

const newest = (rows: readonly Discussed[]): Discussed | undefined =>
  rows.reduce<Discussed | undefined>(
    (last, row) =>
      !last || row.at > last.at || (row.at === last.at && row.id > last.id) ? row : last,
    undefined,
  );
