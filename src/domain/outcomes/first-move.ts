import type { MadeMove } from '../attempt/attempt.ts';

/** One move of somebody's first go at a scenario, with what it was worth. Says of nobody who they are. */
export interface FirstMove extends Pick<
  MadeMove,
  'step' | 'kind' | 'scene' | 'choice' | 'offered' | 'confidence' | 'worldBefore'
> {
  /** Tells goes apart. */
  attempt: string;
  /** Mean credit over the competencies of the decision; null where it has none. */
  credit: number | null;
  harmful: boolean;
}
