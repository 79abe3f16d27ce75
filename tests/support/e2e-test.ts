import { test as base, type BrowserContext, type Page } from '@playwright/test';
import type { Database } from '#db';
import type { Person, Role } from '#domain/access/person.ts';
import { addTestPerson, openServedDatabase, signInAs } from './e2e-people.ts';
import { watchForFaults } from './e2e-faults.ts';

interface PerTest {
  /** Adds somebody of this test's own. */
  add: (first: string, role?: Role) => Promise<Person>;
  /** A page in a browser of its own, signed in as somebody, or as nobody. */
  enter: (person?: Person) => Promise<Page>;
  /** What the browser complained about so far, on every page of this test. */
  faults: string[];
}

interface PerProcess {
  db: Database;
}

/** The test of a journey: its own people, its own browsers, and no complaint from any of them. */
export const test = base.extend<PerTest, PerProcess>({
  db: [
    async ({ browserName: _ }, use) => {
      const db = await openServedDatabase();
      await use(db);
      db.close();
    },
    { scope: 'worker' },
  ],
  add: async ({ db }, use) => use((first, role) => addTestPerson(db, first, role)),
  faults: async ({ browserName: _ }, use) => {
    const faults: string[] = [];
    await use(faults);
    base
      .expect(faults, 'nothing in the console, no script error, no breach of the CSP')
      .toEqual([]);
  },
  enter: async ({ browser, db, baseURL, faults }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (person) => {
      const context = await browser.newContext();
      opened.push(context);
      await watchForFaults(context, faults);
      if (person) await signInAs(db, context, person, baseURL!);
      return context.newPage();
    });
    for (const context of opened) await context.close();
  },
});

/** Why a journey without JavaScript is made at one width only. */
export const onceIsEnough = 'Without JavaScript it is the same page at every width.';

export { expect } from '@playwright/test';
