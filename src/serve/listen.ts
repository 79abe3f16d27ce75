import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ok, refuse, type Result } from '../domain/result.ts';
import { answerRequest, type Answering } from './answer-request.ts';

export interface ListenOptions extends Answering {
  host: string;
  port: number;
  /** How long a client may take over a request; those of the service, unless told. */
  patience?: Patience;
}

/** In milliseconds: for the first lines of a request, for all of it, and how often that is looked at. */
export interface Patience {
  headers: number;
  request: number;
  check: number;
}

/** A phone on a poor line needs some seconds; whoever trickles letters to hold a place gets no more. */
const ordinary: Patience = { headers: 20_000, request: 30_000, check: 5_000 };

export interface Listening {
  address: string;
  port: number;
  /** Takes no new request, lets those under way finish for at most `drainMs`, then closes. */
  stop: (drainMs?: number) => Promise<void>;
}

export type ListenProblem = { code: 'port-taken' | 'not-allowed' | 'no-such-host'; line: string };

/** Listens for requests, or says plainly why it cannot. */
export function listen(options: ListenOptions): Promise<Result<Listening, ListenProblem>> {
  const { headers, request, check } = options.patience ?? ordinary;
  const server = createServer(
    { headersTimeout: headers, requestTimeout: request, connectionsCheckingInterval: check },
    answerRequest(options),
  );
  // Longer than the minute for which proxies keep a connection, so that they never write to a closed one.
  server.keepAliveTimeout = 65_000;

  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const problem = explainListenError(error, options);
      if (problem) resolve(refuse(problem));
      else reject(error);
    });
    server.listen(options.port, options.host, () => {
      const { port } = server.address() as AddressInfo;
      const address = `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`;
      resolve(ok({ address, port, stop: makeStop(server) }));
    });
  });
}

function explainListenError(
  { code }: NodeJS.ErrnoException,
  { host, port }: ListenOptions,
): ListenProblem | undefined {
  if (code === 'EADDRINUSE') {
    const line = `Port ${port} on ${host} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`;
    return { code: 'port-taken', line };
  }
  if (code === 'EACCES') {
    const line = `This account may not open port ${port}. Choose one above 1023: PORT=4321 npm start`;
    return { code: 'not-allowed', line };
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    const line = `HOST is "${host}", which is not an address of this machine. Try HOST=127.0.0.1 or HOST=0.0.0.0`;
    return { code: 'no-such-host', line };
  }
  return undefined;
}

function makeStop(server: Server): Listening['stop'] {
  const underWay = new Set<{ shouldKeepAlive: boolean; headersSent: boolean }>();
  let stopping: Promise<void> | undefined;

  // Before the request is answered, so that a late one on an open connection closes it too.
  server.prependListener('request', (_req, res) => {
    if (stopping) res.shouldKeepAlive = false;
    underWay.add(res);
    res.once('close', () => {
      underWay.delete(res);
      if (stopping) setImmediate(() => server.closeIdleConnections());
    });
  });

  return (drainMs = 10_000) =>
    (stopping ??= new Promise((resolve) => {
      server.close(() => resolve());
      for (const res of underWay) if (!res.headersSent) res.shouldKeepAlive = false;
      setTimeout(() => server.closeAllConnections(), drainMs).unref();
    }));
}
