import type { FieldProblem } from './problem.ts';

/** How many digits a PIN has. */
export const pinLength = 6;

const shape = new RegExp(`^\\d{${pinLength}}$`);

const digitsOf = (pin: string) => [...pin].map(Number);
const steps = (pin: string) =>
  digitsOf(pin)
    .slice(1)
    .map((digit, at) => digit - digitsOf(pin)[at]!);

/** Says of a part of a date, written in digits, whether it can be one. */
const isDay = (two: string) => Number(two) >= 1 && Number(two) <= 31;
const isMonth = (two: string) => Number(two) >= 1 && Number(two) <= 12;

/** The first PINs that anybody would try, by what makes them easy, with what to say about them. */
const easy: readonly { isIt: (pin: string) => boolean; why: string }[] = [
  {
    // 111111, 121212, 123123, 112211 and all else of no more than two digits or of one part repeated.
    isIt: (pin) =>
      new Set(pin).size <= 2 || pin.slice(0, 3) === pin.slice(3) || /^(..)\1\1$/.test(pin),
    why: 'Choose one that does not repeat itself.',
  },
  {
    // 123456, 987654, 789012: the same step all the way, from 9 on to 0 too.
    isIt: (pin) => new Set(steps(pin).map((step) => (step + 10) % 10)).size === 1,
    why: 'Choose one that does not count up or down.',
  },
  {
    // 147258, 159357 and their like are drawn on the keys; 112233 and 332211 are counted in pairs.
    isIt: (pin) =>
      ['147258', '258369', '147369', '159357', '357159', '159753', '753159', '456123'].includes(
        pin,
      ) || /^(\d)\1(\d)\2(\d)\3$/.test(pin),
    why: 'Choose one that makes no pattern.',
  },
  {
    // A birthday is known to colleagues: day, month and year in any order, or a year in four digits.
    isIt: (pin) => {
      const [a, b, c] = [pin.slice(0, 2), pin.slice(2, 4), pin.slice(4)] as [
        string,
        string,
        string,
      ];
      const isDate =
        (isDay(a) && isMonth(b)) || (isMonth(a) && isDay(b)) || (isMonth(b) && isDay(c));
      return isDate || /^(19|20)\d\d|(19|20)\d\d$/.test(pin);
    },
    why: 'Choose one that is not a date. Colleagues know birthdays.',
  },
];

/** Says in a sentence why this cannot be a new PIN, or nothing if it can. */
export function findPinProblem(pin: string): string | undefined {
  if (pin === '') return `Type a PIN of ${pinLength} digits.`;
  if (!shape.test(pin)) return `Use ${pinLength} digits and nothing else.`;
  return easy.find(({ isIt }) => isIt(pin))?.why;
}

/** A PIN as it was meant: spaces between the digits do not matter. */
export const tidyPin = (typed: string): string => typed.replaceAll(/\s/g, '');

/** A new PIN, typed twice. */
export interface NewPin {
  pin: string;
  again: string;
}

/** What is wrong with a new PIN or its repetition, by field (`pin`, `again`). */
export function findNewPinProblems({ pin, again }: NewPin): FieldProblem[] {
  const message = findPinProblem(tidyPin(pin));
  if (message !== undefined) return [{ field: 'pin', message }];
  if (tidyPin(pin) === tidyPin(again)) return [];
  return [{ field: 'again', message: 'Type the same PIN a second time.' }];
}
