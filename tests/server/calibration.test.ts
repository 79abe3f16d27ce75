import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '#domain/access/person.ts';
import { beginObservation } from '#server/begin-observation.ts';
import { rateVignette, readVignette } from '#server/calibration/rate-vignette.ts';
import { readCalibration } from '#server/calibration/read-calibration.ts';
import { readLeaning } from '#server/calibration/read-leaning.ts';
import { readObservers } from '#server/calibration/read-observers.ts';
import { readVignettes } from '#server/content/read-vignettes.ts';
import { signObservation } from '#server/sign-observation.ts';
import { freshService, type TestService } from '../support/service.ts';

let service: TestService;
let tom: Person;
let grace: Person;

beforeEach(async () => {
  service = await freshService();
  tom = await service.add('tom', 'assessor');
  grace = await service.add('grace', 'manager');
});
afterEach(() => service.remove());

const clamp = (level: number) => Math.min(5, Math.max(1, level));

/** Rates every case, so many steps from the panel. */
async function rateAll(person: Person, by = 0, count = Infinity) {
  for (const { id, trust } of (await readVignettes()).slice(0, count)) {
    const body = { entrustment: clamp(trust + by), words: 'Because of what he did first.' };
    const kept = await rateVignette(service.db, person, id, body);
    if (!kept.ok) throw new Error(kept.problem.code);
  }
}
async function own(person: Person) {
  const read = await readCalibration(service.db, person);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
}

describe('who may rate and read', () => {
  test('observers rate; a worker finds nothing', async () => {
    const joan = await service.add('joan');
    const [first] = await readVignettes();
    const missing = { ok: false, problem: { code: 'not-found' } };
    const body = { entrustment: 3, words: 'So.' };
    expect(await readVignette(service.db, joan, first!.id)).toEqual(missing);
    expect(await rateVignette(service.db, joan, first!.id, body)).toEqual(missing);
    expect(await readCalibration(service.db, joan)).toEqual(missing);
    expect(await rateVignette(service.db, tom, 'nothing', body)).toEqual(missing);
    expect((await rateVignette(service.db, tom, first!.id, body)).ok).toBe(true);
  });

  test('only a manager reads how everybody judges', async () => {
    const joan = await service.add('joan');
    for (const person of [tom, joan])
      expect(await readObservers(service.db, person)).toMatchObject({
        problem: { code: 'not-found' },
      });
    expect((await readObservers(service.db, grace)).ok).toBe(true);
  });
});

describe('rating blind', () => {
  test('what is read before rating says nothing of the answer', async () => {
    const [first] = await readVignettes();
    const read = await readVignette(service.db, tom, first!.id);
    expect(read.ok && Object.keys(read.value)).toEqual([
      ...['id', 'title', 'task', 'competency', 'seen'],
    ]);
  });

  test('nothing is compared until the last case is rated', async () => {
    const { length } = await readVignettes();
    await rateAll(tom, 0, length - 1);
    expect((await own(tom)).results).toBeUndefined();
    const last = (await readVignettes()).at(-1)!;
    await rateVignette(service.db, tom, last.id, { entrustment: last.trust, words: 'So.' });
    expect((await own(tom)).results).toMatchObject({
      panel: { cases: length, kappa: 1, exact: 1, verdict: 'agrees' },
    });
  });

  test('a word once given stands', async () => {
    const [first] = await readVignettes();
    await rateVignette(service.db, tom, first!.id, { entrustment: 2, words: 'First.' });
    const again = await rateVignette(service.db, tom, first!.id, { entrustment: 5, words: 'No.' });
    expect(again).toEqual({ ok: false, problem: { code: 'already-rated' } });
    expect(await service.rows('SELECT entrustment FROM calibration_ratings')).toEqual([
      { entrustment: 2 },
    ]);
  });

  test.each([
    [{ entrustment: 6, words: 'So.' }, 'entrustment'],
    [{ words: 'So.' }, 'entrustment'],
    [{ entrustment: 2.5, words: 'So.' }, 'entrustment'],
    [{ entrustment: 2, words: '  ' }, 'words'],
  ])('%j is refused', async (body, field) => {
    const [first] = await readVignettes();
    expect(await rateVignette(service.db, tom, first!.id, body)).toMatchObject({
      problem: { code: 'malformed', problems: [{ field }] },
    });
  });
});

describe('beside the others', () => {
  test('who rates higher throughout trusts sooner', async () => {
    await rateAll(tom, 1);
    expect((await own(tom)).results!.panel).toMatchObject({ verdict: 'kinder' });
  });

  test('nine others are not shown, ten are, and never by name', async () => {
    await rateAll(tom);
    for (let number = 0; number < 9; number += 1)
      await rateAll(await service.add(`other-${number}`, 'assessor'), -1);
    const before = (await own(tom)).results!;
    expect(before.others).toBeUndefined();
    expect(before.rated.every(({ spread }) => !spread)).toBe(true);
    await rateAll(await service.add('other-9', 'assessor'), -1);
    const after = (await own(tom)).results!;
    expect(after.others).toBeGreaterThan(0.5);
    expect(after.rated[0]!.spread).toMatchObject({ people: 10 });
    expect(JSON.stringify(after)).not.toContain('other-');
  });

  test('of nobody who is still rating is it said how they compare, not even to a manager', async () => {
    await rateAll(tom);
    await rateAll(grace, 0, 3);
    const read = await readObservers(service.db, grace);
    const lines = read.ok ? read.value.observers : [];
    expect(lines.map(({ name, rated, panel }) => [name, rated, !!panel])).toEqual([
      ['grace of the tests', 3, false],
      ['tom of the tests', 10, true],
    ]);
    expect(read.ok && read.value.pairs).toEqual([]);
  });

  test('a manager sees every two who rated the same cases, the least alike first', async () => {
    await rateAll(tom);
    await rateAll(grace);
    await rateAll(await service.add('sefa', 'assessor'), -2);
    const read = await readObservers(service.db, grace);
    const pairs = read.ok ? read.value.pairs : [];
    expect(pairs).toHaveLength(3);
    expect(pairs.at(-1)!.names).toEqual(['grace of the tests', 'tom of the tests']);
    expect(pairs[0]!.names).toContain('sefa of the tests');
  });
});

describe('in real observations', () => {
  async function see(observer: Person, worker: Person, level: number, number: number) {
    const at = `2026-10-${String(1 + number).padStart(2, '0')}T12:00:00.000Z`;
    const begun = await beginObservation(service.db, observer, worker.id, ['IP-03'], at);
    if (!begun.ok) throw new Error(begun.problem.code);
    const form = {
      observedOn: at.slice(0, 10),
      observedTime: '09:00',
      place: 'The hall',
      task: 'mealtime',
      seen: 'Sat down, asked, waited and wrote it up at once.',
      personSaid: '',
      consent: 'not-asked',
      'entrustment-IP-03': level,
    };
    const signed = await signObservation(service.db, observer, begun.value.id, form, at);
    if (!signed.ok) throw new Error(JSON.stringify(signed.problem));
  }

  test('a severe observer is found from ten on, and only from what had been signed by then', async () => {
    const sefa = await service.add('sefa', 'assessor');
    for (let number = 0; number < 10; number += 1) {
      const worker = await service.add(`worker-${number}`);
      await see(tom, worker, 4, number);
      await see(grace, worker, number % 2 ? 4 : 3, number);
      await see(sefa, worker, 2, number);
    }
    const found = await readLeaning(service.db);
    expect(found.filter(({ leans }) => leans === 'stricter').map(({ name }) => name)).toEqual([
      'sefa of the tests',
    ]);
    const before = await readLeaning(service.db, '2026-10-09T23:00:00.000Z');
    expect(before.map(({ compared, voice }) => [compared, voice])).toEqual([
      [9, 'silent'],
      [9, 'silent'],
      [9, 'silent'],
    ]);
    expect((await own(sefa)).leaning).toMatchObject({ leans: 'stricter', voice: 'caution' });
  });
});

test('the cases cover every level of trust, and lie on the map', async () => {
  const vignettes = await readVignettes();
  expect(new Set(vignettes.map(({ trust }) => trust))).toEqual(new Set([1, 2, 3, 4, 5]));
  expect(new Set(vignettes.map(({ task }) => task)).size).toBeGreaterThan(5);
  expect(new Set(vignettes.map(({ edition }) => edition)).size).toBe(vignettes.length);
});
