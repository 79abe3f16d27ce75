import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { writerTurns, type WriterTurn } from '#db';
import { askFigures } from '#server/answer-figures.ts';
import type { Answered } from '../log-request.ts';
import { routeClass } from './route-class.ts';

/** What is counted for Prometheus. Numbers only, by classes of routes and names of jobs: nobody's id or name. */
export interface Metrics {
  /** Counts one request that has been answered. */
  count(answered: Answered): void;
  /** All of it, in the words of Prometheus. */
  tell(): Promise<{ type: string; text: string }>;
  stop(): void;
}

const methods = new Set(['GET', 'HEAD', 'POST']);

/** Begins to count. */
export function gatherMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'in_practice_request_seconds',
    help: 'Requests and how long they took, by class of route.',
    labelNames: ['route', 'method', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const writes = new Counter({
    name: 'in_practice_writes_total',
    help: 'Writes taken by the writer of the database.',
    registers,
  });
  const transactions = new Counter({
    name: 'in_practice_write_transactions_total',
    help: 'Transactions in which they were taken, many at a time under load.',
    registers,
  });
  const waiting = new Gauge({
    name: 'in_practice_writes_waiting',
    help: 'Writes that waited when the last transaction began.',
    registers,
  });
  new Gauge({
    name: 'in_practice_sessions',
    help: 'Sessions that have not run out.',
    registers,
    async collect() {
      const figures = await askFigures();
      this.set(figures.reduce((sum, { sessions }) => sum + sessions, 0));
    },
  });
  new Gauge({
    name: 'in_practice_job_last_success_seconds',
    help: 'When each job last went well (Unix time); 0 where its last run did not. Of several databases, the worst.',
    labelNames: ['job'] as const,
    registers,
    async collect() {
      this.reset();
      const jobs = (await askFigures()).flatMap((one) => one.jobs);
      for (const name of new Set(jobs.map((job) => job.name))) {
        const runs = jobs.filter((job) => job.name === name);
        const times = runs.map(({ ranAt, wentWell }) => (wentWell ? Date.parse(ranAt) / 1000 : 0));
        this.set({ job: name }, Math.min(...times));
      }
    },
  });
  const onTurn = (turn: unknown) => {
    const { taken, waiting: left } = turn as WriterTurn;
    writes.inc(taken);
    transactions.inc();
    waiting.set(left);
  };
  writerTurns.subscribe(onTurn);
  return {
    count({ method = '', path = '', status, ms }) {
      const labels = {
        route: routeClass(path),
        method: methods.has(method) ? method : 'other',
        status: `${Math.floor(status / 100)}xx`,
      };
      requests.observe(labels, ms / 1000);
    },
    tell: async () => ({ type: registry.contentType, text: await registry.metrics() }),
    stop: () => void writerTurns.unsubscribe(onTurn),
  };
}
