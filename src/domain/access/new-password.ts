import { isCommonPassword } from './common-passwords.ts';

export const shortestPassword = 10;
export const longestPassword = 200;

/** Says in a sentence why this cannot be a new password, or nothing if it can. */
export function findPasswordProblem(password: string, username: string): string | undefined {
  const length = [...password].length;
  if (length === 0) return 'Type a new password.';
  if (length < shortestPassword) {
    return `Use ${shortestPassword} characters or more. Four words you can picture work well.`;
  }
  if (length > longestPassword) return `Use ${longestPassword} characters or fewer.`;
  const plain = password.toLowerCase().trim();
  if (lettersOf(plain) === lettersOf(username))
    return 'Choose something that is not your user name.';
  if (isCommonPassword(plain.replaceAll(/\s/g, ''))) {
    return 'This is one of the first that a stranger would try. Choose another.';
  }
  if (new Set(plain).size < 4) return 'Use more than three different characters.';
  return undefined;
}

const lettersOf = (text: string) => text.replaceAll(/[^\p{L}]/gu, '') || text;
