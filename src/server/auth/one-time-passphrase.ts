import { randomInt } from 'node:crypto';
import { passphraseWords } from './passphrase-words.ts';

/** Makes a passphrase of four plain words, to be read out or written down once. */
export const makeOneTimePassphrase = (): string =>
  Array.from({ length: 4 }, () => passphraseWords[randomInt(passphraseWords.length)]).join('-');

/** A one-time passphrase as it was meant: capitals and spaces from paper or a phone do not matter. */
export const tidyOneTimePassphrase = (typed: string): string =>
  typed
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '-');
