import { expect, test } from 'vitest';
import { findPasswordProblem } from './new-password.ts';

test.each([
  ['', 'Type a new password.'],
  ['short', 'Use 10 characters or more. Four words you can picture work well.'],
  ['ninechars', 'Use 10 characters or more. Four words you can picture work well.'],
  ['ten-chars!', undefined],
  ['the bus was late again', undefined],
  ['éclairs ❤ tea', undefined],
  ['Margaret.Whitlock', 'Choose something that is not your user name.'],
  ['Password123', 'This is one of the first that a stranger would try. Choose another.'],
  ['qwerty uiop', 'This is one of the first that a stranger would try. Choose another.'],
  ['abababababab', 'Use more than three different characters.'],
  ['x'.repeat(201), 'Use 200 characters or fewer.'],
])('%j', (password, problem) => {
  expect(findPasswordProblem(password, 'margaret.whitlock')).toBe(problem);
});
