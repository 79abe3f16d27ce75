import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '#domain/access/person.ts';
import { readDebrief } from '#server/read-debrief.ts';
import { readStanding } from '#server/profile/read-standing.ts';
import { recordDebrief } from '#server/record-debrief.ts';
import { saveReflection } from '#server/save-reflection.ts';
import { freshService, ways, type TestService } from '../support/service.ts';

let service: TestService;
let tom: Person;
let grace: Person;
let number = 0;

beforeAll(async () => {
  service = await freshService();
  tom = await service.add('tom', 'assessor');
  grace = await service.add('grace', 'manager');
});
afterAll(() => service.remove());

/** A worker who chose harm, in an attempt begun on 10 November and ended now. */
async function somebodyHarmful() {
  const worker = await service.add(`worker.${(number += 1)}`);
  const id = await service.begin(worker, 'hall', '2026-11-10T23:30:00.000Z');
  await service.play(worker, id, ways.harmful);
  return { worker, id };
}

const notFound = { ok: false, problem: { code: 'not-found' } };
const talk = { heldOn: '2026-11-12', words: 'We talked about sitting down first.' };
const at = '2026-11-21T10:00:00.000Z';
const talksOf = async (viewer: Person, id: string) => {
  const read = await readDebrief(service.db, viewer, id);
  return read.ok && read.value.talks;
};

describe('a debrief, before the end', () => {
  test('is shown to nobody, its worker least of all', async () => {
    const worker = await service.add('still.playing');
    const id = await service.begin(worker);
    await service.play(worker, id, ['decide shout']);
    for (const viewer of [worker, tom, grace]) {
      const read = await readDebrief(service.db, viewer, id);
      expect(read).toMatchObject({ ok: false, problem: { code: 'in-progress' } });
      expect(JSON.stringify(read)).not.toContain('Because of what it does');
    }
    expect(await readDebrief(service.db, await service.add('passer.by'), id)).toEqual(notFound);
    expect(await readDebrief(service.db, worker, 'nothing')).toEqual(notFound);
  });

  test.each([
    ['ask', 0, 'Because it is what helps the person.'],
    ['shout', 1, 'Because of what it does to the person.'],
  ])(
    'the evidence page tells nothing of "%s" either, until the end',
    async (choice, harms, why) => {
      const worker = await service.add(`peeking.${choice}`);
      const id = await service.begin(worker);
      await service.play(worker, id, [`decide ${choice}`]);
      const shown = async (viewer: Person) => {
        const read = await readStanding(service.db, viewer, worker.id, 'IP-01');
        if (!read.ok) throw new Error(read.problem.code);
        const { evidence, concerns, standing } = read.value;
        return {
          whys: evidence.map((row) => row.why),
          concerns: concerns.map(({ scenario, choice }) => [scenario, choice?.why]),
          next: standing.leading.next.text,
        };
      };
      for (const viewer of [worker, grace])
        expect(await shown(viewer)).toEqual({
          whys: [],
          concerns: Array(harms).fill(['A tiny story', undefined]),
          next: harms
            ? 'Finish the scenario first.'
            : expect.stringMatching(/^Finish “A tiny story”/),
        });
      await service.play(worker, id, ['decide wait'], 1);
      const told = await shown(worker);
      expect(told.whys).toContain(why);
      expect(told.concerns).toEqual(Array(harms).fill(['A tiny story', why]));
    },
  );
});

describe('a conversation about harm', () => {
  test('is recorded by an assessor or a manager, and read by all three', async () => {
    const { worker, id } = await somebodyHarmful();
    const passer = await service.add('passing');
    for (const actor of [worker, passer])
      expect(await recordDebrief(service.db, actor, id, talk, at)).toEqual(notFound);
    expect(await recordDebrief(service.db, tom, 'nothing', talk, at)).toEqual(notFound);
    expect(await talksOf(worker, id)).toEqual([]);
    expect((await recordDebrief(service.db, tom, id, talk, at)).ok).toBe(true);
    for (const viewer of [worker, tom, grace])
      expect(await talksOf(viewer, id)).toEqual([{ ...talk, by: 'tom of the tests' }]);
  });

  test('is the first step of the concern, from when it was recorded', async () => {
    const { worker, id } = await somebodyHarmful();
    const step = async () => {
      const read = await readStanding(
        service.db,
        grace,
        worker.id,
        'IP-01',
        '2099-01-01T00:00:00.000Z',
      );
      return (
        read.ok &&
        read.value.standing.leading.concerns.map(({ debriefedAt, open }) => [debriefedAt, open])
      );
    };
    expect(await step()).toEqual([[null, true]]);
    const later = '2098-01-01T00:00:00.000Z';
    await recordDebrief(service.db, grace, id, talk, later);
    expect(await step()).toEqual([[later, true]]);
  });

  test.each([
    ['a day to come', { heldOn: '2026-11-22' }, 'heldOn'],
    // In London it was the 10th when the attempt began, and the 21st when this is sent.
    ['a day before the attempt', { heldOn: '2026-11-09' }, 'heldOn'],
    ['no day', { heldOn: '' }, 'heldOn'],
    ['no such day', { heldOn: '2026-02-30' }, 'heldOn'],
    ['too few words', { words: 'Talked.' }, 'words'],
    ['too many words', { words: 'x'.repeat(4001) }, 'words'],
    ['words that are a list', { words: ['a long enough list of words'] }, 'words'],
  ])('is sent back for %s', async (_, more, field) => {
    const { worker, id } = await somebodyHarmful();
    const result = await recordDebrief(service.db, tom, id, { ...talk, ...more }, at);
    expect(result).toMatchObject({
      ok: false,
      problem: { code: 'malformed', problems: [{ field }] },
    });
    expect(await talksOf(worker, id)).toEqual([]);
  });

  test('may be of the day of the attempt and of today', async () => {
    const { worker, id } = await somebodyHarmful();
    for (const heldOn of ['2026-11-10', '2026-11-21'])
      expect((await recordDebrief(service.db, tom, id, { ...talk, heldOn }, at)).ok).toBe(true);
    expect(await talksOf(worker, id)).toHaveLength(2);
  });
});

describe("the worker's own words", () => {
  const reads = async (viewer: Person, id: string) => {
    const read = await readDebrief(service.db, viewer, id);
    if (!read.ok) throw new Error(read.problem.code);
    return read.value.reflection?.words ?? null;
  };

  test('kept private are shown to nobody else, shared are, and the newest stand', async () => {
    const { worker, id } = await somebodyHarmful();
    const write = (words: string, shared: string, minute: number) =>
      saveReflection(service.db, worker, id, { words, shared }, `2026-11-21T10:0${minute}:00.000Z`);
    await write('I was afraid.', 'private', 1);
    expect([await reads(worker, id), await reads(tom, id), await reads(grace, id)]).toEqual([
      'I was afraid.',
      null,
      null,
    ]);
    await write('I would sit down.', 'share', 2);
    expect([await reads(worker, id), await reads(grace, id)]).toEqual(
      Array(2).fill('I would sit down.'),
    );
    await write('I take it back.', 'private', 3);
    expect([await reads(worker, id), await reads(grace, id)]).toEqual(['I take it back.', null]);
    expect(await service.rows('SELECT id FROM reflections WHERE attempt_id = ?', id)).toHaveLength(
      3,
    );
  });

  test('are only their own, and only after the end', async () => {
    const { worker, id } = await somebodyHarmful();
    const sound = { words: 'Mine.', shared: 'share' };
    for (const other of [tom, grace, await service.add(`beside.${number}`)])
      expect(await saveReflection(service.db, other, id, sound)).toEqual(notFound);
    const open = await service.begin(worker);
    expect(await saveReflection(service.db, worker, open, sound)).toEqual(notFound);
    expect(await reads(worker, id)).toBeNull();
  });

  test.each([
    ['words', { words: '  ', shared: 'share' }],
    ['words', { words: 'x'.repeat(4001), shared: 'share' }],
    ['shared', { words: 'Mine.', shared: 'everyone' }],
    ['shared', { words: 'Mine.' }],
  ])('without proper %s are sent back: %j', async (field, body) => {
    const { worker, id } = await somebodyHarmful();
    expect(await saveReflection(service.db, worker, id, body)).toMatchObject({
      ok: false,
      problem: { code: 'malformed', problems: [{ field }] },
    });
    expect(await reads(worker, id)).toBeNull();
  });
});
