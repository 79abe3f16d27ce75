import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { openDatabase, type Database } from '#db';
import { haveChainsBegun } from '#server/audit/begin-chains.ts';
import { compareCheckpoint, compareHeads, tellHeads } from '#server/audit/compare-heads.ts';
import { listAudit, type AuditQuestion } from '#server/audit/list-audit.ts';
import { verifyChains } from '#server/audit/verify-chains.ts';
import { databaseUrl } from '#server/database-url.ts';
import { readyForCommand } from '#server/ready-for-command.ts';

const usage = `npm run audit -- verify [--heads FILE]     looks for rows that were changed, removed, moved or added by hand
npm run audit -- heads                     prints where every chain ends, to be kept elsewhere
npm run audit -- list --subject <username> [--actor <username>] [--since 2026-11-01]
                                           prints who read or changed somebody's record, and when`;

/** Verifies all chains, and where a list of heads is given that they still go through them. */
export async function sayVerified(
  db: Database,
  kept: string | undefined,
  say: (line: string) => void,
): Promise<boolean> {
  const { chains, links, erased, faults } = await verifyChains(db);
  const compared = kept === undefined ? undefined : await compareHeads(db, kept);
  const all = [...faults, ...(await compareCheckpoint(db)), ...(compared?.faults ?? [])];
  for (const { line } of compared?.bad ?? []) say(`Line ${line} of the kept heads is none.`);
  for (const { chain, table, recordId, says } of all)
    say(`${chain}: ${table} ${recordId}: ${says}.`);
  const isSound = all.length === 0 && !compared?.bad.length;
  const gone = erased ? `, ${erased} of them of records that were erased, as noted` : '';
  say(`${chains} chains, ${links} links${gone}: ${isSound ? 'sound.' : 'NOT sound, see above.'}`);
  return isSound;
}

/** Runs the command on the database of the environment; whether all was well. */
export async function run(
  verb: string,
  rest: string[],
  say: (line: string) => void,
): Promise<boolean> {
  const text = { type: 'string' } as const;
  const options = { heads: text, subject: text, actor: text, since: text };
  const { values } = parseArgs({ args: rest, options });
  const isQuestion = values.subject !== undefined || values.actor !== undefined;
  if (!['verify', 'heads', 'list'].includes(verb) || (verb === 'list' && !isQuestion)) {
    say(usage);
    return false;
  }
  const kept = values.heads === undefined ? undefined : await readFile(values.heads, 'utf8');
  const db = await openDatabase(databaseUrl());
  try {
    const ready = await readyForCommand(db);
    if (!ready.ok) {
      for (const line of ready.problem.lines) say(line);
      return false;
    }
    if (verb === 'verify' && !(await haveChainsBegun(db))) {
      say(
        'This database is from before there were chains. They begin when the service next starts.',
      );
      return false;
    }
    if (verb === 'verify') return await sayVerified(db, kept, say);
    if (verb === 'list') return await sayList(db, values, say);
    for (const line of await tellHeads(db)) say(line);
    return true;
  } finally {
    db.close();
  }
}

async function sayList(db: Database, asked: AuditQuestion, say: (line: string) => void) {
  const listed = await listAudit(db, asked, say);
  if (listed.ok) return true;
  say(`Nobody has the user name "${listed.problem.username}". See: npm run people -- list.`);
  return false;
}

if (import.meta.main) {
  const [verb = '', ...rest] = process.argv.slice(2);
  const isWell = await run(verb, rest, console.log).catch((reason: unknown) => {
    console.error(reason instanceof Error ? reason.message : String(reason));
    return false;
  });
  process.exitCode = isWell ? 0 : 1;
}
