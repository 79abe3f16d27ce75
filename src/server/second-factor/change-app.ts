import type { Database } from '#db';
import type { Malformed } from '#domain/access/problem.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import type { SignedIn } from '../auth/session-cache.ts';
import type { Guess } from '../auth/slowed-down.ts';
import { beginApp } from './begin-app.ts';
import { confirmApp } from './confirm-app.ts';
import { dropApp } from './drop-app.ts';
import { renewCodes } from './renew-codes.ts';

/** What came of a form about an authenticator app: codes to show once, a session to go on with, or neither. */
export interface Changed {
  codes?: string[];
  opened?: SignedIn;
}

/** Does what a form of the page about an authenticator app asks for, by the name of its button. */
export async function changeApp(
  db: Database,
  who: SignedIn,
  act: string,
  code: string,
  at?: string,
): Promise<Result<Changed, Malformed | Guess | { code: 'not-allowed' }>> {
  const plain = <Problem>(done: Result<void, Problem>) => (done.ok ? ok<Changed>({}) : done);
  if (act === 'begin') return plain(await beginApp(db, who));
  if (act === 'confirm') return confirmApp(db, who, code, at);
  if (act === 'drop') return plain(await dropApp(db, who, code, at));
  if (act !== 'renew') return refuse({ code: 'not-allowed' });
  const renewed = await renewCodes(db, who, code, at);
  return renewed.ok ? ok({ codes: renewed.value }) : renewed;
}
