import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findOwnAttempt, listMoves } from '#db';
import { movesAt } from '#domain/scenario/moment.ts';
import { loadVersion } from '#server/content/load-version.ts';
import { readScene } from '#server/read-scene.ts';
import { recordMove } from '#server/record-move.ts';
import { freshService, toBody, ways, type TestService } from '../support/service.ts';

let service: TestService;

beforeAll(async () => {
  service = await freshService();
});
afterAll(() => service.remove());

test('every decision keeps all that stood behind it', async () => {
  const person = await service.add('kept');
  const id = await service.begin(person);
  const at = (minute: number) => `2026-11-20T10:0${minute}:00.000Z`;
  const make = async (step: number, words: string, more: object = {}) => {
    const offered = await readScene(service.db, person, id);
    const made = await recordMove(service.db, person, id, toBody(step, words, more), at(step));
    if (!made.ok || !offered.ok) throw new Error(words);
    return offered.value.view.decision?.options.map((option) => option.id) ?? [];
  };
  const firstOptions = await make(0, 'find plan', { dwell: 1200, confidence: 'sure' });
  const allOptions = await make(1, 'decide shout', { confidence: 'unsure', dwell: 41_000 });
  await make(2, 'go-on');
  const lastOptions = await make(3, 'decide run', { dwell: 0 });
  expect([firstOptions.length, allOptions.length, lastOptions.length]).toEqual([2, 3, 2]);

  const kept = await service.rows('SELECT * FROM moves WHERE attempt_id = ? ORDER BY step', id);
  const facts = { wet: false, trust: 1 };
  const knows = { facts, known: ['plan'], minutes: 5 };
  const common = { id: expect.any(String) as string, attempt_id: id, words: null };
  expect(
    kept.map((row) => ({
      ...row,
      world_before: JSON.parse(String(row['world_before'])) as unknown,
    })),
  ).toEqual([
    {
      ...{ ...common, step: 0, kind: 'find', scene: 'hall', choice: 'plan' },
      ...{ offered: JSON.stringify(firstOptions), confidence: null, dwell_ms: 1200, at: at(0) },
      world_before: { facts, known: [], minutes: 0 },
    },
    {
      ...{ ...common, step: 1, kind: 'decide', scene: 'hall', choice: 'shout' },
      ...{ offered: JSON.stringify(allOptions), confidence: 'unsure', dwell_ms: 41_000, at: at(1) },
      world_before: knows,
    },
    {
      ...{ ...common, step: 2, kind: 'go-on', scene: 'kitchen', choice: '' },
      ...{ offered: '[]', confidence: null, dwell_ms: null, at: at(2), world_before: knows },
    },
    {
      ...{ ...common, step: 3, kind: 'decide', scene: 'stairs', choice: 'run' },
      ...{ offered: JSON.stringify(lastOptions), confidence: null, dwell_ms: 0, at: at(3) },
      world_before: knows,
    },
  ]);
});

test('how sure somebody is, and how long they took, changes nothing of what is assessed', async () => {
  const shown = [];
  for (const [at, more] of [
    {},
    { confidence: 'sure', dwell: 1 },
    { confidence: 'unsure', dwell: 9e6 },
  ].entries()) {
    const person = await service.add(`sure.${at}`);
    const id = await service.begin(person);
    for (const [step, words] of ways.sound.entries())
      await recordMove(service.db, person, id, toBody(step, words, more as object));
    shown.push(
      await service.rows(
        `SELECT competency, level, credit, weight, anchor, harmful, non_routine, recovered
          FROM evidence WHERE attempt_id = ? ORDER BY competency, anchor`,
        id,
      ),
    );
  }
  expect(shown[0]).toHaveLength(3);
  expect(shown[1]).toEqual(shown[0]);
  expect(shown[2]).toEqual(shown[0]);
});

describe('an attempt is resumed exactly where it was', () => {
  /** Every way through the small scenario, as moves in words. */
  async function allWays(): Promise<string[][]> {
    const person = await service.add('pathfinder');
    const id = await service.begin(person);
    const attempt = (await findOwnAttempt(service.db, person.id, id))!;
    const { scenario, machine } = await loadVersion(service.db, attempt.versionHash);
    const { nextMoment } = await import('#domain/scenario/moment.ts');
    const found: string[][] = [];
    const walk = (moment: typeof attempt.moment, way: string[]) => {
      const moves = movesAt(scenario, moment);
      if (!moves.length) found.push(way);
      for (const move of moves)
        walk(nextMoment(machine, moment, move)!, [...way, `${move.type} ${move.choice}`.trim()]);
    };
    walk(attempt.moment, []);
    return found;
  }

  test('after every move of every way through, also in a process just started', async () => {
    const every = await allWays();
    expect(every.length).toBeGreaterThan(10);
    for (const [at, way] of every.entries()) {
      const person = await service.add(`resumer.${at}`);
      const id = await service.begin(person);
      const later = at % 5 ? service.db : await service.reopen();
      for (const [step, words] of way.entries()) {
        const made = await recordMove(service.db, person, id, toBody(step, words));
        if (!made.ok) throw new Error(`${words}: ${made.problem.code}`);
        const read = await readScene(later, person, id);
        if (!read.ok) throw new Error('it is gone');
        expect(read.value.view).toEqual(made.value.view);
        expect(read.value.attempt.step).toBe(step + 1);
      }
      const moves = await listMoves(service.db, id);
      expect(moves.map(({ kind, choice }) => `${kind} ${choice}`.trim())).toEqual(way);
      expect(await readScene(service.db, person, id)).toMatchObject({
        value: {
          attempt: { finishedAt: moves.at(-1)?.at },
          decided: moves.filter(({ kind }) => kind === 'decide').length,
        },
      });
    }
  });
});
