import { standsAt, type Database } from '#db';
import { ok, refuse, type Result } from '#domain/result.ts';
import { bringUpToDate, ofALaterOne } from './bring-up-to-date.ts';

/**
 * Whether a command may use a database: it must be that of this product. One that is behind is left to
 * the start of the service, which backs it up first. An empty one is made ready only where `makesNew`
 * says so: the first manager is added before the first start. Refused with what to tell, line by line.
 */
export async function readyForCommand(
  db: Database,
  { makesNew = false } = {},
): Promise<Result<void, { lines: string[] }>> {
  const stands = await standsAt(db);
  if (stands === 'level') return ok(undefined);
  if (stands === 'ahead') return refuse({ lines: ofALaterOne });
  if (stands === 'new') return makesNew ? bringUpToDate(db) : refuse({ lines: ofNone });
  return refuse({ lines: ofAnEarlierOne });
}

const ofNone = ['There is nothing in this database yet. Start the service once to make it ready.'];

const ofAnEarlierOne = [
  'This database was last used by an earlier In Practice than this one.',
  'Start the service once to bring it up to date (it is backed up first), then try again.',
];
