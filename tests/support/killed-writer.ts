import { writeSync } from 'node:fs';
import { findPerson, openDatabase } from '#db';
import { recordMove } from '#server/record-move.ts';
import { signObservation } from '#server/sign-observation.ts';
import { beginObservation } from '#server/begin-observation.ts';
import { startAttempt } from '#server/start-attempt.ts';
import { observationForm, signedAt } from './observing.ts';
import { toBody, ways } from './service.ts';

/**
 * Writes to a database as fast as it can until it is killed, and says of each write, once it has been
 * acknowledged, what it was: a line of JSON each. Run as a process of its own:
 * `killed-writer.ts <database URL> <observer> <worker>…`.
 */
const [url = '', observerId = '', ...workerIds] = process.argv.slice(2);
const db = await openDatabase(url);
const tell = (told: unknown) => writeSync(1, `${JSON.stringify(told)}\n`);
const find = async (id: string) => (await findPerson(db, id))!;

async function play(workerId: string) {
  const worker = await find(workerId);
  for (;;) {
    const begun = await startAttempt(db, worker, 'hall');
    if (!begun.ok) throw new Error(begun.problem.code);
    const { id, step: from } = begun.value;
    tell({ attempt: id });
    for (const [step, move] of ways.roundabout.entries()) {
      if (step < from) continue;
      const words = move.startsWith('decide') ? `Because of ${step}.` : undefined;
      const made = await recordMove(db, worker, id, toBody(step, move, { words }));
      if (!made.ok) throw new Error(`${move} of ${id}: ${made.problem.code}`);
      const [kind, choice = ''] = move.split(' ');
      tell({ attempt: id, move: { step, kind, choice, words: words ?? null } });
    }
  }
}

async function observe() {
  const observer = await find(observerId);
  for (let number = 0; ; number += 1) {
    const worker = workerIds[number % workerIds.length]!;
    const begun = await beginObservation(db, observer, worker, ['IP-01'], signedAt);
    if (!begun.ok) throw new Error(begun.problem.code);
    const { id } = begun.value;
    const signed = await signObservation(db, observer, id, observationForm(), signedAt);
    if (!signed.ok) throw new Error(signed.problem.code);
    tell({ signed: id });
    await new Promise(setImmediate);
  }
}

tell('ready');
await Promise.all([observe(), ...workerIds.map(play)]);
