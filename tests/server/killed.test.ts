import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Person } from '#domain/access/person.ts';
import { seededChance } from '../../src/cli/torture/chance.ts';
import {
  countLedger,
  emptyLedger,
  noteMove,
  type Ledger,
  type SentMove,
} from '../../src/cli/torture/ledger.ts';
import { verifyKept } from '../../src/cli/torture/verify-kept.ts';
import { observationForm } from '../support/observing.ts';
import { freshService, type TestService } from '../support/service.ts';

let service: TestService;
let workers: Person[];
let observer: Person;

beforeAll(async () => {
  service = await freshService();
  workers = await Promise.all(['a', 'b', 'c'].map((name) => service.add(`killed.${name}`)));
  observer = await service.add('killed.observer', 'assessor');
});
afterAll(() => service.remove());

type Told = 'ready' | { attempt: string; move?: SentMove } | { signed: string };

/** Notes what the writer says was acknowledged, and kills it once that is so many lines. */
async function writeAndKill(ledger: Ledger, lines: number): Promise<void> {
  const script = join(import.meta.dirname, '..', 'support', 'killed-writer.ts');
  const args = [script, service.db.url, observer.id, ...workers.map(({ id }) => id)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  let said = '';
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  let left = lines;
  for await (const line of createInterface({ input: child.stdout })) {
    // A line that the kill has cut in two was not acknowledged whole.
    if (!line.endsWith('}') && !line.endsWith('"')) continue;
    note(ledger, JSON.parse(line) as Told);
    if ((left -= 1) === 0) child.kill('SIGKILL');
  }
  const [, signal] = (await ended) as [number | null, string | null];
  if (signal !== 'SIGKILL') throw new Error(`The writer ended by itself: ${said}`);
}

function note(ledger: Ledger, told: Told) {
  if (told === 'ready') return;
  if ('signed' in told) ledger.signed.set(told.signed, String(observationForm()['seen']));
  else if (told.move) noteMove(ledger, told.attempt, told.move);
  else if (!ledger.moves.has(told.attempt)) ledger.moves.set(told.attempt, []);
}

test('a writer that is killed again and again loses nothing that it had acknowledged', async () => {
  const ledger = emptyLedger();
  const chance = seededChance(11);
  for (let kills = 0; kills < 2; kills += 1) {
    await writeAndKill(ledger, 15 + chance.below(60));
    expect(await verifyKept(service.db, ledger)).toEqual([]);
  }
  const { moves, observations } = countLedger(ledger);
  expect(moves).toBeGreaterThan(12);
  expect(observations).toBeGreaterThan(1);

  // What is looked for is found: each of these is what a loss would look like.
  const [attemptId = '', [move]] = [...ledger.moves].find(([, sent]) => sent.length === 4)!;
  const { db } = service;
  const id = 'SELECT id FROM moves WHERE attempt_id = ? AND step = 0';
  const lose = (sql: string) => db.client.execute({ sql, args: [attemptId] });
  await lose(`UPDATE moves SET choice = 'other' WHERE id = (${id})`);
  expect(await verifyKept(db, ledger)).toContain(`attempt ${attemptId}, step 0: not what was sent`);
  await lose(`DELETE FROM links WHERE record_id = (${id})`);
  await lose(`DELETE FROM evidence WHERE move_id = (${id})`);
  await lose(`DELETE FROM moves WHERE attempt_id = ? AND step = ${move!.step}`);
  const found = (await verifyKept(db, ledger)).join('\n');
  expect(found).toContain(`attempt ${attemptId}, step 0: there 0 times`);
  expect(found).toContain(`attempt ${attemptId}: step 4, 3 moves up to 4`);
  expect(found).toContain('worker:');
  // Each start of a process loads all the code anew, on a machine that may have much else to do.
}, 90_000);
