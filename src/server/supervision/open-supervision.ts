import { z } from 'zod';
import type { Person } from '#domain/access/person.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { londonDate, sayDate } from '#domain/london-time.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { insertSupervision, listSupervisions, type Database } from '#db';
import { inTurn } from '../in-turn.ts';
import { malformed, toMalformed } from '../malformed.ts';
import { FormId, storeOnce } from '../store-once.ts';
import { findSubject } from '../find-subject.ts';

const Opening = z.object({
  formId: FormId,
  onDay: z.iso.date('Give the day, month and year.'),
});

/** Opens a supervision with somebody for a day. From then on the worker can read its sheet. */
export async function openSupervision(
  db: Database,
  holder: Person,
  personId: string,
  body: unknown,
  at = new Date().toISOString(),
): Promise<Result<{ id: string }, Malformed | { code: 'not-found' }>> {
  if (!(await findSubject(db, holder, 'supervise', personId))) return refuse({ code: 'not-found' });
  const parsed = Opening.safeParse(body);
  if (!parsed.success) return refuse(toMalformed(parsed.error));
  const { formId, onDay } = parsed.data;
  if (onDay < londonDate(at)) return refuse(malformed('onDay', 'Choose today or a later day.'));
  return inTurn(`supervise ${personId}`, async () => {
    const mine = async () =>
      (await listSupervisions(db, undefined, personId)).filter(
        ({ holderId }) => holderId === holder.id,
      );
    const isOpen = ({ heldAt }: { heldAt: string | null }) => heldAt === null;
    const open = (await mine()).find(isOpen);
    if (open && open.onDay !== onDay)
      return refuse(
        malformed('onDay', `Yours of ${sayDate(open.onDay)} is still open. Hold that one first.`),
      );
    const row = { personId, holderId: holder.id, onDay };
    // Pressed twice: the one already there is the one to go on with.
    if (open) return ok({ id: open.id });
    await storeOnce(formId, row, (id) => insertSupervision(db, { id, ...row, openedAt: at }));
    const all = await mine();
    // A kept page sent again after it was held opens none: it leads to the one that it opened.
    return ok({ id: (all.find(isOpen) ?? all.find((one) => one.onDay === onDay))!.id });
  });
}
