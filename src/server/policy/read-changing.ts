import { may, organisation } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import { toFields } from '#domain/policy/draft-policy.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { listPolicies, type Database } from '#db';
import { readFrameworks } from '../content/read-frameworks.ts';
import { readShippedPolicy, toPolicy } from '../content/read-policy.ts';

/** The form for a change, filled in with what holds now or with what it is to start from. */
export interface Changing {
  /** The version in force, from which the change is made. */
  basedOn: string;
  fields: Record<string, string>;
  /** Where the fields come from, if not from what holds now. */
  from: string | null;
  competencies: { id: string; title: string }[];
}

/** The version of what the product comes with, as an address. */
export const shippedName = 'shipped';

/** Reads the form for a change: from what holds now, from an earlier policy, or from the shipped one. */
export async function readChanging(
  db: Database,
  viewer: Person,
  start: string | null = null,
): Promise<Result<Changing, { code: 'not-found' }>> {
  if (!may(viewer, 'change-policy', organisation)) return refuse({ code: 'not-found' });
  const [stored, shipped, { competencies }] = await Promise.all([
    listPolicies(db),
    readShippedPolicy(),
    readFrameworks(),
  ]);
  const inForce = stored.at(-1);
  if (!inForce) return refuse({ code: 'not-found' });
  const earlier = stored.find(({ version }) => version === start);
  const from =
    start === shippedName ? shipped : earlier && earlier !== inForce ? toPolicy(db, earlier) : null;
  return ok({
    basedOn: inForce.version,
    fields: toFields(from ?? toPolicy(db, inForce)),
    from: from && from.version,
    competencies: Object.entries(competencies.competencies).map(([id, { title }]) => ({
      id,
      title,
    })),
  });
}
