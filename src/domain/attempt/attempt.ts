import type { SignedInWay } from '../access/signed-in.ts';
import type { Moment } from '../scenario/moment.ts';

/** One worker's run through one version of a scenario. Only the first, assessed one is evidence. */
export interface Attempt {
  id: string;
  personId: string;
  slug: string;
  versionHash: string;
  /** Which of its equal forms is told; empty where there is only one. */
  form: string;
  mode: 'assessed' | 'practice';
  /** Orders the options; the same for the whole attempt. */
  seed: number;
  /** The number of the next move. */
  step: number;
  moment: Moment;
  startedAt: string;
  finishedAt: string | null;
  /** The move that led into the present scene; null in the first. Kept so that a move costs one read. */
  arrivedBy: Arrival | null;
  /** The weakest way in which its worker had signed in at any of its moves. */
  signedIn: SignedInWay;
}

/** As much of a move as is told again in the scene that it led to. */
export type Arrival = Pick<MadeMove, 'kind' | 'scene' | 'choice' | 'worldBefore'> & {
  words?: string;
};

export type Confidence = 'unsure' | 'fairly-sure' | 'sure';

/** A move as it was made and kept. */
export interface MadeMove {
  id: string;
  step: number;
  kind: 'decide' | 'find' | 'turn' | 'go-on';
  scene: string;
  /** The find, the strand, or the answer to the decision. */
  choice: string;
  /** Reasons in the worker's own words, where a decision asked for them. */
  words: string | null;
  offered: string[];
  confidence: Confidence | null;
  worldBefore: Moment['world'];
  dwellMs: number | null;
  at: string;
}
