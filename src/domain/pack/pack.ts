import type { Person } from '../access/person.ts';
import type { Policy } from '../profile/policy.ts';
import type { State } from '../profile/state.ts';
import type { Cover } from '../risk/confirmed.ts';
import type { SignOff } from '../risk/sign-off.ts';
import type { Level } from '../scenario/words.ts';
import type { HowShown } from './how-shown.ts';
import type { Place } from './key-questions.ts';

export type Named = Pick<Person, 'id' | 'name'>;

/** A duty or a delegated task that somebody carries. */
export interface PackTask {
  person: Named;
  title: string;
  /** Who gave it: a name here, or the professional who delegated it. */
  by: string;
  since: string;
  /** The sign-off of a delegated task. */
  signOff: { signedOn: string; reviewOn: string; status: SignOff } | null;
  rests: { competency: string; level: Level; state: State | null }[];
  /** How far all of what it rests on is confirmed, or hidden while any of it is. */
  cover: Cover | 'hidden';
  /** What it rests on is confirmed and its sign-off is live: they may do it alone. */
  alone: boolean;
  question: string;
}

/** One competency of one person: how it was shown, by whom, when, and when it is next due. */
export interface PackCompetence {
  person: Named;
  competency: string;
  title: string;
  level: Level;
  /** The role, or something they carry, needs it at this level. */
  needed: boolean;
  /** Nothing while the viewer's own observation hides it. */
  shown: (Omit<HowShown, 'observers'> & { observers: string[] }) | null;
  question: string;
}

/** Something that is needed and not confirmed, with what would settle it. */
export interface PackGap {
  person: Named;
  competency: string;
  title: string;
  level: Level;
  state: State;
  next: string;
  question: string;
}

/** Something that was decided: about an alert, or agreed in supervision. */
export interface PackAction {
  person: Named;
  kind: 'alert' | 'agreed';
  what: string;
  because: string;
  owner: string | null;
  action: string | null;
  dueOn: string | null;
  outcome: string | null;
  state: string;
}

export interface PackTraining {
  person: Named;
  subject: string;
  kind: 'training' | 'brought';
  completedOn: string;
  expiresOn: string | null;
  runOut: boolean;
}

export interface PackPerson extends Named {
  role: string;
  startedOn: string;
  /** Standards of the Care Certificate that are complete here, of all. */
  standards: { done: number; of: number };
  /** The certificate that another body issued, where one is recorded. */
  holds: { title: string; completedOn: string } | null;
}

/** What was recorded by the end of a day, for whoever inspects. It predicts no rating. */
export interface Pack {
  people: PackPerson[];
  questions: { name: string; about: string }[];
  places: Record<string, Place>;
  tasks: PackTask[];
  competence: PackCompetence[];
  gaps: PackGap[];
  actions: PackAction[];
  training: PackTraining[];
  supervision: { person: Named; heldOn: string; by: string }[];
  policy: Pick<Policy, 'version' | 'status'>;
  /** The edition of the key questions, and how sure we are of it. */
  framework: { title: string; edition: string; confidence: string; changing: string };
}
