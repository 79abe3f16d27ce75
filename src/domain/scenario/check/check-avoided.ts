import type { Problem } from './problem.ts';
import { plainBlocks } from './sentences.ts';
import type { Style } from './style.ts';
import type { WorkerText } from './texts.ts';

/**
 * From an opening mark to its closing one, or to the end of the paragraph where the speech goes on in
 * the next. An apostrophe inside a word closes nothing, nor does one after an "s" with speech still to come.
 */
const speech =
  /‘(?:[^‘’]|’(?=\p{L})|(?<=s)’(?= \p{Ll}[^‘]*[.,?!…]’))*(?:’|$)|“[^”]*(?:”|$)|"[^"]*(?:"|$)/gu;

/** A paragraph without what somebody says in it. */
export const withoutSpeech = (block: string): string => block.replace(speech, ' “” ');

/**
 * Nobody is labelled, in any text. What stands in quotation marks is let be: somebody in the story may
 * say such a word, or an option may quote it, for the story to answer.
 */
export function checkAvoided(texts: readonly WorkerText[], style: Style): Problem[] {
  const avoided = style.avoid.map(({ words, instead }) => ({
    instead,
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${words.map(asPattern).join('|')})(?![\\p{L}\\p{N}])`,
      'iu',
    ),
  }));
  return texts.flatMap(({ path, text }) => {
    const said = plainBlocks(text).map(withoutSpeech).join('\n');
    return avoided.flatMap(({ pattern, instead }) => {
      const found = pattern.exec(said)?.[0];
      if (found === undefined) return [];
      return [
        {
          code: 'word-to-avoid',
          path,
          message: `"${found}" puts a label on somebody.`,
          remedy: instead,
        },
      ];
    });
  });
}

/** Spaces and hyphens stand for each other, since people write both. */
const asPattern = (words: string): string =>
  words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[ -]/g, '[ -]');
