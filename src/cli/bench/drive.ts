import { Agent, request } from 'node:http';

export interface Driven {
  connections: number;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  requests: number;
  refused: number;
}

/** One request of a connection, or nothing when it has no more to send. */
export type NextRequest = () => { path: string; cookie?: string; body: string } | undefined;

const percentile = (sorted: number[], share: number) =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 100) /
  100;

/** Sends requests over so many kept connections, each waiting for its answer, for so many seconds. */
export async function drive(
  port: number,
  connections: number,
  seconds: number,
  start: () => NextRequest,
): Promise<Driven> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let refused = 0;
  const began = performance.now();
  const until = began + seconds * 1000;
  const send = ({ path, cookie, body }: NonNullable<ReturnType<NextRequest>>) =>
    new Promise<number>((done, failed) => {
      const headers = {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(body),
        Accept: 'application/json',
        Origin: `http://127.0.0.1:${port}`,
        ...(cookie && { Cookie: cookie }),
      };
      const sent = request(
        { port, host: '127.0.0.1', path, method: 'POST', agent, headers },
        (answer) => {
          answer.resume();
          answer.on('end', () => done(answer.statusCode ?? 0));
        },
      );
      sent.on('error', failed);
      sent.end(body);
    });
  const connection = async () => {
    const next = start();
    for (let wanted = next(); wanted && performance.now() < until; wanted = next()) {
      const sentAt = performance.now();
      if ((await send(wanted)) !== 200) refused += 1;
      times.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  const took = (performance.now() - began) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  return {
    connections,
    perSecond: Math.round(times.length / took),
    p50Ms: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
    requests: times.length,
    refused,
  };
}
