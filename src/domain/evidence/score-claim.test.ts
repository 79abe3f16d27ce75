import { describe, expect, test } from 'vitest';
import { assessed } from '../../../tests/support/records.ts';
import type { AssessedDecision } from './assess-decision.ts';
import { scoreClaim } from './score-claim.ts';

const two = { competency: 'IP-01', level: 2 as const };
const three = { competency: 'IP-01', level: 3 as const };
type Row = Partial<AssessedDecision>;

describe('scoreClaim', () => {
  test.each<[string, Row[], typeof two | typeof three, object | undefined]>([
    ['nothing', [], two, undefined],
    ['one anchor', [{ credit: 0.75 }], two, { score: 0.75, anchors: 1, nonRoutine: 0 }],
    [
      'two anchors',
      [{ credit: 1 }, { credit: 0.5, anchor: 'two' }],
      two,
      { score: 0.75, anchors: 2, nonRoutine: 0 },
    ],
    [
      'weights',
      [
        { credit: 1, weight: 3 },
        { credit: 0, anchor: 'two' },
      ],
      two,
      { score: 0.75, anchors: 2, nonRoutine: 0 },
    ],
    [
      'another competency beside it',
      [{ credit: 1 }, { credit: 0, anchor: 'two', competency: 'IP-02' }],
      two,
      { score: 1, anchors: 1, nonRoutine: 0 },
    ],
    [
      'the first of a group, and only that',
      [{ credit: 0.25 }, { credit: 1 }],
      two,
      { score: 0.25, anchors: 1, nonRoutine: 0 },
    ],
    [
      'non-routine ones, counted',
      [{ nonRoutine: true }, { anchor: 'two' }],
      two,
      { score: 1, anchors: 2, nonRoutine: 1 },
    ],
    [
      'a level 3 anchor for level 2',
      [{ level: 3, credit: 0.5 }],
      two,
      { score: 0.5, anchors: 1, nonRoutine: 0 },
    ],
    ['a level 2 anchor never for level 3', [{ level: 2 }], three, undefined],
    [
      'both levels for level 3',
      [
        { level: 2, credit: 1 },
        { level: 3, credit: 0, anchor: 'two' },
      ],
      three,
      { score: 0, anchors: 1, nonRoutine: 0 },
    ],
  ])('%s', (_, rows, claim, expected) => {
    expect(scoreClaim(rows.map(assessed), claim)).toEqual(expected);
  });

  test('visited-only denominators: decisions that some paths never meet change nothing', () => {
    const anchors = [assessed({ credit: 0.5 }), assessed({ credit: 0.5, anchor: 'two' })];
    const aside = [1, 1, 1].map((credit) => assessed({ credit, anchor: null }));
    expect(scoreClaim([...aside, ...anchors], two)).toEqual(scoreClaim(anchors, two));
    expect(scoreClaim(aside, two)).toBeUndefined();
  });
});
