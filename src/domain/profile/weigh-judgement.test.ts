import { describe, expect, test } from 'vitest';
import { attemptOf, evidence, noon, soundJudgement } from '../../../tests/support/records.ts';
import { policy } from '../../../tests/support/first-policy.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { effectiveAnchors, probabilityMeets } from '../evidence/certainty.ts';
import { weighJudgement } from './weigh-judgement.ts';

const two = { competency: 'IP-01', level: 2 as const };
const three = { competency: 'IP-01', level: 3 as const };
const weigh = (rows: Evidence[], claim: typeof two | typeof three = two, at = noon('2026-10-01')) =>
  weighJudgement(rows, claim, policy, at);

describe('weighJudgement', () => {
  test('nothing is nothing', () => {
    expect(weigh([])).toEqual({
      anchors: 0,
      nonRoutine: 0,
      scenarios: 0,
      days: 0,
      credit: 0,
      probability: null,
      verdict: 'insufficient',
      enough: false,
      older: 0,
      lapsed: false,
    });
  });
  test('anchors of one scenario hang together, so they count for less', () => {
    const judged = weigh([
      ...attemptOf('ash', '2026-09-01', [1, 1, 0, 1]),
      ...attemptOf('beech', '2026-09-02', [0.5]),
    ]);
    expect(judged).toMatchObject({ anchors: 5, scenarios: 2, days: 2, credit: 3.5 });
    const effective = effectiveAnchors(4, 0.2) + 1;
    expect(judged.probability).toBeCloseTo(probabilityMeets(0.75 * 2.5 + 0.5, effective, 0.7), 12);
  });
  test('the three verdicts, at the bounds of the policy', () => {
    expect(weigh(soundJudgement(2)).verdict).toBe('supports');
    expect(weigh(attemptOf('ash', '2026-09-01', [0, 0, 0, 0])).verdict).toBe('not-yet');
    expect(weigh(attemptOf('ash', '2026-09-01', [1, 1, 0, 1])).verdict).toBe('insufficient');
  });
  test('half a path is no fair total: an unfinished attempt adds nothing', () => {
    const open = attemptOf('elm', '2026-09-09', [0, 0, 0, 0], { finishedAt: null });
    expect(weigh([...soundJudgement(2), ...open])).toEqual(weigh(soundJudgement(2)));
  });
  test('decisions older than the window are no longer counted', () => {
    expect(weigh(soundJudgement(2), two, noon('2028-09-03')).scenarios).toBe(1);
    expect(weigh(soundJudgement(2), two, noon('2028-09-04')).probability).toBeNull();
  });
  test('decisions that rest on no anchor add nothing', () => {
    const aside = evidence('elm', '2026-09-09', { credit: 0, anchor: null });
    expect(weigh([...soundJudgement(2), aside])).toEqual(weigh(soundJudgement(2)));
  });
  test('of two decisions of one group, the first one made counts, in whatever order they come', () => {
    const first = evidence('ash', '2026-09-01', {
      credit: 0,
      at: '2026-09-01T10:00:00.000Z',
      moveId: 'z',
    });
    const second = evidence('ash', '2026-09-01', {
      credit: 1,
      at: '2026-09-01T10:05:00.000Z',
      moveId: 'a',
    });
    expect(weigh([first, second]).credit).toBe(0);
    expect(weigh([second, first]).credit).toBe(0);
  });
  test('level 3 decisions support level 2, never the reverse', () => {
    expect(weigh(soundJudgement(3), two).enough).toBe(true);
    expect(weigh(soundJudgement(3), three).enough).toBe(true);
    expect(weigh(soundJudgement(2), three).anchors).toBe(0);
  });
});

describe('two forms of one scenario', () => {
  const inForm = (form: string, day: string, credits: number[]) =>
    attemptOf('ash', day, credits, { form, attemptId: `ash-${form}` });
  const both = [...inForm('a', '2026-09-01', [1, 1, 0, 1]), ...inForm('b', '2026-09-02', [1, 1])];

  test('are one cluster: their anchors hang together as those of one', () => {
    const judged = weigh(both);
    expect(judged).toMatchObject({ anchors: 6, scenarios: 1, days: 2, credit: 5 });
    const effective = effectiveAnchors(6, 0.2);
    expect(judged.probability).toBeCloseTo(
      probabilityMeets((5 / 6) * effective, effective, 0.7),
      12,
    );
  });
  test('say less than two scenarios with the same decisions', () => {
    const apart = both.map((row) => ({ ...row, slug: `${row.slug}-${row.form}` }));
    expect(weigh(apart)).toMatchObject({ anchors: 6, scenarios: 2, credit: 5 });
    expect(weigh(apart).probability).toBeGreaterThan(weigh(both).probability!);
  });
  test('are not enough scenarios, however many decisions they have', () => {
    const sound = (form: string, day: string) => inForm(form, day, [1, 1, 1, 1, 1, 1, 1]);
    const judged = weigh([
      ...['a', 'b', 'c'].flatMap((form, at) => sound(form, `2026-09-0${at + 1}`)),
    ]);
    expect(judged).toMatchObject({ anchors: 21, scenarios: 1, days: 3, enough: false });
  });
  test('the same anchor in each counts in each, once', () => {
    const twice = [...inForm('a', '2026-09-01', [0]), ...inForm('b', '2026-09-02', [1])];
    expect(weigh(twice)).toMatchObject({ anchors: 2, credit: 1 });
    const met = [...inForm('a', '2026-09-01', [0]), ...inForm('a', '2026-09-01', [1])];
    expect(weigh(met)).toMatchObject({ anchors: 1 });
  });
});

describe('sound judgement is enough only with', () => {
  const sound = (slugs: string[], credits: number[], more: Partial<Evidence> = {}) =>
    slugs.flatMap((slug, at) => attemptOf(slug, `2026-09-0${at + 1}`, credits, more));
  const abc = ['ash', 'beech', 'cedar'];
  const level3 = { level: 3 as const, nonRoutine: true };
  test.each<[string, Evidence[], typeof two | typeof three, boolean]>([
    ['eight anchors, three scenarios and two days', sound(abc, [1, 1, 1]), two, true],
    [
      'seven anchors',
      [...sound(['ash', 'beech'], [1, 1, 1]), ...attemptOf('cedar', '2026-09-03', [1])],
      two,
      false,
    ],
    ['two scenarios', sound(['ash', 'beech'], [1, 1, 1, 1, 1, 1, 1, 1]), two, false],
    ['one day', abc.flatMap((slug) => attemptOf(slug, '2026-09-01', [1, 1, 1])), two, false],
    [
      'twelve level 3 anchors in four scenarios',
      sound([...abc, 'elm'], [1, 1, 1], level3),
      three,
      true,
    ],
    [
      'eleven of them',
      [...sound(abc, [1, 1, 1], level3), ...attemptOf('elm', '2026-09-05', [1, 1], level3)],
      three,
      false,
    ],
    ['three scenarios at level 3', sound(abc, [1, 1, 1, 1], level3), three, false],
    [
      'five that are not routine',
      [
        ...sound(['ash'], [1, 1, 1, 1, 1], level3),
        ...sound(
          abc.map((s) => `${s}-2`),
          [1, 1, 1],
          { level: 3 },
        ),
      ],
      three,
      false,
    ],
  ])('%s', (_, rows, claim, enough) => {
    const judged = weigh(rows, claim);
    expect(judged.verdict).toBe('supports');
    expect(judged.enough).toBe(enough);
  });
});
