import { insertPolicy, listPolicies, type Database } from '#db';
import { readShippedPolicy } from './read-policy.ts';

/**
 * Gives a service that has no policy yet the one that the product comes with. Later ones are adopted
 * by a person: what comes with an upgrade is only a proposal.
 */
export async function adoptShippedPolicy(
  db: Database,
  at = new Date().toISOString(),
): Promise<void> {
  if ((await listPolicies(db)).length) return;
  const policy = await readShippedPolicy();
  await insertPolicy(db, {
    version: policy.version,
    content: JSON.stringify(policy),
    reason: 'What In Practice comes with.',
    adoptedBy: null,
    adoptedAt: at,
  });
}
