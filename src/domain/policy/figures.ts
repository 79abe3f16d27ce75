import { entrustmentWords } from '../profile/entrustment-words.ts';

/** What kind of figure stands at a place of the policy: how it is written down and said. */
export type FigureKind = 'count' | 'count-or-none' | 'hundred' | 'ratio' | 'steps' | 'trust';

/** One figure of the policy: where it stands, and what it is called. */
export interface Figure {
  /** Its place in the policy, such as `levels.2.judgement.anchors`: the name of its field too. */
  path: string;
  label: string;
  kind: FigureKind;
  /** What is counted, where the number alone would not say it. */
  unit?: keyof typeof many;
}

const many = { month: 'months', week: 'weeks', year: 'years', step: 'steps', person: 'people' };

const trim = (value: number) => Number(value.toPrecision(10));

/** A figure as it stands in its field. */
export const writeFigure = ({ kind }: Pick<Figure, 'kind'>, value: number): string =>
  String(kind === 'hundred' ? trim(value * 100) : value);

/** What somebody wrote in a figure's field, as it stands in the policy; nothing where it is no number. */
export function parseFigure({ kind }: Pick<Figure, 'kind'>, written: string): number | undefined {
  const text = written.trim().replace(',', '.');
  if (!/^-?\d{1,9}(\.\d{1,6})?$/.test(text)) return undefined;
  return kind === 'hundred' ? trim(Number(text) / 100) : Number(text);
}

/** A figure in words. */
export function sayFigure({ kind, unit }: Pick<Figure, 'kind' | 'unit'>, value: number): string {
  if (kind === 'trust') return `“${entrustmentWords[value - 1] ?? value}”`;
  if (kind === 'hundred') return `${writeFigure({ kind }, value)} in 100`;
  if (kind === 'count-or-none' && value === 0) return 'none';
  return unit ? `${value} ${value === 1 ? unit : many[unit]}` : String(value);
}

/** What may be written in a figure's field, in a sentence. */
export const figureRanges: Record<FigureKind, string> = {
  count: 'Give a whole number, 1 or more.',
  'count-or-none': 'Give a whole number, 0 or more.',
  hundred: 'Give a number from 0 to 100.',
  ratio: 'Give a number from 0 to 1, such as 0.6.',
  steps: 'Give a number above 0, such as 0.5.',
  trust: 'Choose how far the worker is trusted.',
};
