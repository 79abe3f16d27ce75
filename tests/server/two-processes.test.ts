import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#db';
import type { Person } from '#domain/access/person.ts';
import { recordMove } from '#server/record-move.ts';
import { freshService, toBody, type TestService } from '../support/service.ts';

let service: TestService;
let other: Database;
let number = 0;

beforeAll(async () => {
  service = await freshService();
  other = await service.reopen();
});
afterAll(() => service.remove());

/** An attempt that this process has just moved to its second step, and so remembers. */
async function rememberedHere(): Promise<{ person: Person; id: string }> {
  number += 1;
  const person = await service.add(`two.${number}`);
  const id = await service.begin(person);
  await service.play(person, id, ['find plan']);
  return { person, id };
}

const choices = async (id: string) =>
  (await service.rows('SELECT choice FROM moves WHERE attempt_id = ? ORDER BY step', id)).map(
    ({ choice }) => choice,
  );

test('a move on a memory that another process has outdated is refused as stale, and changes nothing', async () => {
  const { person, id } = await rememberedHere();
  expect((await recordMove(other, person, id, toBody(1, 'decide ask'))).ok).toBe(true);
  const late = await recordMove(service.db, person, id, toBody(1, 'decide shout'));
  expect(late).toMatchObject({ ok: false, problem: { code: 'stale-step', view: { step: 2 } } });
  expect(await choices(id)).toEqual(['plan', 'ask']);
});

test('the same move that another process has made is answered as made, and kept once', async () => {
  const { person, id } = await rememberedHere();
  const there = await recordMove(other, person, id, toBody(1, 'decide ask'));
  const here = await recordMove(service.db, person, id, toBody(1, 'decide ask'));
  expect(here).toEqual(there);
  expect(await choices(id)).toEqual(['plan', 'ask']);
});

test('a step that only the other process knows is read, not called stale', async () => {
  const { person, id } = await rememberedHere();
  expect((await recordMove(other, person, id, toBody(1, 'decide ask'))).ok).toBe(true);
  expect((await recordMove(service.db, person, id, toBody(2, 'decide wait'))).ok).toBe(true);
  expect(await choices(id)).toEqual(['plan', 'ask', 'wait']);
});

test('what is remembered of one worker is not found by another', async () => {
  const { id } = await rememberedHere();
  const stranger = await service.add(`stranger.${number}`);
  expect(await recordMove(service.db, stranger, id, toBody(1, 'decide ask'))).toEqual({
    ok: false,
    problem: { code: 'not-found' },
  });
});
