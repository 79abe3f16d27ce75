import { describe, expect, test } from 'vitest';
import { readRatings, SignedForm, whyNotKept } from './signed-form.ts';
import { tasks } from './tasks.ts';

const form = {
  observedOn: '2026-10-01',
  observedTime: '09:30',
  place: 'The dining room',
  task: 'mealtime',
  seen: 'She sat down beside him and waited until he had swallowed.',
  personSaid: '',
};

describe('SignedForm', () => {
  test('is read, with spaces at the ends left out', () => {
    expect(SignedForm.parse({ ...form, place: '  The hall ' })).toEqual({
      ...form,
      consent: '',
      place: 'The hall',
    });
    expect(SignedForm.parse({ ...form, personSaid: undefined }).personSaid).toBe('');
    for (const task of Object.keys(tasks))
      expect(SignedForm.safeParse({ ...form, task }).success).toBe(true);
  });
  test.each([
    ['observedOn', ''],
    ['observedOn', '2026-02-30'],
    ['observedOn', '1 October'],
    ['observedTime', '9:30'],
    ['observedTime', '24:00'],
    ['place', ' x '],
    ['place', 'x'.repeat(121)],
    ['task', 'constructor'],
    ['task', ''],
    ['seen', 'Fine.'],
    ['seen', ' '.repeat(40)],
    ['seen', 'x'.repeat(6001)],
    ['personSaid', 'x'.repeat(2001)],
    ['consent', 'yes'],
  ])('%s may not be %j, and the message says what to do', (field, value) => {
    const { error } = SignedForm.safeParse({ ...form, [field]: value });
    expect(error?.issues.map((issue) => issue.path.join())).toEqual([field]);
    expect(error?.issues[0]!.message).toMatch(/^(Give|Say|Use|Choose|Write) .+\.$/);
  });
});

describe('whyNotKept', () => {
  test.each([
    ['', '', true],
    ['', 'declined', true],
    ['“She is kind.”', 'agreed', true],
    ['“She is kind.”', 'agreed-by-representative', true],
    ['“She is kind.”', '', false],
    ['“She is kind.”', 'declined', false],
    ['“She is kind.”', 'not-asked', false],
  ] as const)('words %j with the answer %j are kept: %j', (personSaid, consent, kept) => {
    expect(whyNotKept({ personSaid, consent }) === undefined).toBe(kept);
  });
});

describe('readRatings', () => {
  test.each<[string, unknown, number | undefined]>([
    ['a text from a form', '3', 3],
    ['a number', 5, 5],
    ['nothing', undefined, undefined],
    ['an empty text', '', undefined],
    ['zero', '0', undefined],
    ['six', '6', undefined],
    ['a half', '3.5', undefined],
    ['a word', 'alone', undefined],
    ['a tick box', true, undefined],
    ['two answers', ['2', '4'], undefined],
    ['a list of one answer', ['4'], undefined],
  ])('%s', (_, given, expected) => {
    const { ratings, missing } = readRatings(['IP-01'], () => given);
    expect(ratings).toEqual(expected ? [{ competency: 'IP-01', entrustment: expected }] : []);
    expect(missing).toEqual(expected ? [] : ['IP-01']);
  });
  test('each competency has its own, and those without one are named', () => {
    const given: Record<string, string> = { 'IP-01': '2', 'IP-03': '4' };
    expect(readRatings(['IP-01', 'IP-02', 'IP-03'], (competency) => given[competency])).toEqual({
      ratings: [
        { competency: 'IP-01', entrustment: 2 },
        { competency: 'IP-03', entrustment: 4 },
      ],
      missing: ['IP-02'],
    });
  });
});
