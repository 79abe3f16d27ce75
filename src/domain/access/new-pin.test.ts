import { expect, test } from 'vitest';
import { findNewPinProblems, findPinProblem, tidyPin } from './new-pin.ts';

test.each([
  ['', /Type a PIN/],
  ['12345', /6 digits/],
  ['1234567', /6 digits/],
  ['73910a', /6 digits/],
  ['７３９１０５', /6 digits/],
  ['000000', /repeat/],
  ['121212', /repeat/],
  ['739739', /repeat/],
  ['771177', /repeat/],
  ['123456', /count/],
  ['987654', /count/],
  ['789012', /count/],
  ['246802', /count/],
  ['147258', /pattern/],
  ['112233', /pattern/],
  // Fifth of March 1991, in the three orders, and years by themselves.
  ['050391', /date/],
  ['030591', /date/],
  ['910305', /date/],
  ['198473', /date/],
  ['732004', /date/],
])('%s is one of the first to be tried', (pin, why) => {
  expect(findPinProblem(pin)).toMatch(why);
});

test.each(['739105', '405917', '860472', '573068'])('%s will do', (pin) => {
  expect(findPinProblem(pin)).toBeUndefined();
});

test('spaces are nothing, and both must be the same', () => {
  expect(tidyPin(' 739 105 ')).toBe('739105');
  expect(findNewPinProblems({ pin: '739 105', again: '739105' })).toEqual([]);
  expect(findNewPinProblems({ pin: '739105', again: '739106' })).toMatchObject([
    { field: 'again' },
  ]);
  expect(findNewPinProblems({ pin: '111111', again: '' })).toMatchObject([{ field: 'pin' }]);
});
