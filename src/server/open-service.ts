import { isSample, openDatabase, type Database } from '#db';
import { databaseUrl } from './database-url.ts';

/** The open database of this process, and whether it is a sample. */
export interface Service {
  db: Database;
  sample: boolean;
}

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
