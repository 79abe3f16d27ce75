/** A number with its noun: 1 decision, 2 decisions. */
export const sayCount = (number: number, one: string): string =>
  `${number} ${number === 1 ? one : `${one}s`}`;
