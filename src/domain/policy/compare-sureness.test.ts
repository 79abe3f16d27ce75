import { expect, test } from 'vitest';
import { policy } from '../../../tests/support/first-policy.ts';
import type { SaidSure } from '../statistics/confidence.ts';
import { compareSureness } from './compare-sureness.ts';

const harm: SaidSure = { sureness: 'sure', credit: 0, harmful: true };
const right: SaidSure = { sureness: 'unsure', credit: 1, harmful: false };
const plain: SaidSure = { sureness: 'sure', credit: 1, harmful: false };

test('says nothing in figures while there are few, and names what to talk about', () => {
  expect(compareSureness([harm, right, plain], policy)).toEqual({
    decisions: 3,
    figures: null,
    least: 10,
    sureAndHarmful: [harm],
    unsureAndRight: [right],
  });
});

test('compares from the count of the policy on', () => {
  const nine = Array<SaidSure>(9).fill(plain);
  expect(compareSureness(nine, policy).figures).toBeNull();
  const { figures } = compareSureness([...nine, plain], policy);
  expect(figures!.calibration).toBeCloseTo(-0.05, 10);
  expect(figures!.brier).toBeCloseTo(0.0025, 10);
});
