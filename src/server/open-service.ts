import { isSample, openDatabase, type Database } from '#db';

/** The open database of this process, and whether it is a sample. */
export interface Service {
  db: Database;
  sample: boolean;
}

/** Where the database lies. */
export const databaseUrl = (): string => process.env['DATABASE_URL'] || 'file:data/in-practice.db';

let opened: Promise<Service> | undefined;

/** Opens the database once a process. A failure is not remembered: the next request tries again. */
export function openService(): Promise<Service> {
  opened ??= open().catch((reason: unknown) => {
    opened = undefined;
    throw reason;
  });
  return opened;
}

async function open(): Promise<Service> {
  const db = await openDatabase(databaseUrl());
  try {
    return { db, sample: await isSample(db) };
  } catch (reason) {
    db.close();
    throw reason;
  }
}
