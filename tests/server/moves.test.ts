import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findOwnAttempt } from '#db';
import type { Person } from '#domain/access/person.ts';
import { recordMove } from '#server/record-move.ts';
import { freshService, toBody, ways, type TestService } from '../support/service.ts';

let service: TestService;
let number = 0;

beforeAll(async () => {
  service = await freshService();
});
afterAll(() => service.remove());

/** Somebody new with a new attempt, some moves into it. */
async function somebodyAt(...moves: string[]) {
  number += 1;
  const person = await service.add(`worker.${number}`);
  const id = await service.begin(person);
  await service.play(person, id, moves);
  return { person, id, step: moves.length };
}

/** All that is stored of an attempt. */
const stored = async (id: string) => ({
  attempt: await service.rows('SELECT * FROM attempts WHERE id = ?', id),
  moves: await service.rows('SELECT * FROM moves WHERE attempt_id = ? ORDER BY step', id),
  evidence: await service.rows('SELECT * FROM evidence WHERE attempt_id = ? ORDER BY id', id),
});

const make = (person: Pick<Person, 'id'>, id: string, step: number, words: string) =>
  recordMove(service.db, person, id, toBody(step, words));

describe('the right worker', () => {
  test.each(['worker', 'assessor', 'manager'] as const)(
    "another %s cannot find somebody's attempt, and changes nothing",
    async (role) => {
      const { id } = await somebodyAt();
      const other = await service.add(`other.${role}`, role);
      const before = await stored(id);
      expect(await make(other, id, 0, 'decide ask')).toEqual({
        ok: false,
        problem: { code: 'not-found' },
      });
      expect(await findOwnAttempt(service.db, other.id, id)).toBeUndefined();
      expect(await stored(id)).toEqual(before);
    },
  );

  test('an attempt that is nowhere is answered the same', async () => {
    const { person } = await somebodyAt();
    expect(await make(person, 'nothing', 0, 'decide ask')).toEqual({
      ok: false,
      problem: { code: 'not-found' },
    });
  });
});

describe('what is not offered is refused, and nothing is kept', () => {
  test.each([
    ['an option whose condition fails', [], 'decide point'],
    ['a find whose condition fails', [], 'find tap'],
    ['a find already known', ['find plan'], 'find plan'],
    ['an option of another scene', [], 'decide wait'],
    ['an option of a scene behind', ['decide ask'], 'decide ask'],
    ['a find of another scene', ['decide ask'], 'find plan'],
    ['going on where something is decided', [], 'go-on'],
    ['deciding where one only goes on', ['find plan', 'decide shout'], 'decide wait'],
    ['a find by the name of an option', [], 'find ask'],
    ['an option by the name of a find', [], 'decide plan'],
    ['a name that is nowhere', [], 'decide nothing-like-this'],
    ['a name that every object has', [], 'decide constructor'],
    ['a name from inside a machine', [], 'decide __proto__'],
    ['a star', [], 'decide *'],
    ['an empty find', [], 'find '],
  ])('%s', async (_, moves: string[], words) => {
    const { person, id, step } = await somebodyAt(...moves);
    const before = await stored(id);
    const answer = await make(person, id, step, words);
    expect(answer).toMatchObject({ ok: false, problem: { code: 'not-offered', view: { step } } });
    expect(await stored(id)).toEqual(before);
  });

  test('an option is taken as soon as its condition holds', async () => {
    const { person, id } = await somebodyAt('find plan');
    expect(await make(person, id, 1, 'decide point')).toMatchObject({ ok: true });
  });

  test('a decision without a choice is told what is missing', async () => {
    const { person, id } = await somebodyAt();
    const answer = await make(person, id, 0, 'decide ');
    expect(answer).toMatchObject({ ok: false, problem: { code: 'nothing-chosen' } });
  });
});

describe('an attempt that is over', () => {
  test.each(['decide wait', 'go-on', 'find plan'])('takes no %s', async (words) => {
    const { person, id, step } = await somebodyAt(...ways.sound);
    const before = await stored(id);
    const answer = await make(person, id, step, words);
    expect(answer).toMatchObject({ ok: false, problem: { code: 'finished' } });
    expect(await stored(id)).toEqual(before);
  });

  test('answers its last move again as it was, and another one as ended', async () => {
    const { person, id } = await somebodyAt('decide ask');
    const first = await make(person, id, 1, 'decide wait');
    const before = await stored(id);
    expect(first).toMatchObject({ ok: true, value: { view: { ending: 'well' } } });
    expect(await make(person, id, 1, 'decide wait')).toEqual(first);
    expect(await make(person, id, 1, 'decide run')).toMatchObject({
      ok: false,
      problem: { code: 'finished' },
    });
    expect(await stored(id)).toEqual(before);
  });
});

describe('the step', () => {
  test('behind, with the same choice, is answered with the same result', async () => {
    const { person, id } = await somebodyAt();
    const first = await make(person, id, 0, 'decide ask');
    const before = await stored(id);
    expect(first.ok).toBe(true);
    expect(await make(person, id, 0, 'decide ask')).toEqual(first);
    expect(await stored(id)).toEqual(before);
    expect([before.moves.length, before.evidence.length]).toEqual([1, 1]);
  });

  test.each(['decide shout', 'decide wait', 'find plan', 'find ask'])(
    'behind, with %s instead, is stale, and told where the attempt stands',
    async (words) => {
      const { person, id } = await somebodyAt('decide ask');
      const before = await stored(id);
      const answer = await make(person, id, 0, words);
      expect(answer).toMatchObject({
        ok: false,
        problem: { code: 'stale-step', view: { step: 1, scene: { id: 'stairs' } } },
      });
      expect(await stored(id)).toEqual(before);
    },
  );

  test('ahead is stale', async () => {
    const { person, id } = await somebodyAt();
    const answer = await make(person, id, 1, 'decide ask');
    expect(answer).toMatchObject({
      ok: false,
      problem: { code: 'stale-step', view: { step: 0, scene: { id: 'hall' } } },
    });
    expect((await stored(id)).moves).toEqual([]);
  });
});

test('one move is one write: where its evidence is refused, the move is not kept either', async () => {
  const { person, id } = await somebodyAt();
  const before = await stored(id);
  await service.db.client.execute(
    `CREATE TRIGGER no_evidence BEFORE INSERT ON evidence BEGIN SELECT RAISE(ABORT, 'full'); END`,
  );
  try {
    await expect(make(person, id, 0, 'decide ask')).rejects.toThrow('full');
    expect(await stored(id)).toEqual(before);
  } finally {
    await service.db.client.execute('DROP TRIGGER no_evidence');
  }
  expect(await make(person, id, 0, 'decide ask')).toMatchObject({ ok: true });
});
