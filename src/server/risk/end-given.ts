import { z } from 'zod';
import { type Action } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { endDelegationRow, endDutyRow, listDelegations, listDutiesGiven, type Database } from '#db';
import { toMalformed } from '../malformed.ts';
import { findSubject } from '../find-subject.ts';

const Ending = z.object({
  id: z.string(),
  why: z.string().trim().min(5, 'Say why it ends.').max(1000, 'Use 1,000 characters or fewer.'),
});

/** Ends something that was given to somebody, with a reason. It stays in the history. */
const ending =
  (
    permission: Action,
    list: (db: Database, at: string, personId: string) => Promise<readonly { id: string }[]>,
    end: typeof endDutyRow,
  ) =>
  async (
    db: Database,
    manager: Person,
    personId: string,
    body: unknown,
    at = new Date().toISOString(),
  ): Promise<Result<void, Malformed | { code: 'not-found' }>> => {
    if (!(await findSubject(db, manager, permission, personId)))
      return refuse({ code: 'not-found' });
    const parsed = Ending.safeParse(body);
    if (!parsed.success) return refuse(toMalformed(parsed.error));
    const { id, why } = parsed.data;
    const held = await list(db, at, personId);
    if (!held.some((one) => one.id === id)) return refuse({ code: 'not-found' });
    await end(db, id, { endedAt: at, endedBy: manager.id, endedWhy: why });
    return ok(undefined);
  };

/** Takes a duty from somebody. */
export const endDuty = ending('give-duty', listDutiesGiven, endDutyRow);

/** Ends a delegated task. Either side can withdraw it at any time. */
export const endDelegation = ending('record-delegation', listDelegations, endDelegationRow);
