import {
  listPeople,
  listPeopleAddedByNobody,
  markKind,
  openDatabase,
  readKind,
  type Database,
} from '#db';
import { ok, refuse, type Result } from '#domain/result.ts';
import { beginChains } from './audit/begin-chains.ts';
import { bringUpToDate } from './bring-up-to-date.ts';
import { adoptShippedPolicy } from './content/adopt-shipped-policy.ts';
import { publishScenarios } from './content/publish-scenarios.ts';
import { fillSample } from './sample/fill-sample.ts';
import { samplePassphrase } from './sample/passphrase.ts';
import { beganAt } from './simulation/open-year.ts';
import { simulateYear } from './simulation/simulate-year.ts';

/** What a new database is filled with: nothing, the people of the sample, or a year around them. */
export type Filling = 'off' | 'small' | 'year';

/**
 * Brings a database up to date before it is served: migrates, publishes changed scenarios, and fills
 * a new one with the sample service when asked to. Answers with what to tell whoever started it, or
 * why a database cannot be brought up to date, or a sample not be served as the real thing. Throws a ContentError when a scenario cannot be
 * trusted.
 */
export async function prepare(
  { url, sample }: { url: string; sample: Filling },
  say: (line: string) => void = () => {},
): Promise<Result<{ lines: string[] }, { lines: string[] }>> {
  const db = await openDatabase(url);
  try {
    const current = await bringUpToDate(db, say);
    if (!current.ok) return current;
    await beginChains(db);
    const known = await readKind(db);
    if (known === 'sample' && sample === 'off') return refuse({ lines: sampleForGood });
    const kind = known ?? (await chooseKind(db, sample));
    const now = new Date();
    // A year that is told needs scenarios and a policy that were there before it.
    const isYear = !known && kind === 'sample' && sample === 'year';
    const since = isYear ? beganAt(now) : now.toISOString();
    await publishScenarios(db, { at: since, say });
    await adoptShippedPolicy(db, since);
    if (!known) await markKind(db, kind, now.toISOString());
    if (!known && kind === 'sample') await fill(db, { now, since, isYear, say });
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
const chooseKind = async (db: Database, sample: Filling) =>
  sample !== 'off' && (await listPeople(db)).length === 0 ? 'sample' : 'live';

interface Filled {
  now: Date;
  since: string;
  isYear: boolean;
  say: (line: string) => void;
}

async function fill(db: Database, { now, since, isYear, say }: Filled): Promise<void> {
  say('Filling the sample service ...');
  const { grace, tom } = await fillSample(db, now, isYear ? since : undefined);
  if (isYear) await simulateYear(db, { manager: grace, assessor: tom }, { now, say });
}

async function sayWhoCanSignIn(db: Database): Promise<string[]> {
  const cast = await listPeopleAddedByNobody(db);
  const others = (await listPeople(db)).length - cast.length;
  const width = Math.max(...cast.map(({ username }) => username.length));
  return [
    `This is a sample service. The passphrase of all these people is: ${samplePassphrase}`,
    ...cast.map(({ username, name, role }) => `  ${username.padEnd(width)}  ${name}, ${role}`),
    ...(others ? [`  ${others} more people are in it. Nobody signs in as them.`] : []),
  ];
}
