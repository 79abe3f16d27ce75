import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

/** A server that is started to be killed. */
export interface Victim {
  /** Milliseconds until it answered. */
  startMs: number;
  /** Kills it at once (SIGKILL), and waits until it is gone. */
  kill(): Promise<void>;
}

/** Starts a server as a process of its own, and waits until it answers. Throws where it does not. */
export async function startVictim(
  args: readonly string[],
  env: Record<string, string>,
): Promise<Victim> {
  const began = performance.now();
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  for (let tries = 0; tries < 1_200; tries += 1) {
    if (child.exitCode !== null || child.signalCode)
      throw new Error(`The server ended before it answered:\n${said}`);
    const up = await fetch(`http://127.0.0.1:${env['PORT']}/healthz`, {
      signal: AbortSignal.timeout(1_000),
    }).catch(() => null);
    if (up?.ok) return { startMs: performance.now() - began, kill: () => kill(child) };
    await wait(50);
  }
  await kill(child);
  throw new Error(`The server did not answer:\n${said}`);
}

const kill = (child: ChildProcess) =>
  new Promise<void>((done) => {
    if (child.exitCode !== null || child.signalCode) return done();
    child.once('exit', () => done());
    child.kill('SIGKILL');
  });
