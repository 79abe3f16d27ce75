import type { Person } from '#domain/access/person.ts';
import type { Database } from '#db';
import { noteReading } from '../note-reading.ts';
import type { ShownAlert } from './read-alerts.ts';

/** Notes whose states somebody saw on the page of alerts: each person once. */
export async function noteAlertsReading(
  db: Database,
  reader: Pick<Person, 'id'>,
  alerts: readonly ShownAlert[],
  at: string,
): Promise<void> {
  const seen = new Set(
    alerts.filter(({ kind }) => kind !== 'hidden').map(({ person }) => person.id),
  );
  await Promise.all([...seen].map((id) => noteReading(db, reader, id, 'alerts', at)));
}
