import type { IncomingMessage, ServerResponse } from 'node:http';
import { busyPage, busySeconds, busyWords } from '#server/limits/answer-busy.ts';
import { startLaps, type Laps } from './laps.ts';

/** Whether a request may be handled now. One that may is counted until it has been answered. */
export type TakeIn = (req: IncomingMessage, res: ServerResponse) => boolean;

/**
 * Requests that may be handled at once. One machine answers some hundreds a second, so the last of
 * these waits about a second; more would wait longer, and everybody with them.
 */
export const mostAtOnce = 200;

/**
 * Lets so many requests be handled at once, and none while it is behind with those that came before.
 * Whoever watches over the service is always answered.
 */
export function limitLoad(
  most = mostAtOnce,
  laps: Pick<Laps, 'arrive' | 'isBehind'> = startLaps(),
): TakeIn {
  let underWay = 0;
  return (req, res) => {
    if (req.url === '/healthz') return true;
    laps.arrive();
    if (underWay >= most || laps.isBehind()) return false;
    underWay += 1;
    // Also for one that left before it was answered.
    res.once('close', () => (underWay -= 1));
    return true;
  };
}

/** Says that too much waits, quickly: JSON to a script of ours, a page that needs nothing else to people. */
export function answerTooBusy(
  { headers: { accept = '', 'content-type': sends = '' } }: IncomingMessage,
  res: ServerResponse,
): void {
  const isScript =
    !accept.includes('text/html') &&
    (accept.includes('application/json') || sends.startsWith('application/json'));
  res.writeHead(503, {
    'Content-Type': isScript ? 'application/json' : 'text/html; charset=utf-8',
    'Retry-After': String(busySeconds),
  });
  res.end(isScript ? JSON.stringify({ code: 'busy', message: busyWords }) : busyPage);
}
