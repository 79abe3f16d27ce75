import type { Discussed } from '../evidence/evidence.ts';
import type { MarkOf } from './conclude-marks.ts';
import { standingDiscussions } from './standing-discussions.ts';

interface Common {
  /** What it is about: the first discussion, the move, or the account. */
  id: string;
  competencies: { id: string; title: string }[];
  level: number;
  /** When the last was said about it. */
  at: string;
  /** Whether it stands for its level now. */
  counts: boolean;
}

/** A discussion with its corrections: the newest first. */
export interface ConcludedDiscussion extends Common {
  kind: 'discussion';
  said: {
    id: string;
    by: string;
    heldOn: string;
    probed: string;
    shown: string;
    outcome: 'shown' | 'not-yet';
    level: number;
    at: string;
  }[];
  /** Whether the reader may correct it. */
  mayCorrect: boolean;
}

/** Reasons that were marked. Without marks for whoever could still be the second marker. */
export interface ConcludedMarking extends Common {
  kind: 'marking';
  attemptId: string;
  scenario: string;
  scene: string;
  words: string;
  stage: 'unmarked' | 'second-due' | 'differ' | 'done';
  markings: {
    round: number;
    by: string;
    at: string;
    outcome: 'shown' | 'not-yet';
    marks: { indicator: string; text: string; mark: MarkOf; reason: string }[];
  }[];
  withheld: boolean;
  talks: { by: string; heldOn: string; words: string; outcome: 'shown' | 'not-yet' }[];
}

/** A reflective account that was answered. */
export interface ConcludedAccount extends Common {
  kind: 'account';
  happenedOn: string;
  words: string;
  answer: { by: string; accepted: boolean; words: string; at: string };
}

/** What was concluded from somebody's reasons, in one of three ways. */
export type Concluded = ConcludedDiscussion | ConcludedMarking | ConcludedAccount;

/** Whether what was said about one thing stands for its level, by the rows that the profile is folded from. */
export const standsNow = (discussed: readonly Discussed[], about: string, level: number): boolean =>
  discussed
    .filter((row) => row.about === about)
    .some((row, _, rows) => standingDiscussions(rows, { ...row, level }).length > 0);
