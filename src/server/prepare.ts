import { listPeople, markKind, migrateDatabase, openDatabase, readKind, type Database } from '#db';
import { publishScenarios } from './content/publish-scenarios.ts';
import { fillSample } from './sample/fill-sample.ts';
import { samplePassphrase } from './sample/passphrase.ts';

/**
 * Brings a database up to date before it is served: migrates, publishes changed scenarios, and fills
 * a new one with the sample service when asked to. Answers with what to tell whoever started it.
 * Throws a ContentError when a scenario cannot be trusted.
 */
export async function prepare(
  options: { url: string; sample: boolean },
  say: (line: string) => void = () => {},
): Promise<{ lines: string[] }> {
  const db = await openDatabase(options.url);
  try {
    await migrateDatabase(db);
    await publishScenarios(db, { say });
    const kind = (await readKind(db)) ?? (await settleKind(db, options.sample, say));
    if (kind === 'sample') return { lines: await sayWhoCanSignIn(db) };
    const nobody = (await listPeople(db)).length === 0;
    return {
      lines: nobody
        ? ['Nobody can sign in yet. Add the first manager: npm run people -- add-manager']
        : [],
    };
  } finally {
    db.close();
  }
}

/** Decides once what a new database is. One that already holds people was never meant as a sample. */
async function settleKind(db: Database, sample: boolean, say: (line: string) => void) {
  const kind = sample && (await listPeople(db)).length === 0 ? 'sample' : 'live';
  await markKind(db, kind, new Date().toISOString());
  if (kind === 'sample') {
    say('Filling the sample service ...');
    await fillSample(db);
  }
  return kind;
}

async function sayWhoCanSignIn(db: Database): Promise<string[]> {
  const people = await listPeople(db);
  const width = Math.max(...people.map(({ username }) => username.length));
  return [
    `This is a sample service. Everybody's passphrase is: ${samplePassphrase}`,
    ...people.map(({ username, name, role }) => `  ${username.padEnd(width)}  ${name}, ${role}`),
  ];
}
