import type { Pending } from '#domain/arrange/arranged.ts';
import { listAskedObservations, listAskedToPlay, listBookings, type Database } from '#db';

/** What is asked for and booked and has not happened by a time, of one person or of everybody: three queries. */
export async function readPending(
  db: Database,
  at: string,
  personId: string | null = null,
): Promise<Pending> {
  const [observations, bookings, plays] = await Promise.all([
    listAskedObservations(db, at, personId),
    listBookings(db, at, personId),
    listAskedToPlay(db, at, personId),
  ]);
  return { observations, bookings, plays };
}
