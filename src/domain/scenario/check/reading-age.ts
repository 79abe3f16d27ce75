import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { plainBlocks, splitSentences, wordsOf } from './sentences.ts';

/** What is no measure of how hard a text is, in lower case: the names in it, and words of the work. */
export interface Excepted {
  names: ReadonlySet<string>;
  terms: ReadonlySet<string>;
}

export interface Reading {
  words: number;
  /** In years; nothing where there is no word to go by. */
  age: number | undefined;
}

/**
 * How old a reader in England usually is who can follow these Markdown texts: the Flesch–Kincaid grade
 * (Kincaid and others, 1975) plus five, since children are six when they enter the first grade of an
 * American school. Names, care terms and figures count as words of the sentence, but their syllables are
 * taken to be like those of the rest, so that they make a text neither harder nor easier.
 */
export function readingAge(texts: readonly string[], excepted: Excepted): Reading {
  let sentences = 0;
  let words = 0;
  let judged = 0;
  let syllables = 0;
  for (const sentence of texts.flatMap(plainBlocks).flatMap(splitSentences)) {
    sentences += 1;
    wordsOf(sentence).forEach((word, at) => {
      words += 1;
      if (isExcepted(word, at === 0, excepted)) return;
      judged += 1;
      syllables += Math.max(1, syllable(word));
    });
  }
  const grade = fleschKincaid({
    sentence: sentences,
    word: words,
    syllable: judged && (syllables / judged) * words,
  });
  return { words, age: Number.isNaN(grade) ? undefined : grade + 5 };
}

function isExcepted(written: string, first: boolean, { names, terms }: Excepted): boolean {
  const bare = written.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  if (!/\p{L}/u.test(bare)) return true;
  const opensSpeech = /^[(]?[‘“"]/.test(written);
  const word = bare.replace(/[’']s$/, '');
  const isName = !first && !opensSpeech && /^\p{Lu}/u.test(word) && !/^I(['’]|$)/.test(bare);
  const lower = word.toLowerCase();
  return isName || names.has(lower) || terms.has(lower) || terms.has(lower.replace(/s$/, ''));
}
