import { may, organisation } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import { comparePolicies, saySame } from '#domain/policy/compare-policies.ts';
import type { Adopted, PolicyPage } from '#domain/policy/policy-page.ts';
import type { Policy } from '#domain/profile/policy.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { listPeople, listPolicies, type Database, type StoredPolicy } from '#db';
import { readFrameworks } from '../content/read-frameworks.ts';
import { readShippedPolicy, toPolicy } from '../content/read-policy.ts';

/** Reads the policy in force, or one of any version that was ever adopted here. */
export async function readPolicyPage(
  db: Database,
  viewer: Person,
  version?: string,
): Promise<Result<PolicyPage, { code: 'not-found' }>> {
  if (!may(viewer, 'read-policy')) return refuse({ code: 'not-found' });
  const [stored, people, { competencies }] = await Promise.all([
    listPolicies(db),
    listPeople(db),
    readFrameworks(),
  ]);
  const at = version === undefined ? stored.length - 1 : stored.findIndex(isVersion(version));
  const row = stored[at];
  if (!row) return refuse({ code: 'not-found' });
  const known = competencies.competencies;
  const titles = Object.fromEntries(Object.entries(known).map(([id, { title }]) => [id, title]));
  const titleOf = (id: string) => titles[id] ?? id;
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const toAdopted = (one: StoredPolicy): Adopted => ({
    version: one.version,
    adoptedAt: one.adoptedAt,
    adoptedBy: one.adoptedBy && (nameOf.get(one.adoptedBy) ?? 'Somebody'),
    reason: one.reason,
  });
  const policy = toPolicy(db, row);
  const earlier = stored[at - 1];
  const inForce = at === stored.length - 1;
  const all = stored.map((one) => toPolicy(db, one));
  const offered =
    inForce && may(viewer, 'change-policy', organisation) ? await findProposal(all) : null;
  return ok({
    policy,
    adopted: toAdopted(row),
    inForce,
    until: stored[at + 1]?.adoptedAt ?? null,
    before: earlier
      ? {
          version: earlier.version,
          changes: comparePolicies(toPolicy(db, earlier), policy, titleOf),
        }
      : null,
    others: stored
      .filter((one) => one !== row)
      .map(toAdopted)
      .reverse(),
    proposal: offered && {
      version: offered.version,
      changes: comparePolicies(policy, offered, titleOf),
    },
    titles,
  });
}

const isVersion = (version: string) => (one: StoredPolicy) => one.version === version;

/** What the product comes with now, where nothing that says the same was ever adopted. */
async function findProposal(adopted: readonly Policy[]): Promise<Policy | null> {
  const shipped = await readShippedPolicy();
  const isKnown = adopted.some((one) => one.version === shipped.version || saySame(one, shipped));
  return isKnown ? null : shipped;
}
