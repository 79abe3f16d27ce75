import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';

/** A request that has been answered: its method, its path without a query, the status and how long it took. */
export interface Answered {
  method?: string | undefined;
  path?: string | undefined;
  status: number;
  ms: number;
}

/** Logs one line when an answer has gone out, and tells of it; never a query, a body, a cookie or a name. */
export function logRequest(
  log: Logger,
  id: string,
  req: IncomingMessage,
  res: ServerResponse,
  tell: (answered: Answered) => void = () => {},
): void {
  const begun = performance.now();
  const { method } = req;
  const path = req.url?.split('?', 1)[0];
  res.once('close', () => {
    const ms = Math.round((performance.now() - begun) * 10) / 10;
    const line = { id, method, path, status: res.statusCode, ms };
    tell(line);
    if (!res.writableFinished) log.warn(line, 'left early');
    else if (res.statusCode >= 500) log.error(line, 'request');
    else log.info(line, 'request');
  });
}
