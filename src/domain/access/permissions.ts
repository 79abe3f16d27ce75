import type { Actor, Person } from './person.ts';

/**
 * How somebody stands to whose record an action is about. A `stranger` is anybody who is not signed in
 * to this organisation.
 */
export const relations = ['self', 'same-service', 'other-service', 'stranger'] as const;
export type Relation = (typeof relations)[number];

/** What somebody acts as: their role, or the little that a PIN on a shared tablet is good for. */
export const standings = ['worker', 'assessor', 'manager', 'tablet'] as const;
export type Standing = (typeof standings)[number];

type Rule = Readonly<Record<Relation, readonly Standing[]>>;

const nobody: readonly Standing[] = [];
const everyone: readonly Standing[] = ['worker', 'assessor', 'manager', 'tablet'];
const byPassword: readonly Standing[] = ['worker', 'assessor', 'manager'];
const observers: readonly Standing[] = ['assessor', 'manager'];
const managers: readonly Standing[] = ['manager'];

/** Most things are closed to other services, and all but nothing is open to strangers. */
const rule = (
  self: readonly Standing[],
  sameService: readonly Standing[],
  otherService: readonly Standing[] = nobody,
): Rule => ({
  self,
  'same-service': sameService,
  'other-service': otherService,
  stranger: nobody,
});

/**
 * Who may do what, to their own record, to that of somebody at a service of theirs, and to that of
 * others. What is not listed here is refused. docs/permissions.md prints it.
 */
export const permissions = {
  play: rule(everyone, nobody),
  'read-record': rule(everyone, observers),
  'read-team': rule(observers, observers),
  'read-library': rule(observers, observers),
  // Nobody observes themselves: judging one's own practice is reflection, not evidence of it.
  observe: rule(nobody, observers),
  'reply-to-observation': rule(byPassword, nobody),
  'record-debrief': rule(nobody, observers),
  assign: rule(managers, managers),
  'add-person': rule(managers, managers),
  'reset-access': rule(nobody, managers),

  // Where everybody stands, what needs somebody today, and the pages about the service as a whole.
  'read-today': rule(observers, observers),
  'read-outcomes': rule(observers, observers),
  'read-pack': rule(managers, managers),
  // Everybody may know the rules that are applied to them.
  'read-policy': rule(everyone, everyone, everyone),
  // The same for all services, so only for whoever belongs to all of them.
  'change-policy': rule(managers, managers),
  'set-requirements': rule(managers, managers),
  'list-needs': rule(managers, managers),

  // Nobody marks, discusses, signs for or closes anything about themselves.
  'mark-reasons': rule(nobody, observers),
  'hold-discussion': rule(nobody, observers),
  'write-account': rule(byPassword, nobody),
  'answer-account': rule(nobody, observers),
  'record-witness': rule(nobody, observers),
  'sign-certificate': rule(nobody, observers),
  arrange: rule(nobody, observers),
  supervise: rule(nobody, observers),
  'note-supervision': rule(byPassword, observers),
  'give-duty': rule(nobody, managers),
  'record-delegation': rule(nobody, managers),
  'act-on-alert': rule(nobody, observers),
  // Training is no judgement of anybody, so a manager may enter their own.
  'record-training': rule(managers, managers),
  // One's own ratings of vignettes are one's own; how all observers lean is for managers.
  calibrate: rule(observers, nobody),
  'read-calibration': rule(managers, managers),

  // People and places. Nobody lets themselves in elsewhere, or out of what is kept.
  'keep-own-access': rule(byPassword, nobody),
  'manage-services': rule(managers, managers),
  'enrol-tablet': rule(managers, managers),
  'move-person': rule(nobody, managers),
  'record-leaving': rule(nobody, managers),
  'import-staff': rule(managers, managers),
  'export-record': rule(byPassword, managers),
  'erase-record': rule(nobody, managers),
  'read-retention': rule(managers, managers),
  'read-readings': rule(byPassword, observers),
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof permissions;

/** Whose record an action is about; of a service itself, that service alone. */
export type Subject = Pick<Person, 'id' | 'services' | 'leftAt'> &
  Partial<Pick<Person, 'role' | 'everywhere'>>;

/**
 * What decides about somebody at all their services at once, so that one of them is not enough. A new
 * way in opens all that somebody may do elsewhere; what a worker may do is to play as themselves.
 */
const decidesAboutAll: Partial<Record<Action, (subject: Subject) => boolean>> = {
  'reset-access': ({ role }) => role !== 'worker',
  'record-leaving': () => true,
  'erase-record': () => true,
};

/** Whether somebody belongs to every service that the subject does. */
const answersForAll = (actor: Actor, { services, everywhere }: Subject): boolean =>
  actor.everywhere || (!everywhere && services.every((id) => actor.services.includes(id)));

/** What nobody does with somebody who has left: it looks ahead, or would let them in again. */
export const notAfterLeaving: ReadonlySet<Action> = new Set([
  ...(['assign', 'arrange', 'record-delegation', 'move-person', 'reset-access'] as const),
]);

/** What holds for every service at once is everybody's there: only whoever is everywhere acts on it. */
export const organisation = 'organisation';

/** What somebody acts as now. */
export const standingOf = ({ role, onTablet }: Pick<Actor, 'role' | 'onTablet'>): Standing =>
  onTablet ? 'tablet' : role;

/** How somebody stands to a subject, or to the organisation as a whole. */
export function relationTo(actor: Actor | null, subject: Subject | typeof organisation): Relation {
  if (!actor) return 'stranger';
  if (subject === organisation) return actor.everywhere ? 'same-service' : 'other-service';
  if (subject.id === actor.id) return 'self';
  const shares = actor.everywhere || subject.services.some((id) => actor.services.includes(id));
  return shares ? 'same-service' : 'other-service';
}

/** Whether somebody works where the subject does, or is the subject: whom their lists are about. */
export const reaches = (actor: Actor, subject: Subject): boolean =>
  ['self', 'same-service'].includes(relationTo(actor, subject));

/**
 * Whether somebody may do this to the record of the subject. Where none is named, only what they may do
 * to everybody at their services, themselves included, is allowed.
 */
export function may(
  actor: Actor | null,
  action: Action,
  subject?: Subject | typeof organisation,
): boolean {
  if (!actor || actor.leftAt) return false;
  const allowed = (relation: Relation) =>
    (permissions[action] as Rule)[relation].includes(standingOf(actor));
  if (subject === undefined) return allowed('self') && allowed('same-service');
  if (typeof subject === 'object') {
    if (subject.leftAt && notAfterLeaving.has(action)) return false;
    if (decidesAboutAll[action]?.(subject) && !answersForAll(actor, subject)) return false;
  }
  return allowed(relationTo(actor, subject));
}
