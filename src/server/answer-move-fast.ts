import { answerMove } from './answer-move.ts';
import { hashId } from './auth/hash-id.ts';
import { isFromHere } from './auth/is-own-request.ts';
import { decideEntry } from './auth/routes.ts';
import { keeperOf } from './auth/session-keeper.ts';
import { openService } from './open-service.ts';

const pattern = '/api/attempts/[attemptId]/moves';
const address = /^\/api\/attempts\/([0-9a-f-]{36})\/moves$/;

/**
 * Answers a move without going through the pages' pipeline, which costs about as much as the move
 * itself (docs/adr/0009). Only where nothing is out of the ordinary: sent from here, by somebody lately
 * seen to be signed in. Anything else is left to the ordinary way, which knows how to refuse.
 */
export async function answerMoveFast(request: Request): Promise<Response | undefined> {
  if (request.method !== 'POST') return undefined;
  const attemptId = address.exec(new URL(request.url).pathname)?.[1];
  if (!attemptId || !isFromHere(request)) return undefined;
  const { db } = await openService(request.headers.get('host'));
  const { lucia, cache } = keeperOf(db);
  const sessionId = lucia.readSessionCookie(request.headers.get('cookie') ?? '');
  const found = sessionId ? cache.recall(hashId(sessionId)) : undefined;
  if (!found) return undefined;
  const { person, session } = found;
  const { role, onTablet } = person;
  const entry = decideEntry(pattern, { ...session, role, onTablet });
  return entry === 'enter' ? answerMove(request, attemptId, { db, person }) : undefined;
}
