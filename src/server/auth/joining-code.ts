import { randomInt } from 'node:crypto';
import type { Credential } from '#db';
import { joiningCodeEnd } from '#domain/access/joining-code.ts';
import { passphraseWords } from './passphrase-words.ts';
import { hashPassword } from './password.ts';

/** Makes a joining code of four plain words, to be read out or written down once. */
const makeJoiningCode = (): string =>
  Array.from({ length: 4 }, () => passphraseWords[randomInt(passphraseWords.length)]).join('-');

/** A joining code as it was meant: capitals and spaces from paper or a phone do not matter. */
export const tidyJoiningCode = (typed: string): string =>
  typed
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '-');

/** Makes a joining code, with what is stored of it. The code itself is stored nowhere: show it once. */
export async function newJoiningCode(
  at: string,
): Promise<{ code: string; until: string; credential: Credential }> {
  const code = makeJoiningCode();
  const until = joiningCodeEnd(at);
  const passwordHash = await hashPassword(code);
  return { code, until, credential: { passwordHash, temporary: true, expiresAt: until } };
}

/** Whether a joining code has run out. A password never does. */
export const hasRunOut = ({ temporary, expiresAt }: Credential, at: string): boolean =>
  temporary && !!expiresAt && expiresAt <= at;
