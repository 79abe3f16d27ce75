import { isSample, listPeople, markSample, migrateDatabase, openDatabase } from '#db';
import { publishScenarios } from './content/publish-scenarios.ts';
import { fillSample } from './sample/fill-sample.ts';
import { samplePassphrase } from './sample/passphrase.ts';

/**
 * Brings a database up to date before it is served: migrates, publishes changed scenarios, and fills
 * an empty one with the sample service when asked to. Answers with what to tell whoever started it.
 * Throws a ContentError when a scenario cannot be trusted.
 */
export async function prepare(options: {
  url: string;
  sample: boolean;
}): Promise<{ lines: string[] }> {
  const db = await openDatabase(options.url);
  try {
    await migrateDatabase(db);
    const published = await publishScenarios(db);
    const lines = published.length ? [`Published: ${published.join(', ')}.`] : [];
    const empty = (await listPeople(db)).length === 0;
    if (empty && options.sample) {
      await markSample(db, new Date().toISOString());
      await fillSample(db);
    }
    if (await isSample(db)) return { lines: [...lines, ...(await sayWhoCanSignIn(db))] };
    if (empty)
      lines.push('Nobody can sign in yet. Add the first manager: npm run people -- add-manager');
    return { lines };
  } finally {
    db.close();
  }
}

async function sayWhoCanSignIn(db: Parameters<typeof listPeople>[0]): Promise<string[]> {
  const people = await listPeople(db);
  const width = Math.max(...people.map(({ username }) => username.length));
  return [
    `This is a sample service. Everybody's passphrase is: ${samplePassphrase}`,
    ...people.map(({ username, name, role }) => `  ${username.padEnd(width)}  ${name}, ${role}`),
  ];
}
