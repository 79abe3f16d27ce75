import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import type { Database } from '#db';
import type { Person } from '#domain/access/person.ts';
import { readSession } from '#server/auth/read-session.ts';
import { signIn } from '#server/auth/sign-in.ts';
import { signOut, signOutEverywhere } from '#server/auth/sign-out.ts';
import { recordMove } from '#server/record-move.ts';
import { freshService, toBody, type TestService } from '../support/service.ts';
import { addWithPassword } from '../support/team.ts';

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

test('a session that another process has ended is let in here for ten seconds more at the most', async () => {
  const password = 'the bus was late again';
  const person = await addWithPassword(service.db, 'signed.in.twice', password);
  const ids: string[] = [];
  while (ids.length < 2) {
    const result = await signIn(service.db, { username: person.username, password });
    if (!result.ok) throw new Error(result.problem.code);
    ids.push(result.value.session.id);
  }
  const [left = '', stays = ''] = ids;
  const isIn = async (id: string) => typeof (await readSession(service.db, id)) === 'object';
  expect(await isIn(left)).toBe(true);
  await signOut(other, left);
  expect(await readSession(other, left)).toBe('stale');
  const now = Date.now();
  const clock = vi.spyOn(Date, 'now').mockReturnValue(now + 10_000);
  onTestFinished(() => clock.mockRestore());
  expect([await isIn(left), await isIn(stays)]).toEqual([false, true]);
  await signOutEverywhere(other, person.id);
  clock.mockReturnValue(now + 20_000);
  expect(await isIn(stays)).toBe(false);
});
