import { isSample, openDatabase, type Database } from '#db';
import { answerFigures } from './answer-figures.ts';
import { databaseUrl } from './database-url.ts';
import { findOrganisation, listOrganisations } from './organisations/find-organisation.ts';

/** The open database of one organisation, and whether it is a sample. */
export interface Service {
  db: Database;
  sample: boolean;
}

const opened = new Map<string, Promise<Service>>();

/**
 * Opens the database of the organisation that a Host header names, once a process, when it is first
 * asked for. A failure is not remembered: the next request tries again. Throws for a host of no
 * organisation: such requests are refused before they come so far.
 */
export function openService(host?: string | null): Promise<Service> {
  if (!listOrganisations()) return open(databaseUrl());
  const organisation = findOrganisation(host);
  if (!organisation) return Promise.reject(new Error('There is no organisation at this host.'));
  return open(organisation.database);
}

/** Every database that is served and open in this process, for whoever watches over the whole of it. */
export function openServices(): Promise<Service>[] {
  const organisations = listOrganisations();
  const served = new Set([...(organisations?.values() ?? [])].map(({ database }) => database));
  return [...opened].flatMap(([url, service]) =>
    organisations && !served.has(url) ? [] : [service],
  );
}

answerFigures(openServices);

function open(url: string): Promise<Service> {
  const known = opened.get(url);
  if (known) return known;
  const opening = openOnce(url).catch((reason: unknown) => {
    opened.delete(url);
    throw reason;
  });
  opened.set(url, opening);
  return opening;
}

async function openOnce(url: string): Promise<Service> {
  const db = await openDatabase(url);
  try {
    return { db, sample: await isSample(db) };
  } catch (reason) {
    db.close();
    throw reason;
  }
}
