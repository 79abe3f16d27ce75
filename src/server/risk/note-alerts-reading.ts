import type { Person } from '#domain/access/person.ts';
import type { Database } from '#db';
import { noteFirstReadings } from '../note-reading.ts';
import type { ShownAlert } from './read-alerts.ts';

/** Notes whose states somebody saw on the page of alerts: each person once a day. */
export async function noteAlertsReading(
  db: Database,
  reader: Pick<Person, 'id'>,
  alerts: readonly ShownAlert[],
  at: string,
): Promise<void> {
  const seen = new Set(
    alerts.filter(({ kind }) => kind !== 'hidden').map(({ person }) => person.id),
  );
  await noteFirstReadings(db, reader, seen, 'alerts', at);
}
