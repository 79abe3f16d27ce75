import type { State } from './state-words.ts';

interface Shape {
  /** Whether a ring of radius 8 goes round it. */
  ring: boolean;
  /** What is filled, on a square of 20. */
  fill?: string;
  /** What is drawn as a line, on a square of 20. */
  line?: string;
}

/** How each state is drawn; the ring fills as more is known. */
export const stateShapes: Record<State, Shape> = {
  'no-evidence': { ring: true },
  insufficient: { ring: true, fill: 'M10 10V2a8 8 0 0 1 8 8z' },
  emerging: { ring: true, fill: 'M10 2a8 8 0 0 1 0 16z' },
  'judgement-shown': { ring: true, fill: 'M10 10V2a8 8 0 1 1-8 8z' },
  'practice-seen': { ring: true, fill: 'M10 10v8a8 8 0 1 1 8-8z' },
  meets: { ring: true, fill: 'M10 2a8 8 0 1 1 0 16a8 8 0 1 1 0-16z' },
  concern: { ring: false, fill: 'M10 1.5 19.2 18H.8z' },
  conflict: { ring: false, line: 'M2 6.5h15M13 2.5l4 4-4 4M18 13.5H3M7 9.5l-4 4 4 4' },
  'due-for-review': { ring: false, line: 'M16.6 6.6A7.5 7.5 0 1 0 17.5 10M17.6 2.4v4.7h-4.7' },
};
