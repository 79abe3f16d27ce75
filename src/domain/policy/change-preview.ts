import type { Person } from '../access/person.ts';
import type { SectionChange } from './compare-policies.ts';
import type { StateChange } from './compare-standings.ts';

/** What a policy would change if it were adopted now. */
export interface ChangePreview {
  changes: SectionChange[];
  /** Parts whose figures change while their sentence stays: to be read again. */
  sameWords: SectionChange[];
  /** Whose states would change, by name, each with why. */
  people: { person: Person; states: (StateChange & { title: string })[] }[];
  /** How many states change, and how many there are of workers with any evidence at all. */
  changing: number;
  staying: number;
  /** How many workers were looked at. */
  workers: number;
  /** States that are hidden while the viewer writes down what they saw. */
  hidden: number;
}
