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
