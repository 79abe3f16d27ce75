import { describe, expect, test } from 'vitest';
import type { Attempt } from '../attempt/attempt.ts';
import { findOpening, listOpenings, type Opening } from './openings.ts';

type Version = Parameters<typeof listOpenings>[0][number];
const version = (slug: string, forms = [''], level: 2 | 3 = 2): Version => ({
  slug,
  form: forms[0]!,
  forms,
  scenario: { title: `The ${slug}` },
  anchors: [{ name: 'one', level, competency: 'IP-01', weight: 1, scenes: ['one'] }],
});
const attempt = (
  at: Version,
  form: string,
  mode: Attempt['mode'] = 'assessed',
  finishedAt: string | null = '2026-09-01T12:00:00.000Z',
) => ({
  attempt: { slug: at.slug, form, mode, finishedAt } as Attempt,
  version: { ...at, form },
});
const list = (...args: Parameters<typeof listOpenings>) =>
  listOpenings(...args).map(({ slug, form, begun, again }) =>
    [slug, form, begun && 'begun', again && 'again'].filter(Boolean).join(' '),
  );

describe('listOpenings', () => {
  const one = version('ash');
  const two = version('elm', ['a', 'b']);
  const three = version('fir', ['a', 'b', 'c']);
  test.each<[string, Version[], ReturnType<typeof attempt>[], string[]]>([
    ['nothing played yet', [one, two], [], ['ash', 'elm a']],
    ['one form, played', [one], [attempt(one, '')], []],
    ['one form, begun', [one], [attempt(one, '', 'assessed', null)], ['ash begun']],
    ['one of two forms played', [two], [attempt(two, 'a')], ['elm b again']],
    ['the other of them', [two], [attempt(two, 'b')], ['elm a again']],
    ['both of them', [two], [attempt(two, 'b'), attempt(two, 'a')], []],
    [
      'one assessed and the other practised: a form that one has had is never open',
      [two],
      [attempt(two, 'b', 'practice'), attempt(two, 'a')],
      [],
    ],
    ['two of three', [three], [attempt(three, 'a'), attempt(three, 'c')], ['fir b again']],
    [
      'one played and the other begun: it is only to be finished',
      [two],
      [attempt(two, 'b', 'assessed', null), attempt(two, 'a')],
      ['elm b begun'],
    ],
    [
      'practice that is open: that comes first',
      [two],
      [attempt(two, 'a', 'practice', null), attempt(two, 'a')],
      [],
    ],
    [
      'played before it had forms: that counts as the first',
      [two],
      [attempt(two, '')],
      ['elm b again'],
    ],
    ['begun, and no longer on offer', [], [attempt(one, '', 'assessed', null)], ['ash begun']],
    [
      'what is begun comes first, then what is new, then what is told another way',
      [two, one, three],
      [attempt(two, 'a'), attempt(three, 'c', 'assessed', null)],
      ['fir c begun', 'ash', 'elm b again'],
    ],
  ])('%s', (_, playable, attempts, expected) => {
    expect(list(playable, attempts)).toEqual(expected);
  });
});

describe('findOpening', () => {
  const opening = (slug: string, more: Partial<Opening>, level: 2 | 3 = 2): Opening => ({
    slug,
    title: slug,
    form: '',
    again: false,
    begun: false,
    anchors: version(slug, [''], level).anchors,
    ...more,
  });
  const claim = { competency: 'IP-01', level: 3 as const };
  test('is the first on the claim, and never one that is told again unless asked for', () => {
    const openings = [
      opening('again', { again: true }, 3),
      opening('low', {}, 2),
      opening('high', {}, 3),
    ];
    expect(findOpening(openings, claim)?.slug).toBe('high');
    expect(findOpening(openings, { ...claim, level: 2 })?.slug).toBe('low');
    expect(findOpening(openings, { ...claim, competency: 'IP-02' })).toBeUndefined();
    expect(findOpening(openings, claim, () => true)?.slug).toBe('again');
  });
});
