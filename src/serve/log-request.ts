import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';

/** Logs one line when an answer has gone out; never a query, a body, a cookie or a name. */
export function logRequest(
  log: Logger,
  id: string,
  req: IncomingMessage,
  res: ServerResponse,
): void {
  const begun = performance.now();
  const { method } = req;
  const path = req.url?.split('?', 1)[0];
  res.once('close', () => {
    const ms = Math.round((performance.now() - begun) * 10) / 10;
    const line = { id, method, path, status: res.statusCode, ms };
    if (!res.writableFinished) log.warn(line, 'left early');
    else if (res.statusCode >= 500) log.error(line, 'request');
    else log.info(line, 'request');
  });
}
