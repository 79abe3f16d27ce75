import { describe, expect, test } from 'vitest';
import { policy } from '../../../tests/support/first-policy.ts';
import { policyForm } from '../../../tests/support/policy-form.ts';
import { comparePolicies, saySame } from './compare-policies.ts';
import { changeable, draftPolicy, toFields } from './draft-policy.ts';
import { parseFigure, sayFigure } from './figures.ts';
import { nextVersion } from './next-version.ts';
import { figureAt, ruleAt } from './places.ts';
import { sayVersion } from './say-version.ts';
import { sections } from './sections.ts';

const known = new Set(['IP-04', 'IP-20']);
const draft = (more: Record<string, string> = {}) =>
  draftPolicy(policyForm(policy, more), policy, known);

/** Every place of the policy that holds a sentence or a figure. */
function placesIn(part: unknown, path = ''): string[] {
  if (typeof part !== 'object' || part === null) return [path.slice(1)];
  return Object.entries(part).flatMap(([key, value]) => placesIn(value, `${path}.${key}`));
}

test('every sentence and every figure of a policy is in a section', () => {
  const named = new Set(
    sections.flatMap(({ rule, figures }) => [rule, ...figures.map((f) => f.path)]),
  );
  const places = placesIn(policy).filter(
    (path) => !['version', 'status', 'about'].includes(path) && !path.startsWith('review.sooner.'),
  );
  expect(places.filter((path) => !named.has(path))).toEqual([]);
  expect([...named].filter((path) => !places.includes(path))).toEqual([]);
  for (const { rule, figures } of sections) {
    expect(ruleAt(policy, rule).length).toBeGreaterThan(9);
    for (const { path } of figures) expect(figureAt(policy, path)).not.toBeNaN();
  }
});

test('a form that nobody changed gives the policy it was made from, adopted', () => {
  expect(draft()).toEqual({ ok: true, value: { ...policy, status: 'adopted' } });
});

test.each([
  ['levels.2.judgement.anchors', '10', 10],
  ['certainty.cut', '65', 0.65],
  ['certainty.cut', '72.5', 0.725],
  ['certainty.correlation', '0,3', 0.3],
  ['statistics.difficulty.1', '90', 0.9],
  ['levels.3.discussions', '0', 0],
])('%s written as %s is %d', (path, written, value) => {
  const read = draft({ [path]: written });
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  expect(figureAt(read.value, path)).toBe(value);
});

describe('what cannot be, at its field:', () => {
  test.each([
    ['levels.2.judgement.anchors', '0'],
    ['levels.2.judgement.anchors', '1.5'],
    ['levels.2.judgement.anchors', 'eight'],
    ['levels.2.judgement.anchors', ''],
    ['levels.2.judgement.anchors', '1e3'],
    ['levels.2.judgement.non-routine', '9'],
    ['levels.2.judgement.scenarios', '9'],
    ['levels.3.practice.observers', '4'],
    ['levels.3.practice.tasks', '4'],
    ['levels.2.practice.entrustment', '2'],
    ['levels.2.practice.entrustment', '6'],
    ['levels.3.rule', ' '],
    ['certainty.cut', '101'],
    ['certainty.not-yet', '80'],
    ['confidence.unsure', '71'],
    ['confidence.fairly-sure', '96'],
    ['statistics.caution-under', '29'],
    ['statistics.difficulty.1', '20'],
    ['statistics.item-total.good', '0.1'],
    ['calibration.leaning', '0'],
    ['review.sooner.1.months', '6'],
    ['review.sooner.0.months', 'six'],
    ['review.sooner.0.competency', 'IP-99'],
  ])('%s as "%s"', (path, written) => {
    const read = draft({ [path]: written });
    if (read.ok) throw new Error('It was let through.');
    const at = path === 'review.sooner.1.months' ? 'review.sooner.1.competency' : path;
    expect(read.problem.map(({ field }) => field)).toEqual([at]);
    expect(read.problem[0]!.message).toMatch(/[a-z].*\.$/);
  });
});

describe('what is looked at sooner', () => {
  const sooner = (more: Record<string, string>) => {
    const read = draft(more);
    return read.ok ? read.value.review.sooner : read.problem;
  };
  test('can be added to, changed and taken away', () => {
    expect(
      sooner({ 'review.sooner.1.competency': 'IP-04', 'review.sooner.1.months': '3' }),
    ).toEqual({ 'IP-20': 6, 'IP-04': 3 });
    expect(sooner({ 'review.sooner.0.months': '9' })).toEqual({ 'IP-20': 9 });
    expect(sooner({ 'review.sooner.0.competency': '', 'review.sooner.0.months': '' })).toEqual({});
  });
  test('is named once', () => {
    expect(
      sooner({ 'review.sooner.1.competency': 'IP-20', 'review.sooner.1.months': '3' }),
    ).toMatchObject([{ field: 'review.sooner.1.competency' }]);
  });
});

test('what comes with the product has no field', () => {
  const fields = Object.keys(toFields(policy));
  expect(fields.some((name) => /^(publish|panel)\./.test(name))).toBe(false);
  expect(changeable.map(({ id }) => id)).not.toContain('panel');
  const read = draft({ 'publish.fewest-anchors': '1' });
  expect(read.ok && read.value.publish).toEqual(policy.publish);
});

test('what changed is said part by part', () => {
  const read = draft({
    'levels.2.practice.observations': '3',
    'levels.2.rule': 'Level 2 is met by more than before.',
    'review.sooner.0.months': '3',
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  const changes = comparePolicies(policy, read.value, (id) => `the name of ${id}`);
  expect(changes.map(({ section, figures, rule }) => [section.id, figures, rule?.to])).toEqual([
    [
      'levels.2',
      [{ label: 'Observations', from: '2', to: '3' }],
      'Level 2 is met by more than before.',
    ],
    ['review', [{ label: 'the name of IP-20', from: '6 months', to: '3 months' }], undefined],
  ]);
  expect([
    saySame(policy, read.value),
    saySame(policy, { ...policy, version: '2030-01-01' }),
  ]).toEqual([false, true]);
});

test('figures in words', () => {
  expect([
    sayFigure({ kind: 'hundred' }, 0.7),
    sayFigure({ kind: 'trust' }, 4),
    sayFigure({ kind: 'count-or-none' }, 0),
    sayFigure({ kind: 'count', unit: 'person' }, 30),
    sayFigure({ kind: 'count', unit: 'month' }, 1),
    parseFigure({ kind: 'hundred' }, ' 80 '),
    parseFigure({ kind: 'count' }, 'NaN'),
  ]).toEqual([
    '70 in 100',
    '“alone within limits”',
    'none',
    '30 people',
    '1 month',
    0.8,
    undefined,
  ]);
});

test('a version is its day, and a number where the day has one already', () => {
  const day = '2026-11-22';
  expect([
    nextVersion(day, []),
    nextVersion(day, [day]),
    nextVersion(day, [day, `${day}.2`]),
    sayVersion(day),
    sayVersion(`${day}.2`),
  ]).toEqual([day, `${day}.2`, `${day}.3`, '22 November 2026', '22 November 2026 (number 2)']);
});
