import type { Criterion } from './criteria.ts';
import type { Signature } from './standing-signatures.ts';

/** How far one standard of the Care Certificate is signed for. */
export interface StandardProgress {
  standard: string;
  signed: number;
  of: number;
  /** Criteria of practice that no observation was signed for yet. */
  toSee: number;
  toTell: number;
  /** The day on which the last of its criteria was signed, once all are. */
  doneAt: string | null;
}

/** Each standard with what is signed and what is left. A count of signatures, never of competence. */
export function standardsProgress(
  criteria: readonly Criterion[],
  standing: ReadonlyMap<string, Pick<Signature, 'at'>>,
): StandardProgress[] {
  return [...Map.groupBy(criteria, ({ standard }) => standard)].map(([standard, of]) => {
    const left = of.filter(({ id }) => !standing.has(id));
    const days = of.flatMap(({ id }) => standing.get(id)?.at ?? []);
    return {
      standard,
      signed: of.length - left.length,
      of: of.length,
      toSee: left.filter(({ kind }) => kind === 'practice').length,
      toTell: left.filter(({ kind }) => kind === 'knowledge').length,
      doneAt: left.length ? null : days.reduce((last, at) => (at > last ? at : last), ''),
    };
  });
}

/** How far a standard is, in words. */
export function sayProgress({ signed, toSee, toTell }: StandardProgress): string {
  if (!toSee && !toTell) return 'Every criterion signed.';
  const left = [
    ...(toTell ? [`${toTell} to explain`] : []),
    ...(toSee ? [`${toSee} to be seen at work`] : []),
  ].join(', ');
  return signed ? `${signed} signed. Still ${left}.` : `Nothing signed yet: ${left}.`;
}
