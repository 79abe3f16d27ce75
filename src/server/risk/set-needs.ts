import { z } from 'zod';
import { may } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { insertNeeds, type Database } from '#db';
import { readRisk } from '../content/read-risk.ts';
import { malformed, toMalformed } from '../malformed.ts';
import { FormId, storeOnce } from '../store-once.ts';
import { chooseService } from '../places/choose-service.ts';

const Ticking = z.object({
  formId: FormId,
  service: z.string().optional(),
  needs: z.array(z.string()),
});

/** Sets what the people supported by one service need: names of needs, never of people. */
export async function setNeeds(
  db: Database,
  manager: Person,
  body: unknown,
  at = new Date().toISOString(),
): Promise<Result<void, Malformed | { code: 'not-found' }>> {
  if (!may(manager, 'list-needs')) return refuse({ code: 'not-found' });
  const parsed = Ticking.safeParse(body);
  if (!parsed.success) return refuse(toMalformed(parsed.error));
  const { formId, needs } = parsed.data;
  const service = await chooseService(db, manager, parsed.data.service);
  if (!service) return refuse({ code: 'not-found' });
  const catalogue = (await readRisk()).needs.needs;
  if (needs.some((id) => !Object.hasOwn(catalogue, id)))
    return refuse(malformed('needs', 'Choose needs from the list.'));
  const row = { serviceId: service.id, needs: [...new Set(needs)], setBy: manager.id };
  await storeOnce(formId, row, (id) => insertNeeds(db, { id, ...row, at }));
  return ok(undefined);
}
