import { randomUUIDv7 } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { InStatement, ResultSet } from '@libsql/client';
import { OutcomeUnknown } from './outcome-unknown.ts';
import { isUnanswered, patience, untilAnswered } from './remote.ts';

/** Sends statements as one atomic batch. */
export type RunBatch = (statements: InStatement[]) => Promise<ResultSet[]>;

/** Far longer than any write is on its way. */
const keptForMs = 24 * 60 * 60 * 1000;

/** After how many batches the ids of old ones are cleared away. */
const clearEvery = 500;

const isOwnMark = (reason: unknown): boolean =>
  reason instanceof Error && reason.message.includes('UNIQUE constraint failed: writes.id');

/**
 * Makes batches that are written once, however often their answers are lost (docs/adr/0018). Each
 * begins with a row of its own id: sent again after it had arrived, that row refuses the whole batch,
 * and so it does when the first sending is late and comes after the second. Throws what the database
 * refused, once it is sure that no sending can still come true, and `OutcomeUnknown` where the
 * database cannot be reached to be sure.
 */
export function writeOnce(runBatch: RunBatch, waits: readonly number[] = patience): RunBatch {
  let count = 0;

  return async (statements) => {
    const id = randomUUIDv7();
    const now = new Date();
    const batch = [
      { sql: 'INSERT INTO writes (id, at) VALUES (?, ?)', args: [id, now.toISOString()] },
      ...statements,
    ];
    if ((count += 1) % clearEvery === 0) batch.push(clearOld(now));

    let unanswered: unknown;
    for (const ms of [0, ...waits]) {
      if (ms) await wait(ms);
      try {
        return (await runBatch(batch)).slice(1);
      } catch (reason) {
        if (isOwnMark(reason)) return [];
        if (!isUnanswered(reason)) {
          const isIn = unanswered !== undefined && (await settle(runBatch, id, now, waits));
          if (isIn) return [];
          throw reason;
        }
        unanswered = reason;
      }
    }
    throw new OutcomeUnknown(unanswered);
  };
}

/**
 * Uses up the id of a batch, so that a sending that is still on its way is refused when it comes.
 * Answers whether one had come before.
 */
async function settle(runBatch: RunBatch, id: string, at: Date, waits: readonly number[]) {
  const voided = `${at.toISOString()} void`;
  const use = {
    sql: 'INSERT INTO writes VALUES (?, ?) ON CONFLICT DO NOTHING',
    args: [id, voided],
  };
  const ask = { sql: 'SELECT at FROM writes WHERE id = ?', args: [id] };
  try {
    const [, found] = await untilAnswered(() => runBatch([use, ask]), waits);
    return found?.rows[0]?.['at'] !== voided;
  } catch (reason) {
    throw new OutcomeUnknown(reason);
  }
}

const clearOld = (now: Date): InStatement => ({
  sql: 'DELETE FROM writes WHERE at < ?',
  args: [new Date(now.getTime() - keptForMs).toISOString()],
});
