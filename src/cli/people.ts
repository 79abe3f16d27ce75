import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { actAs, findPersonByUsername, listPeople, openDatabase, type Database } from '#db';
import type { Actor } from '#domain/access/person.ts';
import { system } from '#domain/access/system.ts';
import { londonDate, sayDate } from '#domain/london-time.ts';
import { addPerson, type WayIn } from '#server/auth/add-person.ts';
import { resetAccess } from '#server/auth/reset-access.ts';
import { databaseUrl } from '#server/database-url.ts';
import { readyForCommand } from '#server/ready-for-command.ts';
import { makeDatabaseFolder } from '../serve/make-database-folder.ts';

// What is written here holds people's records: for this account alone.
process.umask(0o077);

const usage = `npm run people -- add-manager [--name "…"] [--username …]   adds a manager and prints their joining code
npm run people -- list                                      lists everybody with a record
npm run people -- reset <username>                          gives somebody a new joining code`;

// Whoever can run commands on this machine could change the database anyway.
const operator: Actor = { ...system, id: 'command' };

/** What a command prints, and whether it went well. */
export interface Said {
  lines: string[];
  failed: boolean;
}

const said = (...lines: string[]): Said => ({ lines, failed: false });
const failed = (...lines: string[]): Said => ({ lines, failed: true });

const sayWayIn = ({ person, code, until }: WayIn) =>
  said(
    `${person.name} signs in with the user name ${person.username}`,
    `and this joining code, shown only now: ${code}`,
    `It is good once, until ${sayDate(until)}. After that, make a new one: reset ${person.username}.`,
    'They choose their own password when they first sign in.',
  );

/** Adds a manager: the first person of a new service. */
export async function addManager(
  db: Database,
  { name, username }: { name: string; username: string },
  at = new Date().toISOString(),
): Promise<Said> {
  const category = 'CWP-RM';
  const input = {
    name,
    username,
    role: 'manager',
    category,
    startedOn: londonDate(at),
    everywhere: true,
  };
  const result = await addPerson(db, operator, input, at);
  if (result.ok) return sayWayIn(result.value);
  if (result.problem.code === 'not-allowed') return failed('This is not allowed.');
  return failed(...result.problem.problems.map(({ message }) => message));
}

/** Lists everybody with a record. */
export async function sayPeople(db: Database): Promise<Said> {
  const people = await listPeople(db);
  if (people.length === 0) return said('There is nobody yet. Add a manager first: add-manager.');
  const widest = Math.max(...people.map(({ username }) => username.length));
  return said(
    ...people.map(
      ({ username, role, name }) => `${username.padEnd(widest)}  ${role.padEnd(8)}  ${name}`,
    ),
  );
}

/** Gives somebody a new joining code. */
export async function resetByUsername(db: Database, username: string | undefined): Promise<Said> {
  if (!username) return failed('Say whose access to reset: reset <username>.');
  const person = await findPersonByUsername(db, username.toLowerCase());
  if (!person) return failed(`Nobody has the user name "${username}". See: list.`);
  const result = await resetAccess(db, operator, person.id);
  return result.ok ? sayWayIn(result.value) : failed(`${person.name} cannot be reset.`);
}

async function ask(question: string): Promise<string> {
  if (!process.stdin.isTTY) return '';
  const reader = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await reader.question(question);
  } finally {
    reader.close();
  }
}

/** Runs the command on the database of the environment. */
export async function run(verb: string, rest: string[]): Promise<Said> {
  const { values, positionals } = parseArgs({
    args: rest,
    allowPositionals: true,
    options: { name: { type: 'string' }, username: { type: 'string' } },
  });
  makeDatabaseFolder(databaseUrl());
  const db = await openDatabase(databaseUrl());
  const acting = { actor: 'command', what: `people ${verb}`, subject: null, detail: {} };
  try {
    const ready = await readyForCommand(db, { makesNew: true });
    if (!ready.ok) return failed(...ready.problem.lines);
    if (verb === 'list') return await sayPeople(db);
    if (verb === 'reset') return await actAs(acting, () => resetByUsername(db, positionals[0]));
    const name = values.name ?? (await ask('Their name: '));
    const username = values.username ?? (await ask('A user name, such as amina.yusuf: '));
    return await actAs(acting, () => addManager(db, { name, username }));
  } finally {
    db.close();
  }
}

if (import.meta.main) {
  const [verb = '', ...rest] = process.argv.slice(2);
  const known = ['add-manager', 'list', 'reset'].includes(verb);
  const outcome = known
    ? await run(verb, rest).catch((reason: unknown) =>
        failed(reason instanceof Error ? reason.message : String(reason)),
      )
    : failed(usage);
  for (const line of outcome.lines) (outcome.failed ? console.error : console.log)(line);
  process.exitCode = outcome.failed ? 1 : 0;
}
