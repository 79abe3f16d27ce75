import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { constants } from 'node:zlib';
import compression from 'compression';
import type { Logger } from 'pino';
import type { TurnAway } from './allowed-hosts.ts';
import { believeProxy } from './believe-proxy.ts';
import type { Proxies } from './client-address.ts';
import { describeError } from './describe-error.ts';
import { logRequest, type Answered } from './log-request.ts';
import { readRequestId } from './read-request-id.ts';
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
}

/**
 * The pages read no more of a body than this (astro.config.mjs). The rest of a longer one would stay in
 * the connection, and the next request on it would wait for ever.
 */
const longestBody = 131_072;

/** Builds the path of every request: id, log, security headers, compression, static file, handler. */
export function answerRequest({
  handler,
  clientDir,
  log,
  https = false,
  turnAway = () => undefined,
  proxies = { check: () => false },
  count,
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
      await handler(req, res, undefined, { requestId: id, clientAddress: address, noteError });
    };

    try {
      // Astro, too, decodes the address, and fails on one that is not well formed.
      if (!isDecodable(req.url) || !isHost(req.headers.host))
        return answerPlainly(res, 400, 'This address is not well formed.');
      // Whoever watches over it asks by the address of the machine.
      const away = req.url === '/healthz' ? undefined : turnAway(req.headers.host);
      if (away) return answerPlainly(res, away.status, away.text);
      if (Number(req.headers['content-length']) > longestBody)
        return answerPlainly(
          res,
          413,
          'This is too long to be taken in. Shorten it and try again.',
        );
      compress(req, res, () => serveFile(req, res, () => void handle().catch(fail)));
    } catch (error) {
      fail(error);
    }
  };
}

function isDecodable(url: string | undefined): boolean {
  try {
    decodeURI(url ?? '/');
    return true;
  } catch {
    return false;
  }
}

/** A name or number and a port; anything else in its place makes no address. */
const isHost = (host = '') =>
  /^[\w.:[\]-]*$/.test(host) && URL.canParse(`http://${host || 'none'}`);

function answerFailure(res: ServerResponse, error: unknown, note: (error: unknown) => void) {
  note(error);
  if (res.headersSent) res.destroy();
  else answerPlainly(res, 500, 'Something went wrong on our side. Please try again in a moment.');
}

function answerPlainly(res: ServerResponse, status: number, text: string) {
  res.statusCode = status;
  res.setHeader('Content-Type', 'text/plain; charset=utf-8');
  res.end(`${text}\n`);
}
