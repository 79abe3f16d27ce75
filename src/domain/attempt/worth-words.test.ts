import { expect, test } from 'vitest';
import { creditWords, soundnessWords, worthOfCredit } from './worth-words.ts';

test.each([
  [1, 'sound', 'sound', /all through/],
  [0.9, 'sound', 'sound', /all through/],
  [0.89, 'mostly-sound', 'mostly sound', /Mostly/],
  [0.7, 'mostly-sound', 'mostly sound', /Mostly/],
  [0.69, 'partly-sound', 'partly sound', /in part/],
  [0.4, 'partly-sound', 'partly sound', /in part/],
  [0.39, 'not-sound', 'a little of it', /Not there yet/],
  [0, 'not-sound', 'not sound', /Not there yet/],
])('a credit of %d goes by one word wherever it is said: %s', (credit, worth, words, sentence) => {
  expect(worthOfCredit(credit)).toBe(worth);
  expect(creditWords(credit)).toBe(words);
  expect(soundnessWords(credit)).toMatch(sentence);
});
