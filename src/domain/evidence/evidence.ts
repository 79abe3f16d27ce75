import type { AssessedDecision } from './assess-decision.ts';

/** A dated line of evidence from one decision. Added to, never edited. */
export interface Evidence extends AssessedDecision {
  id: string;
  attemptId: string;
  moveId: string;
  slug: string;
  /** Which form of the scenario it was decided in; empty where there is only one. */
  form: string;
  /** The scenario version whose key it was read by. */
  versionHash: string;
  at: string;
  /** When its attempt ended. Until then only harm counts: half a path is no fair total. */
  finishedAt: string | null;
}

/** What one signed observation says about one competency. */
export interface Seen {
  observationId: string;
  observerId: string;
  competency: string;
  /** 1 watch only · 2 someone beside · 3 someone nearby · 4 alone within limits · 5 can guide others. */
  entrustment: number;
  task: string;
  observedAt: string;
  signedAt: string;
  /** When a later observation corrected this one, or null while it stands. */
  supersededAt: string | null;
}

/** A recorded conversation about harm chosen in an attempt. */
export interface Debriefed {
  attemptId: string;
  /** Who held it. */
  by: string;
  at: string;
}

/** What somebody concluded from a worker's reasons, about one competency. Added to, never edited. */
export interface Discussed {
  id: string;
  /** A discussion held, a rationale marked, or a reflective account answered. */
  source: 'discussion' | 'marking' | 'account';
  /** What it is about: rows about the same thing correct or answer one another. */
  about: string;
  /** The first word, a second marker's word of their own, or what was settled afterwards. */
  step: 'first' | 'second' | 'settled';
  competency: string;
  level: number;
  /** Whether the reasons show the level. */
  shown: boolean;
  by: string;
  at: string;
}

/** Everything that a profile is folded from. */
export interface Record {
  evidence: Evidence[];
  seen: Seen[];
  debriefed: Debriefed[];
  discussed: Discussed[];
}
