import { listPeople, markKind, migrateDatabase, openDatabase, readKind, type Database } from '#db';
import { ok, refuse, type Result } from '#domain/result.ts';
import { adoptShippedPolicy } from './content/adopt-shipped-policy.ts';
import { publishScenarios } from './content/publish-scenarios.ts';
import { fillSample } from './sample/fill-sample.ts';
import { samplePassphrase } from './sample/passphrase.ts';

/**
 * Brings a database up to date before it is served: migrates, publishes changed scenarios, and fills
 * a new one with the sample service when asked to. Answers with what to tell whoever started it, or
 * why a sample may not be served as the real thing. Throws a ContentError when a scenario cannot be
 * trusted.
 */
export async function prepare(
  options: { url: string; sample: boolean },
  say: (line: string) => void = () => {},
): Promise<Result<{ lines: string[] }, { lines: string[] }>> {
  const db = await openDatabase(options.url);
  try {
    await migrateDatabase(db);
    const known = await readKind(db);
    if (known === 'sample' && !options.sample) return refuse({ lines: sampleForGood });
    await publishScenarios(db, { say });
    await adoptShippedPolicy(db);
    const kind = known ?? (await settleKind(db, options.sample, say));
    if (kind === 'sample') return ok({ lines: await sayWhoCanSignIn(db) });
    const nobody = (await listPeople(db)).length === 0;
    return ok({
      lines: nobody
        ? ['Nobody can sign in yet. Add the first manager: npm run people -- add-manager']
        : [],
    });
  } finally {
    db.close();
  }
}

const sampleForGood = [
  'SAMPLE is off, and this database was made as a sample service: its people are made up, and their',
  'passphrase is known. It stays a sample. Name another file for the real service, such as',
  'DATABASE_URL=file:data/our-service.db, or leave SAMPLE=off away to go on with the sample.',
];

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
