import { describe, expect, test } from 'vitest';
import { readingAge } from './reading-age.ts';

const nobody = { names: new Set<string>(), terms: new Set<string>() };
const ageOf = (text: string, excepted = nobody) => readingAge([text], excepted).age;

describe('the reading age of', () => {
  test.each([
    // The example that the formula's library gives: 1 sentence, 13 words, 26 syllables, grade 13.08.
    [
      'the platypus',
      'The australian platypus is seemingly a hybrid of a mammal and reptilian creature.',
      18.08,
    ],
    // 0.39 * 6 / 1 + 11.8 * 6 / 6 - 15.59 + 5
    ['the cat', 'The cat sat on the mat.', 3.55],
    // 0.39 * 9 / 2 + 11.8 * 9 / 9 - 15.59 + 5
    ['two sentences', 'The nurse came in. She was kind to us.', 2.965],
    // 0.39 * 4 / 2 + 11.8 * 6 / 4 - 15.59 + 5
    ['two paragraphs', 'Tired people\n\nsleep better', 7.89],
  ])('%s', (_, text, age) => {
    expect(ageOf(text)).toBeCloseTo(age, 6);
  });

  test('nothing is none, and figures alone are none', () => {
    expect(readingAge([], nobody)).toEqual({ words: 0, age: undefined });
    expect(ageOf('07:40. 36.5!')).toBeUndefined();
  });
});

describe('what makes a text neither harder nor easier', () => {
  const terms = new Set(['medication', 'physiotherapist']);
  test.each([
    ['a name in a sentence', 'We met Alexandrina there.', 'We met Jo there.', nobody],
    ['a place after a name', 'She lives in Ashby Parva now.', 'She lives in New York now.', nobody],
    [
      'somebody of the story, first in the sentence',
      'Bartholomew’s hat fell off.',
      'Bo’s hat fell off.',
      { ...nobody, names: new Set(['bartholomew', 'bo']) },
    ],
    ['a care term', 'Take the medication now.', 'Take the 2 now.', { ...nobody, terms }],
    ['more than one of it', 'Ask the physiotherapists.', 'Ask the 2.', { ...nobody, terms }],
  ])('%s', (_, hard, easy, excepted) => {
    expect(ageOf(hard, excepted)).toBe(ageOf(easy, excepted));
  });

  test.each([
    ['the first word', 'Alexandrina sat down.', 'Jo sat down.'],
    ['the first word that is said', 'He said: ‘Immediately, please.’', 'He said: ‘Now, please.’'],
    ['a term that is not on the list', 'Take the medication now.', 'Take the pill now.'],
  ])('but %s counts', (_, hard, easy) => {
    expect(ageOf(hard)).toBeGreaterThan(ageOf(easy)!);
  });

  test('"I" is no name', () => {
    expect(ageOf('Certainly I can.')).toBeCloseTo(0.39 * 3 + (11.8 * 5) / 3 - 15.59 + 5, 6);
  });
});

test('the same text twice, or in another order, is as hard as once', () => {
  const texts = ['The nurse came in.', 'Nobody had expected an answer.', 'She was kind to us.'];
  const { words, age } = readingAge(texts, nobody);
  expect(words).toBe(14);
  expect(readingAge([...texts].reverse(), nobody).age).toBeCloseTo(age!, 9);
  expect(readingAge([...texts, ...texts], nobody).age).toBeCloseTo(age!, 9);
});
