import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishScenarios } from '#server/content/publish-scenarios.ts';
import { readIntroduction } from '#server/read-introduction.ts';
import type { Database } from '#db';
import { makeContentFolder, type ContentFolder } from '../support/content-folder.ts';
import { freshDatabase } from '../support/database.ts';
import { soundInput } from '../support/sound-scenario.ts';

let content: ContentFolder;
let database: { db: Database; remove(): Promise<void> };

/** Two editions of the Care Certificate: the older one calls standard 9 by another name. */
beforeAll(async () => {
  const cites = { certificate: ['CC-1.1', 'CC-9.1'] };
  content = await makeContentFolder({
    now: { ...soundInput(), ...cites },
    then: { ...soundInput(), ...cites, 'certificate-edition': '2015' },
  });
  const folder = join(dirname(dirname(content.fileOf('now'))), 'frameworks', 'care-certificate');
  const current = await readFile(join(folder, '2025.yaml'), 'utf8');
  const older = current
    .replace("edition: '2025'", "edition: '2015'")
    .replace('Awareness of mental health and dementia', 'What standard 9 was called');
  await writeFile(join(folder, '2015.yaml'), older);
  database = await freshDatabase();
});
afterAll(async () => {
  await database.remove();
  await content.remove();
});

async function introduce(slug: string) {
  const read = await readIntroduction(database.db, { id: 'nobody' }, slug);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value.certificate;
}

test('each introduction names standards as the edition it cites does', async () => {
  await publishScenarios(database.db);
  const role = { number: '1', title: 'Understand your role', confirmed: true };
  const rest = { codes: ['9.1'], unconfirmed: 1 };
  expect(await introduce('now')).toEqual({
    edition: '2025',
    standards: [
      role,
      { number: '9', title: 'Awareness of mental health and dementia', confirmed: true },
    ],
    ...rest,
  });
  expect(await introduce('then')).toEqual({
    edition: '2015',
    standards: [role, { number: '9', title: 'What standard 9 was called', confirmed: true }],
    ...rest,
  });
});

test('an edition that is not there stops publishing, with its place', async () => {
  await content.edit('then', 'certificate-edition: "2015"', 'certificate-edition: "2019"');
  await expect(publishScenarios(database.db)).rejects.toThrow(
    /then\/scenario\.yaml:\d+:22 unknown-edition: There is no edition 2019 of the Care Certificate\. Cite one of 2025, 2015/,
  );
});

test('an outcome that the cited edition lacks stops publishing and names the edition', async () => {
  await content.edit('then', 'certificate-edition: "2019"', 'certificate-edition: "2015"');
  await content.edit('then', 'CC-9.1', 'CC-9.9');
  await expect(publishScenarios(database.db)).rejects.toThrow(
    /unknown-outcome: CC-9\.9 is not in the Care Certificate, edition 2015\./,
  );
});
