import { expect, test } from 'vitest';
import type { Coverage, Covered } from '#domain/scenario/coverage.ts';
import { groupByGap, inMapOrder } from './order-covered.ts';

const none = { anchors: 0, scenarios: 0, nonRoutine: 0 };
const at = (level: 2 | 3, share: number, anchors: number): Coverage => ({
  ...{ competency: 'IP-01', level, ...none, anchors, needs: none, missing: none, share },
  ...{ enough: share === 1, from: [], inDraft: [] },
});
const competency = (id: string, risk: Covered['risk'], share = 0, anchors = 0): Covered => ({
  ...{ id, title: id, risk },
  levels: { 2: at(2, share, anchors), 3: at(3, 0, 0) },
});

const covered = [
  competency('IP-01', 'medium', 1),
  competency('IP-02', 'high', 0.5, 4),
  competency('IP-03', 'high', 0, 2),
  competency('IP-04', 'high'),
  competency('IP-05', 'medium'),
];

test('what could do most harm first, and the widest gap first within that', () => {
  const groups = groupByGap(covered).map(({ name, rows }) => [name, rows.map(({ id }) => id)]);
  expect(groups).toEqual([
    ['High risk', ['IP-04', 'IP-03', 'IP-02']],
    ['Medium risk', ['IP-05', 'IP-01']],
  ]);
});

test('the order of the map is left as it is', () => {
  expect(inMapOrder(covered)).toEqual([{ name: undefined, rows: covered }]);
});
