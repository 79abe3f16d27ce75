import { actAs, clearWriteLog, findPerson, removeOld, type Database } from '#db';
import { system } from '#domain/access/system.ts';
import { verifyChains } from '../audit/verify-chains.ts';
import { erasePerson } from './erase-record.ts';
import { findDue, type Due } from './find-due.ts';

/** What was removed by one rule. */
export interface Applied {
  kind: Due['kind'];
  count: number;
  /** Why it was left alone though it is due. */
  left?: string;
}

const brokenChains =
  'left alone: the chains of records do not hold, and cutting them would hide it (npm run audit -- verify)';

const sayError = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Removes by one rule what is due. Once only, however often it is run; cut off, the rest goes next time. */
async function applyOne(db: Database, due: Due, at: string): Promise<Applied> {
  const { kind, before, count, leavers } = due;
  if (kind === 'records-of-leavers') {
    let erased = 0;
    const failed: string[] = [];
    for (const { id } of leavers) {
      // They may have come back, or been erased, since it was looked up.
      const person = await findPerson(db, id);
      if (!person?.leftAt || person.leftAt >= before) continue;
      try {
        await erasePerson(db, person, system.id, 'retention', at);
        erased += 1;
      } catch (error) {
        // One whom something keeps from going must not keep all others here past their time.
        failed.push(`${id} (${sayError(error)})`);
      }
    }
    const left = `${failed.length} could not be erased, beside ${erased} who were: ${failed[0]}`;
    if (failed.length) return { kind, count: erased, left };
    return { kind, count: erased };
  }
  if (!count) return { kind, count };
  // Whoever removed rows by hand would otherwise see it covered up when their time has come.
  if (kind === 'audit-log' && (await verifyChains(db)).faults.length)
    return { kind, count: 0, left: brokenChains };
  await removeOld(db, kind, before);
  return { kind, count };
}

/** The same, where a rule that cannot be applied is left alone: the others are still. */
async function applyOrLeave(db: Database, due: Due, at: string): Promise<Applied> {
  try {
    return await applyOne(db, due, at);
  } catch (error) {
    return { kind: due.kind, count: 0, left: `left alone: it went wrong (${sayError(error)})` };
  }
}

/** Removes everything that is due, rule by rule, acting as the service itself. */
export function applyRetention(db: Database, at = new Date().toISOString()): Promise<Applied[]> {
  const who = { actor: system.id, what: 'retention', subject: null, detail: {} };
  return actAs(who, async () => {
    const applied: Applied[] = [];
    for (const due of await findDue(db, at)) applied.push(await applyOrLeave(db, due, at));
    await clearWriteLog(db);
    return applied;
  });
}
