import { randomInt } from 'node:crypto';
import { recoveryCodeCount } from '#domain/access/second-factor.ts';
import { hashId } from '../auth/hash-id.ts';

// Without letters and digits that look alike on paper.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

const makeOne = (): string => {
  const typed = Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('');
  return `${typed.slice(0, 5)}-${typed.slice(5)}`;
};

const tidy = (typed: string) => typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/**
 * What is stored of a recovery code. One has 49 bits of chance and is guessed at slowly, so that a plain
 * hash is enough.
 */
export const hashRecoveryCode = (personId: string, typed: string): string =>
  hashId(`${personId} ${tidy(typed)}`);

/** Makes recovery codes, with what is stored of them. They themselves are stored nowhere. */
export function makeRecoveryCodes(personId: string): { codes: string[]; codeHashes: string[] } {
  const codes = Array.from({ length: recoveryCodeCount }, makeOne);
  return { codes, codeHashes: codes.map((code) => hashRecoveryCode(personId, code)) };
}
