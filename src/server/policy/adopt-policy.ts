import { may, organisation } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import type { FieldProblem } from '#domain/access/problem.ts';
import { comparePolicies, withSameWords } from '#domain/policy/compare-policies.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { insertPolicyAfter, listPolicies, type Database, type StoredPolicy } from '#db';
import { toPolicy } from '../content/read-policy.ts';
import { draftChange, sentPolicy, type ChangeProblem, type SentField } from './draft-change.ts';

/**
 * Adopts a changed policy: a new version that holds from now on. Every version before it stays, and
 * what was said under it. Sent twice, the second time is answered as done.
 */
export async function adoptPolicy(
  db: Database,
  manager: Person,
  field: SentField,
  at = new Date().toISOString(),
): Promise<Result<{ version: string }, ChangeProblem>> {
  if (!may(manager, 'change-policy', organisation)) return refuse({ code: 'not-found' });
  const drafted = await draftChange(db, manager, field, at);
  if (!drafted.ok) {
    if (drafted.problem.code !== 'overtaken') return drafted;
    const before = await findAdopted(db, manager, field);
    return before ? ok({ version: before.version }) : drafted;
  }
  const { tried, inForce, since } = drafted.value;
  const reason = toReason(field);
  const problems: FieldProblem[] = [];
  // A figure is shown beside its sentence: nobody may adopt the two apart without having read both.
  const sameWords = withSameWords(comparePolicies(inForce, tried));
  if (sameWords.length && field('wordsHold') !== 'on')
    problems.push({
      field: 'wordsHold',
      message: 'Say that the sentences are still true, or change them.',
    });
  if (reason.length < 10)
    problems.push({ field: 'reason', message: 'Say why, in a sentence. Everybody can read it.' });
  if (reason.length > 2000)
    problems.push({ field: 'reason', message: 'Use 2,000 characters or fewer for why.' });
  if (problems.length) return refuse({ code: 'malformed', problems });
  const { version } = tried;
  const content = JSON.stringify(tried);
  // Never before the one it follows, whatever a clock says: the newest is what holds.
  const adoptedAt = at < since ? since : at;
  const row = { version, content, reason, adoptedBy: manager.id, adoptedAt };
  await insertPolicyAfter(db, row, inForce.version);
  const newest = (await listPolicies(db)).at(-1)!;
  const isMine = newest.content === content && newest.adoptedBy === manager.id;
  return isMine ? ok({ version }) : refuse({ code: 'overtaken', by: newest.version });
}

const toReason = (field: SentField): string => (field('reason') ?? '').trim();

/** The policy that this very form has made already, where it was sent before. */
async function findAdopted(
  db: Database,
  manager: Person,
  field: SentField,
): Promise<StoredPolicy | undefined> {
  const stored = await listPolicies(db);
  const row = stored[stored.findIndex(({ version }) => version === field('basedOn')) + 1];
  if (!row || row.adoptedBy !== manager.id || row.reason !== toReason(field)) return undefined;
  const same = await sentPolicy(field, toPolicy(db, row));
  return same.ok && JSON.stringify(same.value) === row.content ? row : undefined;
}
