import { z } from 'zod';
import { may, organisation } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { insertRequirement, type Database } from '#db';
import { readFrameworks } from '../content/read-frameworks.ts';
import { malformed, toMalformed } from '../malformed.ts';
import { FormId, storeOnce } from '../store-once.ts';
import { readRequirements } from './read-requirements.ts';

const Setting = z.object({
  formId: FormId,
  /** By competency: empty where it is not needed. */
  needs: z.record(z.string(), z.enum(['', '2', '3'], 'Choose from the list.')),
  reason: z
    .string()
    .trim()
    .min(10, 'Say why, in a sentence.')
    .max(1000, 'Use 1,000 characters or fewer.'),
});

/** Sets what a role category needs here from now on. */
export async function setRequirement(
  db: Database,
  manager: Person,
  category: string,
  body: unknown,
  at = new Date().toISOString(),
): Promise<Result<void, Malformed | { code: 'not-found' }>> {
  if (!may(manager, 'set-requirements', organisation)) return refuse({ code: 'not-found' });
  const standing = (await readRequirements(db, at)).get(category);
  if (!standing) return refuse({ code: 'not-found' });
  const parsed = Setting.safeParse(body);
  if (!parsed.success) return refuse(toMalformed(parsed.error));
  const { formId, needs: asked, reason } = parsed.data;
  const { competencies } = (await readFrameworks()).competencies;
  const needs: Record<string, 2 | 3> = {};
  for (const [id, level] of Object.entries(asked)) {
    if (!Object.hasOwn(competencies, id))
      return refuse(malformed('needs', 'Choose competencies of the map.'));
    if (level) needs[id] = level === '2' ? 2 : 3;
  }
  if (!Object.keys(needs).length)
    return refuse(malformed('needs', 'Choose at least one thing that the role needs.'));
  const row = { category, needs, reason, setBy: manager.id };
  await storeOnce(formId, row, (id) => insertRequirement(db, { id, ...row, at }));
  return ok(undefined);
}
