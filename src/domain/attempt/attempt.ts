import type { Moment } from '../scenario/moment.ts';

/** One worker's run through one version of a scenario. Only the first, assessed one is evidence. */
export interface Attempt {
  id: string;
  personId: string;
  slug: string;
  versionHash: string;
  mode: 'assessed' | 'practice';
  /** Orders the options; the same for the whole attempt. */
  seed: number;
  /** The number of the next move. */
  step: number;
  moment: Moment;
  startedAt: string;
  finishedAt: string | null;
}

export type Confidence = 'unsure' | 'fairly-sure' | 'sure';

/** A move as it was made and kept. */
export interface MadeMove {
  id: string;
  step: number;
  kind: 'decide' | 'find' | 'go-on';
  scene: string;
  choice: string;
  offered: string[];
  confidence: Confidence | null;
  worldBefore: Moment['world'];
  dwellMs: number | null;
  at: string;
}
