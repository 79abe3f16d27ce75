import { describe, expect, test } from 'vitest';
import { planAttempt, type Circumstances } from './plan-attempt.ts';

const only = [''];
const two = ['a', 'b'];
const assessed = (form: string) => ({ form, mode: 'assessed' as const });
const practice = (form: string) => ({ form, mode: 'practice' as const });

const plan = (about: Partial<Circumstances>) =>
  planAttempt({
    personId: 'kim',
    slug: 'tea',
    forms: two,
    earlier: [],
    mayRetake: false,
    knowsKeys: false,
    ...about,
  });

describe('whether a new attempt counts, and in which form', () => {
  test.each<[string, Partial<Circumstances>, ReturnType<typeof plan>]>([
    ['the first, of one form', { forms: only }, assessed('')],
    ['again, of one form', { forms: only, earlier: [assessed('')] }, practice('')],
    [
      'again after harm, of one form: there is no other',
      { forms: only, earlier: [assessed('')], mayRetake: true },
      practice(''),
    ],
    ['again', { earlier: [assessed('a')] }, practice('a')],
    ['again, of the second form', { earlier: [assessed('b')] }, practice('b')],
    ['again after harm', { earlier: [assessed('a')], mayRetake: true }, assessed('b')],
    [
      'after harm and practice in the same form',
      { earlier: [practice('a'), assessed('a')], mayRetake: true },
      assessed('b'),
    ],
    [
      'after harm, where the other form was practised',
      { earlier: [practice('b'), assessed('a')], mayRetake: true },
      practice('b'),
    ],
    [
      'after both forms, the newest first',
      { earlier: [assessed('b'), assessed('a')], mayRetake: true },
      practice('b'),
    ],
    [
      'of three forms, the third',
      { forms: ['a', 'b', 'c'], earlier: [assessed('c'), assessed('a')], mayRetake: true },
      assessed('b'),
    ],
    [
      'after harm, in a form that is no longer told: it counts as the first',
      { forms: two, earlier: [assessed('')], mayRetake: true },
      assessed('b'),
    ],
    [
      'after harm, once its keys were read',
      { earlier: [assessed('a')], mayRetake: true, knowsKeys: true },
      practice('a'),
    ],
    ['the first, once its keys were read', { forms: only, knowsKeys: true }, practice('')],
    [
      'the first that would count, after practice only',
      { earlier: [practice('a')] },
      assessed('b'),
    ],
    ['after practice only, of one form', { forms: only, earlier: [practice('')] }, practice('')],
  ])('%s', (_, about, planned) => {
    // Whoever it is: nothing here is left to the draw.
    for (const personId of ['kim', 'lee', 'mo', 'ann', 'bo', 'cy', 'di'])
      expect(plan({ personId, ...about })).toEqual(planned);
  });
});

describe('the first form is drawn', () => {
  const names = Array.from({ length: 200 }, (_, at) => `person-${at}`);
  test('the same each time for one person, so that what is introduced is what is begun', () => {
    for (const personId of names) expect(plan({ personId })).toEqual(plan({ personId }));
  });
  test.each([['tea'], ['noise']])('each form for many, in "%s"', (slug) => {
    const drawn = names.map((personId) => plan({ personId, slug }).form);
    for (const form of two) {
      const share = drawn.filter((one) => one === form).length / names.length;
      expect(share).toBeGreaterThan(0.35);
    }
  });
  test('practice by who knows its keys is drawn too', () => {
    expect(two).toContain(plan({ knowsKeys: true }).form);
    expect(plan({ knowsKeys: true }).mode).toBe('practice');
  });
});
