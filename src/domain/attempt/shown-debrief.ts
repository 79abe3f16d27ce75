import type { Person } from '../access/person.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { Attempt } from './attempt.ts';
import type { Debrief } from './build-debrief.ts';

/** A finished attempt as its worker, or somebody who may read their record, sees it. */
export interface ShownDebrief {
  person: Person;
  own: boolean;
  attempt: Attempt;
  /** How its worker had signed in, in words. */
  signedIn: string;
  scenario: Scenario;
  debrief: Debrief;
  titles: Record<string, string>;
  indicators: Record<string, string>;
  reflection: { words: string; shared: boolean; at: string } | null;
  /** Conversations held about it. */
  talks: { heldOn: string; words: string; by: string }[];
}
