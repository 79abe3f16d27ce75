// A small database server for tests, over HTTP, on the `libsql` package: version 2 of the Hrana protocol,
// as far as @libsql/client speaks it. It is not the real libSQL server (sqld), which could not be had here,
// and says nothing about how that one performs. By hand:
//   node tests/support/hrana-server.mjs --port 8080 --folder data/remote
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Stream } from './hrana-stream.mjs';

/** A transaction that nobody ends is ended after so long, or one lost client would stop all writing. */
const longestTransactionMs = 5_000;

/**
 * Serves the databases of one folder, each by the first part of the address: `http://host:port/<name>/`.
 * `fault(kind)` is asked at each request that carries statements: `before` drops the connection with
 * nothing done, `after` with everything done and no answer given, a number drops it too and does
 * everything so many milliseconds later, `busy` answers as a proxy with no server behind it. With a
 * `token`, whoever does not send it is refused.
 *
 * @typedef {(about: { write: boolean }) => 'before' | 'after' | 'busy' | number | undefined} Fault
 * @param {{ port?: number, folder?: string, token?: string, fault?: Fault }} options
 */
export async function startHranaServer({ port = 0, folder, token, fault = () => undefined } = {}) {
  const own = folder === undefined;
  const home = folder ?? mkdtempSync(join(tmpdir(), 'in-practice-hrana-'));
  mkdirSync(home, { recursive: true });
  /** @type {Map<string, Shared>} */
  const databases = new Map();
  const faults = { next: fault };
  let requests = 0;

  const server = createServer(async (req, res) => {
    const [, name, path] = /^\/([\w-]+)\/(v2\/pipeline|v2)$/.exec(req.url ?? '') ?? [];
    if (!name) return void res.writeHead(404).end('not found');
    if (token && req.headers.authorization !== `Bearer ${token}`)
      return void res.writeHead(401).end('no token');
    if (path === 'v2') return void res.end('ok');
    const body = JSON.parse(await readAll(req));
    const shared = databases.get(name) ?? new Shared(join(home, `${name}.db`));
    databases.set(name, shared);
    requests += 1;
    const work = body.requests.some(({ type }) => type !== 'close');
    const write = JSON.stringify(body.requests).includes('BEGIN IMMEDIATE');
    const drop = work ? faults.next({ write }) : undefined;
    if (drop === 'busy') return void res.writeHead(503).end('no server');
    if (drop === 'before') return void req.socket.destroy();
    if (typeof drop === 'number') {
      req.socket.destroy();
      // Nobody waits for it any more, and its database may have been taken away.
      return void setTimeout(() => void shared.answer(body).catch(() => undefined), drop);
    }
    const answer = await shared.answer(body);
    if (drop === 'after') return void req.socket.destroy();
    const text = JSON.stringify(answer);
    res.writeHead(200, { 'content-type': 'application/json' }).end(text);
  });
  await new Promise((done) => server.listen(port, '127.0.0.1', done));
  const address = `http://127.0.0.1:${server.address().port}`;

  return {
    address,
    /** The URL of a database; it is made when something first asks for it. */
    url: (name) => `${address}/${name}/`,
    requests: () => requests,
    /**
     * What befalls the requests from now on.
     *
     * @param {Fault} [next]
     */
    setFault: (next) => void (faults.next = next ?? (() => undefined)),
    /** Closes a database and takes its files away. */
    remove(name) {
      databases.get(name)?.close();
      databases.delete(name);
      for (const end of ['', '-wal', '-shm'])
        rmSync(join(home, `${name}.db${end}`), { force: true });
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      for (const shared of databases.values()) shared.close();
      if (own) rmSync(home, { recursive: true, force: true });
    },
    unref: () => server.unref(),
  };
}

/** One database: a connection for each stream, and one stream at a time that may be in a transaction. */
class Shared {
  /** @type {Map<string, Stream>} */ streams = new Map();
  /** @type {Stream[]} */ idle = [];
  /** @type {Stream | undefined} */ writer;
  /** @type {(() => void)[]} */ waiting = [];

  constructor(file) {
    this.file = file;
  }

  async answer({ baton, requests }) {
    const stream = baton ? this.streams.get(baton) : (this.idle.pop() ?? new Stream(this.file));
    if (!stream)
      return {
        baton: null,
        results: requests.map(() => failed('STREAM_EXPIRED', 'The stream has expired.')),
      };
    this.streams.delete(baton);
    clearTimeout(stream.timer);
    const results = [];
    let open = true;
    for (const request of requests) {
      while (this.writer && this.writer !== stream)
        await new Promise((free) => this.waiting.push(free));
      results.push(stream.run(request));
      if (request.type === 'close') open = false;
      this.hold(stream);
    }
    if (!open) return (this.release(stream), { baton: null, results });
    const next = randomUUID();
    this.streams.set(next, stream);
    stream.timer = setTimeout(() => {
      this.streams.delete(next);
      this.release(stream);
    }, longestTransactionMs).unref();
    return { baton: next, results };
  }

  hold(stream) {
    if (stream.db.inTransaction) this.writer = stream;
    else if (this.writer === stream) {
      this.writer = undefined;
      for (const free of this.waiting.splice(0)) free();
    }
  }

  release(stream) {
    stream.sql.clear();
    if (stream.db.inTransaction) stream.db.exec('ROLLBACK');
    this.hold(stream);
    this.idle.push(stream);
  }

  close() {
    for (const stream of [...this.streams.values(), ...this.idle]) {
      clearTimeout(stream.timer);
      stream.db.close();
    }
  }
}

const failed = (code, message) => ({ type: 'error', error: { code, message } });

async function readAll(stream) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = (await import('node:util')).parseArgs({
    options: { port: { type: 'string' }, folder: { type: 'string' } },
  });
  const server = await startHranaServer({
    port: Number(values.port ?? 8080),
    folder: values.folder ?? 'data/remote',
  });
  console.log(`A test database server, not the real one: ${server.url('main')}`);
}
