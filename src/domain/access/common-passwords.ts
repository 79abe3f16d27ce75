import { dictionary } from '@zxcvbn-ts/language-common';

/**
 * What a stranger would try here beside what everybody tries: words of care work and of this product,
 * football clubs, the months and seasons of now. A word stands for itself with digits and signs round it.
 */
const ours = `
  carework careworker carehome socialcare inpractice in-practice carer caring resident residents supportworker
  manager password passphrase temporary temppassword newpassword nopassword mypassword changeme welcome letmein
  liverpool manchester manutd chelsea arsenal tottenham everton ilovemykids correcthorsebatterystaple
  spring summer autumn winter january february march april june july august september october november december
  qwerty12345 1q2w3e4r5t 1qaz2wsx3edc q1w2e3r4t5 asdfghjkl; zxcvbnm123 abcdefghij abcdefghijk p@ssword p@ssw0rd
`;

/** 49,000 passwords that were used most where they were stolen, in small letters, and ours. */
const common: ReadonlySet<string> = new Set([
  ...dictionary['passwords-common'],
  ...ours.trim().split(/\s+/),
]);

const [before, after] = [/^[^\p{L}]+/u, /[^\p{L}]+$/u];

/**
 * Whether somebody guessing would try this among the first: a common one, twice the same, or one with
 * nothing but digits and signs put before or after it. Takes small letters without spaces.
 */
export function isCommonPassword(plain: string): boolean {
  const ended = plain.replace(after, '');
  const cores = [plain, ended, plain.replace(before, ''), ended.replace(before, '')];
  return cores.some((one) => common.has(one) || common.has(onceOf(one)));
}

/** A text that is told several times, told once. */
const onceOf = (text: string): string => /^(.{3,}?)\1+$/u.exec(text)?.[1] ?? text;
