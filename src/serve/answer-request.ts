import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { constants } from 'node:zlib';
import compression from 'compression';
import type { Logger } from 'pino';
import type { TurnAway } from './allowed-hosts.ts';
import { answerPlainly, answerTooMany } from './answer-plainly.ts';
import { believeProxy } from './believe-proxy.ts';
import type { Proxies } from './client-address.ts';
import { describeError } from './describe-error.ts';
import type { LimitAddress } from './limit-addresses.ts';
import { answerTooBusy, limitLoad, type TakeIn } from './limit-load.ts';
import { logRequest, type Answered } from './log-request.ts';
import { readRequestId } from './read-request-id.ts';
import { refuseAtTheDoor } from './refuse-at-the-door.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { serveStatic } from './serve-static.ts';

/** What answers everything that is not a static file: Astro's built handler, or a stub in a test. */
export type Handler = (
  req: IncomingMessage,
  res: ServerResponse,
  next?: (error?: unknown) => void,
  locals?: Record<string, unknown>,
) => unknown;

export interface Answering {
  handler: Handler;
  clientDir: string;
  log: Logger;
  https?: boolean;
  /** Which hosts are turned away; none, unless told. */
  turnAway?: TurnAway;
  /** The proxies that are believed; none, unless told. */
  proxies?: Proxies;
  /** Told of each request when it has been answered. */
  count?: (answered: Answered) => void;
  /** How much is taken from each address; anything, unless told. */
  limit?: LimitAddress | undefined;
  /** How many requests are handled at once; as many as a small machine can, unless told. */
  takeIn?: TakeIn;
}

/** Builds the path of every request: id, log, security headers, compression, static file, handler. */
export function answerRequest({
  handler,
  clientDir,
  log,
  https = false,
  turnAway = () => undefined,
  proxies = { check: () => false },
  count,
  limit,
  takeIn = limitLoad(),
}: Answering): RequestListener {
  const compress = compression({
    threshold: 1024,
    brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
  }) as unknown as (req: IncomingMessage, res: ServerResponse, next: () => void) => void;
  const serveFile = serveStatic(clientDir);

  return (req, res) => {
    const id = readRequestId(req);
    const address = believeProxy(req, proxies);
    logRequest(log, id, req, res, count);
    setSecurityHeaders(res, { https });
    res.setHeader('X-Request-Id', id);
    const noteError = (error: unknown) => log.error({ id, error: describeError(error) }, 'failed');
    const fail = (error: unknown) => answerFailure(res, error, noteError);

    const handle = async () => {
      // Pages are about people: a shared computer keeps none of them after sign-out.
      res.setHeader('Cache-Control', 'no-store');
      if (!takeIn(req, res)) return answerTooBusy(req, res);
      const tooMany = await limit?.(req, res, address);
      if (tooMany) {
        const { kind, isFirst, from } = tooMany;
        // Once for each time of waiting: a flood must not fill the log as well.
        if (isFirst) log.warn({ id, kind, from }, 'limited');
        return answerTooMany(req, res, tooMany);
      }
      await handler(req, res, undefined, { requestId: id, clientAddress: address, noteError });
    };

    try {
      // What a page leaves unread of a body without a length would be waited for by the next request.
      if (req.headers['transfer-encoding']) res.shouldKeepAlive = false;
      const refused = refuseAtTheDoor(req, turnAway);
      if (refused) return answerPlainly(res, refused.status, refused.text, refused.headers);
      compress(req, res, () => serveFile(req, res, () => void handle().catch(fail)));
    } catch (error) {
      fail(error);
    }
  };
}

function answerFailure(res: ServerResponse, error: unknown, note: (error: unknown) => void) {
  note(error);
  if (res.headersSent) res.destroy();
  else answerPlainly(res, 500, 'Something went wrong on our side. Please try again in a moment.');
}
