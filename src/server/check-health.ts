import { openService, openServices } from './open-service.ts';
import { findOrganisation, listOrganisations } from './organisations/find-organisation.ts';

/** Whether what is asked answers in time. */
export async function checkHealth(ask: () => Promise<unknown>, limitMs = 2_000): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((done) => {
    timer = setTimeout(done, limitMs, false);
  });
  const answered = ask().then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([answered, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Asks the database of the organisation at a host. Where many are served and the host is of none, as
 * when somebody asks by the address of the machine, it asks every one that is open.
 */
export async function askDatabases(host: string | null): Promise<void> {
  const isOfOne = !listOrganisations() || findOrganisation(host);
  const services = isOfOne ? [openService(host)] : openServices();
  await Promise.all(services.map(async (one) => (await one).db.client.execute('select 1')));
}
