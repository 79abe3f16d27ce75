import { describe, expect, test } from 'vitest';
import { kinds, plainWorld } from '../../../tests/support/five-kinds.ts';
import {
  keyIn,
  pickCredit,
  rankCredit,
  rankScore,
  rateCredit,
  scoreAnswer,
} from './score-answer.ts';

const letters = [...'ABCDE'];
/** The place that an order gives to each of A to E. */
const placesIn = (order: string) => letters.map((letter) => order.indexOf(letter) + 1);

function ordersOf(items: string[]): string[][] {
  if (!items.length) return [[]];
  return items.flatMap((one) =>
    ordersOf(items.filter((other) => other !== one)).map((rest) => [one, ...rest]),
  );
}
const mean = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

describe('rank (method §3, key CABED)', () => {
  const key = placesIn('CABED');
  test.each([
    ['as the key has it', 'CABED', 20, 1],
    ['two neighbours changed about', 'ACBED', 18, 0.75],
    ['the ends changed about', 'DABEC', 12, 0],
    ['turned about', 'DEBAC', 8, 0],
  ])('%s: %s earns %d of 20, credit %d', (_, order, score, credit) => {
    expect(rankScore(key, placesIn(order))).toBe(score);
    expect(rankCredit(key, placesIn(order))).toBe(credit);
  });

  test('all 120 orders come to 12 on average and to 8 at the least, and credit is max(0, (s - 12) / 8)', () => {
    const orders = ordersOf(letters).map((order) => placesIn(order.join('')));
    const scores = orders.map((places) => rankScore(key, places));
    expect(orders).toHaveLength(120);
    expect(mean(scores)).toBe(12);
    expect(Math.min(...scores)).toBe(8);
    for (const [at, places] of orders.entries())
      expect(rankCredit(key, places)).toBeCloseTo(Math.max(0, (scores[at]! - 12) / 8), 12);
  });

  test('two in one place earn nothing, and the others what they earn', () => {
    expect(rankScore(key, [1, 1, 1, 1, 1])).toBe(0);
    // C first, E fourth, D fifth are right; A and B share the second place.
    expect(rankScore(key, [2, 2, 1, 5, 4])).toBe(12);
  });

  test.each([3, 4, 6])('of %d things chance earns nothing either, and the key all', (count) => {
    const inOrder = Array.from({ length: count }, (_, at) => at + 1);
    const most = count * (count - 1);
    const scores = ordersOf(inOrder.map(String)).map((order) =>
      rankScore(inOrder, order.map(Number)),
    );
    const chance = most - (count * count - 1) / 3;
    expect(mean(scores)).toBeCloseTo(chance, 10);
    expect(rankCredit(inOrder, inOrder)).toBe(1);
    expect(rankCredit(inOrder, [...inOrder].reverse())).toBe(0);
    const [first, second, ...rest] = inOrder;
    // Two neighbours changed about are two steps away in all.
    expect(rankCredit(inOrder, [second!, first!, ...rest])).toBeCloseTo(
      1 - (3 * 2) / (count * count - 1),
      12,
    );
  });
});

describe('pick k of n', () => {
  const right = new Set(['a', 'b', 'c']);
  test.each([
    [['a', 'b', 'c'], 1],
    [['a', 'b', 'x'], 2 / 3],
    [['a'], 1 / 3],
    [['x', 'y', 'z'], 0],
    [[], 0],
    // More than k scores nothing, so that picking all of them is no way to be right.
    [['a', 'b', 'c', 'x'], 0],
  ])('%j: %d', (picked, credit) => {
    expect(pickCredit(right, picked)).toBeCloseTo(credit, 12);
  });
});

describe('rate each, on five steps', () => {
  const key = [5, 4, 2, 1];
  test.each([
    ['as the key has it', [5, 4, 2, 1], 1],
    ['one step off in one', [4, 4, 2, 1], 0.90625],
    // The key has its mean in the middle of the scale, so that centring changes nothing.
    ['the middle for all', [3, 3, 3, 3], 0.625],
    // In the right order and a step too high: right once centred, so it is the plain figure that counts.
    ['all one too high', [5, 5, 3, 2], 0.8125],
    ['the most for all', [5, 5, 5, 5], 0.5],
    ['turned about', [1, 2, 4, 5], 0.25],
  ])('%s: %d', (_, ratings, credit) => {
    expect(rateCredit(key, ratings, 5)).toBeCloseTo(credit, 12);
  });

  test('one end of the scale for all is worth no more than having told nothing apart', () => {
    // As they stand 1 - 1/8: nearly right. From their own means: nothing is told apart.
    const top = [5, 5, 5, 3];
    const plain = 1 - 2 / 4 / 4;
    expect(rateCredit(top, [5, 5, 5, 5], 5)).toBeLessThan(plain);
    expect(rateCredit(top, [5, 5, 5, 5], 5)).toBeCloseTo(1 - mean([0.5, 0.5, 0.5, 1.5]) / 4, 12);
  });
});

describe('scoreAnswer: the same credit for every competency, and nothing for harm', () => {
  const fine = (credit: number) => ({ credit, harmful: false });
  const harm = { credit: 0, harmful: true };
  test.each([
    ['pick both', kinds.pick, 'stick lamp', fine(1), fine(1)],
    ['pick one, and one that harms', kinds.pick, 'stick lock', fine(0.5), harm],
    ['rank right', kinds.rank, 'write=2 tell=1 rest=3', fine(1), fine(1)],
    ['what harms first', kinds.rank, 'write=2 tell=3 rest=1', harm, fine(0)],
    ['what harms second', kinds.rank, 'write=3 tell=1 rest=2', fine(0.25), fine(0.25)],
    ['rate right', kinds.rate, 'ill=4 old=1', fine(1), fine(1)],
    ['what harms just below the middle', kinds.rate, 'ill=4 old=2', fine(5 / 6), fine(5 / 6)],
    ['what harms just above the middle', kinds.rate, 'ill=4 old=3', harm, fine(2 / 3)],
  ])('%s', (_, decision, answer, one, two) => {
    const worth = scoreAnswer(decision, answer, plainWorld());
    expect([...worth.keys()]).toEqual(['IP-01', 'IP-02']);
    for (const [competency, expected] of [
      ['IP-01', one],
      ['IP-02', two],
    ] as const) {
      expect(worth.get(competency)!.harmful).toBe(expected.harmful);
      expect(worth.get(competency)!.credit).toBeCloseTo(expected.credit, 12);
    }
  });

  test('what stands in the very middle of an odd scale does no harm', () => {
    const odd = { ...kinds.rate, scale: ['No', 'A little', 'Rather', 'Much', 'Very'] };
    const isHarm = (old: number) =>
      scoreAnswer(odd, `ill=4 old=${old}`, plainWorld()).get('IP-01')!.harmful;
    expect([1, 2, 3, 4, 5].map(isHarm)).toEqual([false, false, false, true, true]);
  });

  test('one way to act is worth what its key says of each competency, by what was known', () => {
    const credits = (known: string[], wet = false) =>
      Object.fromEntries(scoreAnswer(kinds['best-action'], 'look', plainWorld(known, wet)));
    expect(credits([])).toEqual({ 'IP-01': fine(0.5), 'IP-02': fine(0.25) });
    // The first case that holds, and no later one.
    expect(credits(['plan'], true)).toEqual({
      'IP-01': fine(1),
      'IP-02': { credit: 0.5, harmful: true },
    });
    expect(credits([], true)).toEqual({ 'IP-01': fine(0), 'IP-02': fine(0) });
  });

  test('reasons are worth nothing that a machine could say', () => {
    expect(scoreAnswer(kinds.rationale, '', plainWorld()).size).toBe(0);
  });
});

test('keyIn gives the reason why along with the credit', () => {
  const { key } = kinds['best-action'].options['look']!;
  expect(keyIn(key, plainWorld(['plan'])).why).toContain('the plan');
  expect(keyIn(key, plainWorld()).why).toContain('looking');
});
