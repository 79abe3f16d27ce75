import type { Person } from '#domain/access/person.ts';
import { listPeople, listSupervisions, type Database } from '#db';

/** The supervisions of somebody's own that have not been held, the soonest first. */
export async function listComing(
  db: Database,
  { id }: Pick<Person, 'id'>,
  at = new Date().toISOString(),
): Promise<{ id: string; onDay: string; holder: string; seenAt: string | null }[]> {
  const open = (await listSupervisions(db, at, id)).filter(({ heldAt }) => heldAt === null);
  if (!open.length) return [];
  const names = new Map((await listPeople(db)).map((one) => [one.id, one.name]));
  return open
    .map(({ id: sheet, onDay, holderId, seenAt }) => ({
      id: sheet,
      onDay,
      holder: names.get(holderId) ?? 'Somebody',
      seenAt,
    }))
    .reverse();
}
