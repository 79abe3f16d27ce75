import { capitalised, givenNames, personVerbs, starters } from './plain-words.ts';

/** What something in a text looks like. */
export type LooksLike =
  'name' | 'phone' | 'nhs-number' | 'birth' | 'room' | 'address' | 'email' | 'postcode';

/** Something in a text that could tell who somebody is. */
export interface FoundName {
  text: string;
  looks: LooksLike;
}

/** What each could be, as a question. */
export const looksWords: Record<LooksLike, string> = {
  name: 'Is this somebody’s name?',
  phone: 'Is this a phone number?',
  'nhs-number': 'Is this an NHS number?',
  birth: 'Is this a date of birth?',
  room: 'Does this say which room is theirs?',
  address: 'Is this an address?',
  email: 'Is this an email address?',
  postcode: 'Is this a postcode?',
};

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
// A year in which nobody hands in an account: when somebody was born.
const longAgo = '(?:19\\d\\d|200\\d|201\\d)';

const patterns: [LooksLike, RegExp][] = [
  ['email', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g],
  ['phone', /(?:\+44|\b0)(?:[\s-]?\d){9,10}\b/g],
  ['nhs-number', /\b\d{3}[\s-]?\d{3}[\s-]?\d{4}\b/g],
  ['birth', new RegExp(`\\b\\d{1,2}[/.-]\\d{1,2}[/.-](?:${longAgo}|[013-9]\\d)\\b`, 'g')],
  ['birth', new RegExp(`\\b${longAgo}-\\d\\d-\\d\\d\\b`, 'g')],
  ['birth', new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?\\s+${month}\\s+${longAgo}\\b`, 'gi')],
  ['birth', /\b(?:born (?:on|in)|d\.?o\.?b\.?|date of birth)\W*\S*\d\S*/gi],
  ['postcode', /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/g],
  [
    'address',
    /\b\d+[a-z]?,?\s+(?:[A-Z][\w’']+\s+){1,3}(?:Street|Road|Lane|Avenue|Close|Drive|Way|Court|Gardens|Place|Terrace|Crescent|Square|Hill)\b/g,
  ],
  [
    'room',
    /\b(?:room|flat|bed|bay|bungalow|apartment|house)\s*(?:number|no\.?|#)?\s*\d+[a-z]?\b/gi,
  ],
];

const titled =
  /\b(?:mr|mrs|ms|miss|mx|dr|doctor|nurse|sister|matron|aunt|auntie|uncle|father|lady|sir|lord)\.?\s+\p{Lu}[\p{L}’'-]+/giu;
const word = /[\p{L}][\p{L}\p{M}’'-]*/gu;

/**
 * What in a text looks as if it named somebody. It asks rather than knows: initials pass, whatever has a
 * capital that no rule of spelling asks for does not, nor do numbers by which somebody can be found.
 * `known` are names that are in use here. Each thing is told once, in the order of the text.
 */
export function findNames(text: string, known: readonly string[] = []): FoundName[] {
  const found: (FoundName & { at: number })[] = [];
  let rest = text;
  const take = (looks: LooksLike, at: number, taken: string) => {
    found.push({ text: taken.trim(), looks, at });
    // What has been told is not told again as something else.
    rest = rest.slice(0, at) + ' '.repeat(taken.length) + rest.slice(at + taken.length);
  };
  for (const [looks, pattern] of patterns)
    for (const match of rest.matchAll(pattern)) take(looks, match.index, match[0]);
  for (const match of rest.matchAll(titled))
    if (!isRole(match[0])) take('name', match.index, match[0]);
  for (const { at, words } of namesIn(rest, known)) take('name', at, words);
  const told = new Set<string>();
  return found
    .sort((a, b) => a.at - b.at)
    .filter(({ text, looks }) => told.size < told.add(`${looks} ${text.toLowerCase()}`).size)
    .map(({ text, looks }) => ({ text, looks }));
}

/** “The nurse Said” is no title: nor is one before a word that names nobody, or that has no capital. */
const isRole = (match: string): boolean => {
  const name = match.split(/\s+/).at(-1)!;
  return !/^\p{Lu}/u.test(name) || isPlain(name);
};

const bare = (one: string) => one.toLowerCase().replaceAll('’', "'").replace(/'s?$/, '');
const isPlain = (one: string) =>
  capitalised.has(bare(one)) || capitalised.has(one.toLowerCase().replaceAll('’', "'"));

/** Runs of words that look like a name, with where they begin. */
function namesIn(text: string, known: readonly string[]): { at: number; words: string }[] {
  const used = new Set(known.flatMap((name) => name.toLowerCase().split(/[\s-]+/)));
  const words = [...text.matchAll(word)];
  const flagged = words.map((match, index) => {
    const next = words[index + 1];
    return isName(match[0], startsSentence(text, match.index), next?.[0], used);
  });
  return words.flatMap((match, index) => {
    if (!flagged[index] || (flagged[index - 1] && touches(text, words[index - 1]!, match)))
      return [];
    let last = index;
    while (flagged[last + 1] && touches(text, words[last]!, words[last + 1]!)) last += 1;
    const end = words[last]!.index + words[last]![0].length;
    return [{ at: match.index, words: text.slice(match.index, end) }];
  });
}

const touches = (text: string, one: RegExpExecArray, other: RegExpExecArray) =>
  /^ $/.test(text.slice(one.index + one[0].length, other.index));

function isName(
  written: string,
  starts: boolean,
  next: string | undefined,
  used: ReadonlySet<string>,
): boolean {
  const name = bare(written);
  if (name.length < 2) return false;
  if (givenNames.has(name)) return true;
  if (!/^\p{Lu}/u.test(written)) return false;
  if (isPlain(written)) return false;
  if (used.has(name)) return true;
  // An abbreviation, unless it is long enough to be a name written large.
  if (/^\p{Lu}+s?$/u.test(written)) return written.length > 4;
  if (!starts) return true;
  const owns = /[’']s$/.test(written);
  return !starters.has(name) && (owns || personVerbs.has(next?.toLowerCase() ?? ''));
}

/** Whether a capital here is only what the start of a sentence, a line or somebody's speech asks for. */
const startsSentence = (text: string, at: number): boolean =>
  /(?:^|[.!?…:;]["”’')]*\s+|\n\s*(?:[-*•]\s*)?|["“‘(]|(?:^|\s)['’])$/.test(text.slice(0, at));
