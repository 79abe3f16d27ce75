import type { State } from '../profile/state.ts';
import { checkVerdicts, countStates, type Compared, type Kept } from './compare-truth.ts';

const states: readonly State[] = [
  'meets',
  'due-for-review',
  'judgement-shown',
  'practice-seen',
  'conflict',
  'concern',
  'emerging',
  'insufficient',
  'no-evidence',
];

const truths = {
  both: 'ready in both',
  judgement: 'judgement only',
  practice: 'practice only',
  neither: 'neither',
} as const;

const share = (part: number, whole: number) =>
  whole ? `${Math.round((100 * part) / whole)} in 100` : 'none';

/** The comparison of truth and state as lines of text: a table, then what the verdicts promised. */
export function tellComparison(compared: readonly Compared[]): string[] {
  const counts = countStates(compared);
  const shown = states.filter((state) => [...counts.values()].some((row) => row.has(state)));
  const width = Math.max(...shown.map((state) => state.length)) + 2;
  const line = (name: string, cells: readonly (string | number)[]) =>
    `${name.padEnd(16)}${cells.map((cell) => String(cell).padStart(width)).join('')}`;
  const verdicts = checkVerdicts(compared);
  const kept = (name: string, { claims, right, promised }: Kept) =>
    `${name} was said of ${claims} claims and right for ${right} (${share(right, claims)}); the method promised ${share(promised, 1)}.`;
  return [
    line('what is true', shown),
    ...[...counts].map(([truth, row]) =>
      line(
        truths[truth],
        shown.map((state) => row.get(state) ?? 0),
      ),
    ),
    kept('Sound judgement', verdicts.supports),
    kept('"Not yet"', verdicts['not-yet']),
  ];
}
