import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Metrics } from './gather-metrics.ts';

/**
 * Answers `/metrics` on a port of its own, to this machine alone: how a service is used is nobody
 * else's affair. Port 0 takes any that is free. Rejects where the port cannot be had.
 */
export async function listenForMetrics(
  metrics: Metrics,
  port: number,
): Promise<{ port: number; stop(): void }> {
  const server = createServer((req, res) => {
    if (req.method !== 'GET' || req.url !== '/metrics') {
      res.writeHead(404).end();
      return;
    }
    metrics.tell().then(
      ({ type, text }) => res.writeHead(200, { 'Content-Type': type }).end(text),
      () => res.writeHead(500).end(),
    );
  });
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', done);
  });
  // It is no reason for the process to live on.
  server.unref();
  const stop = () => {
    server.close();
    server.closeAllConnections();
    metrics.stop();
  };
  return { port: (server.address() as AddressInfo).port, stop };
}
