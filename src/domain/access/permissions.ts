import type { Person, Role } from './person.ts';

/** Whether an action is about the actor's own record or somebody else's. */
export type Relation = 'self' | 'other';

type Rule = Record<Relation, readonly Role[]>;

const everyone: readonly Role[] = ['worker', 'assessor', 'manager'];
const observers: readonly Role[] = ['assessor', 'manager'];
const managers: readonly Role[] = ['manager'];
const nobody: readonly Role[] = [];

/** Who may do what, to their own record and to another's. What is not listed here is refused. */
export const permissions = {
  play: { self: everyone, other: nobody },
  'read-record': { self: everyone, other: observers },
  'read-team': { self: observers, other: observers },
  'read-library': { self: observers, other: observers },
  // Nobody observes themselves: judging one's own practice is reflection, not evidence of it.
  observe: { self: nobody, other: observers },
  'reply-to-observation': { self: everyone, other: nobody },
  'record-debrief': { self: nobody, other: observers },
  assign: { self: managers, other: managers },
  'add-person': { self: managers, other: managers },
  'reset-access': { self: nobody, other: managers },

  // Where everybody stands, what needs somebody today, and the pages about the service as a whole.
  'read-today': { self: observers, other: observers },
  'read-outcomes': { self: observers, other: observers },
  'read-pack': { self: managers, other: managers },
  // Everybody may know the rules that are applied to them.
  'read-policy': { self: everyone, other: everyone },
  'change-policy': { self: managers, other: managers },
  'set-requirements': { self: managers, other: managers },
  'list-needs': { self: managers, other: managers },

  // Nobody marks, discusses, signs for or closes anything about themselves.
  'mark-reasons': { self: nobody, other: observers },
  'hold-discussion': { self: nobody, other: observers },
  'write-account': { self: everyone, other: nobody },
  'answer-account': { self: nobody, other: observers },
  'record-witness': { self: nobody, other: observers },
  'sign-certificate': { self: nobody, other: observers },
  arrange: { self: nobody, other: observers },
  supervise: { self: nobody, other: observers },
  'note-supervision': { self: everyone, other: observers },
  'give-duty': { self: nobody, other: managers },
  'record-delegation': { self: nobody, other: managers },
  'act-on-alert': { self: nobody, other: observers },
  // Training is no judgement of anybody, so a manager may enter their own.
  'record-training': { self: managers, other: managers },
  // One's own ratings of vignettes are one's own; how all observers lean is for managers.
  calibrate: { self: observers, other: nobody },
  'read-calibration': { self: managers, other: managers },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof permissions;

/**
 * Whether somebody may do this to the record of the person named. Where nobody is named, only what
 * they may do to everybody, themselves included, is allowed.
 */
export function may(
  actor: Pick<Person, 'id' | 'role'>,
  action: Action,
  subjectId?: string,
): boolean {
  const rule: Rule = permissions[action];
  const allowed = (relation: Relation) => rule[relation].includes(actor.role);
  if (subjectId === undefined) return allowed('self') && allowed('other');
  return allowed(subjectId === actor.id ? 'self' : 'other');
}
