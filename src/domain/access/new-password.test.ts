import { expect, test } from 'vitest';
import { dictionary } from '@zxcvbn-ts/language-common';
import { isCommonPassword } from './common-passwords.ts';
import { findPasswordProblem, shortestPassword } from './new-password.ts';

test.each([
  ['', 'Type a new password.'],
  ['short', 'Use 10 characters or more. Four words you can picture work well.'],
  ['ninechars', 'Use 10 characters or more. Four words you can picture work well.'],
  ['ten-chars!', undefined],
  ['the bus was late again', undefined],
  ['éclairs ❤ tea', undefined],
  ['Margaret.Whitlock', 'Choose something that is not your user name.'],
  ['Password123', 'This is one of the first that a stranger would try. Choose another.'],
  ['Margaret Whitlock 1987', 'Choose something that is not your user name.'],
  ['liverpool-2026!', 'This is one of the first that a stranger would try. Choose another.'],
  ['12 Sunshine 34', 'This is one of the first that a stranger would try. Choose another.'],
  ['carehome-2026', 'This is one of the first that a stranger would try. Choose another.'],
  ['monkeymonkey', 'This is one of the first that a stranger would try. Choose another.'],
  ['P@ssw0rd2026', 'This is one of the first that a stranger would try. Choose another.'],
  ['monkey puzzle tree', undefined],
  ['2 sugars, 1 tea', undefined],
  ['qwerty uiop', 'This is one of the first that a stranger would try. Choose another.'],
  ['abababababab', 'Use more than three different characters.'],
  ['x'.repeat(201), 'Use 200 characters or fewer.'],
])('%j', (password, problem) => {
  expect(findPasswordProblem(password, 'margaret.whitlock')).toBe(problem);
});

test('none of the most used passwords gets by, as it is or made long enough with a year', () => {
  const listed = dictionary['passwords-common'];
  const allowed = listed.filter((one) => one.length >= shortestPassword);
  expect(allowed.length).toBeGreaterThan(1500);
  expect(allowed.filter((one) => !isCommonPassword(one))).toEqual([]);
  const lengthened = listed.slice(0, 5000).map((one) => `${one}2026!`);
  expect(
    lengthened.filter((one) => /\p{L}$/u.test(one.slice(0, -5)) && !isCommonPassword(one)),
  ).toEqual([]);
});
