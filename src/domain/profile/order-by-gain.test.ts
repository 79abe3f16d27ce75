import { expect, test } from 'vitest';
import { policy } from '../../../tests/support/first-policy.ts';
import { tinyScenario } from '../../../tests/support/tiny-scenario.ts';
import type { Anchor } from '../scenario/anchors.ts';
import type { Level } from '../scenario/words.ts';
import { orderByGain } from './order-by-gain.ts';

/** A scenario with so many anchors of each competency that it claims. */
function version(slug: string, counts: Record<string, number>, level: Level = 2) {
  const claims = Object.keys(counts).map((competency) => ({ competency, level }));
  const scenario = tinyScenario(
    { end: { ending: 'well' } },
    { title: `Story ${slug}`, level, claims },
  );
  const anchors = Object.entries(counts).flatMap(([competency, count]) =>
    Array.from({ length: count }, (_, at): Anchor => {
      return { name: `${competency}-${at}`, level, competency, weight: 1, scenes: [`s${at}`] };
    }),
  );
  return { slug, scenario, anchors };
}
const highRisk = new Set(['IP-01', 'IP-04']);
const order = (offered: ReturnType<typeof version>[], had: ReturnType<typeof version>[] = []) =>
  orderByGain(offered, { had, policy, highRisk }).map(({ slug }) => slug);

test('what adds most on high-risk competencies comes first, then what adds most, then by title', () => {
  const offered = [
    version('many', { 'IP-08': 6 }),
    version('b', { 'IP-01': 3 }),
    version('a', { 'IP-01': 3 }),
    version('more', { 'IP-01': 3, 'IP-08': 2 }),
    version('most', { 'IP-04': 4 }),
  ];
  expect(order(offered)).toEqual(['most', 'more', 'a', 'b', 'many']);
});

test('level 2 comes before level 3, whatever it adds', () => {
  expect(order([version('hard', { 'IP-01': 9 }, 3), version('clear', { 'IP-08': 1 })])).toEqual([
    'clear',
    'hard',
  ]);
});

test('what is beyond the minimum of a level adds nothing', () => {
  const offered = [version('again', { 'IP-01': 8 }), version('new', { 'IP-04': 2 })];
  expect(order(offered)).toEqual(['again', 'new']);
  expect(order(offered, [version('had', { 'IP-01': 7 })])).toEqual(['new', 'again']);
});

test('the list that was given stays as it was', () => {
  const offered = [version('b', { 'IP-08': 1 }), version('a', { 'IP-01': 1 })];
  order(offered);
  expect(offered.map(({ slug }) => slug)).toEqual(['b', 'a']);
});
