import { may, organisation } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import type { FieldProblem, Malformed } from '#domain/access/problem.ts';
import { londonDate } from '#domain/london-time.ts';
import { saySame } from '#domain/policy/compare-policies.ts';
import { draftPolicy } from '#domain/policy/draft-policy.ts';
import { nextVersion } from '#domain/policy/next-version.ts';
import { sayVersion } from '#domain/policy/say-version.ts';
import type { Policy } from '#domain/profile/policy.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { listPolicies, type Database } from '#db';
import { readFrameworks } from '../content/read-frameworks.ts';
import { readShippedPolicy, toPolicy } from '../content/read-policy.ts';
import { malformed } from '../malformed.ts';

/** What somebody wrote in a field of the form, or nothing where there was no such field. */
export type SentField = (name: string) => string | undefined;

/** Why a change was refused: what to put right, or that another policy was adopted meanwhile. */
export type ChangeProblem =
  | { code: 'not-found' }
  | Malformed
  /** The policy in force is no longer the one that this was made from. */
  | { code: 'overtaken'; by: string };

/** A change that could be adopted, with the policy in force that it was made from. */
export interface Drafted {
  tried: Policy;
  inForce: Policy;
  /** When the one in force was adopted. */
  since: string;
}

/** The policy that a form comes to, under the name and on the ground of another. */
export async function sentPolicy(
  field: SentField,
  base: Policy,
): Promise<Result<Policy, FieldProblem[]>> {
  const { competencies } = await readFrameworks();
  return draftPolicy(field, base, new Set(Object.keys(competencies.competencies)));
}

/** Reads a change that somebody sent. Nothing is stored. */
export async function draftChange(
  db: Database,
  viewer: Person,
  field: SentField,
  at: string,
): Promise<Result<Drafted, ChangeProblem>> {
  if (!may(viewer, 'change-policy', organisation)) return refuse({ code: 'not-found' });
  const [stored, { publish, panel }] = await Promise.all([listPolicies(db), readShippedPolicy()]);
  const newest = stored.at(-1);
  if (!newest) return refuse({ code: 'not-found' });
  const inForce = toPolicy(db, newest);
  if (field('basedOn') !== inForce.version)
    return refuse({ code: 'overtaken', by: inForce.version });
  const taken = stored.map(({ version }) => version);
  const drafted = await sentPolicy(field, {
    ...inForce,
    // What comes with the product is always that of the product.
    publish,
    panel,
    version: nextVersion(londonDate(at), taken),
    about: `Changed here from the policy of ${sayVersion(inForce.version)}. None of its figures is set by law, by a regulator or by an awarding body.`,
  });
  if (!drafted.ok) return refuse({ code: 'malformed', problems: drafted.problem });
  if (saySame(drafted.value, inForce))
    return refuse(malformed('form', 'Nothing is changed yet: change a figure or a rule.'));
  return ok({ tried: drafted.value, inForce, since: newest.adoptedAt });
}
