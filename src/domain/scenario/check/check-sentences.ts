import { limits } from './limits.ts';
import type { Problem } from './problem.ts';
import { plainBlocks, splitSentences, wordsOf } from './sentences.ts';
import type { WorkerText } from './texts.ts';

/** No sentence that a worker reads is too long to be followed at the end of a shift. */
export const checkSentences = (texts: readonly WorkerText[]): Problem[] =>
  texts.flatMap(({ path, text }) =>
    plainBlocks(text)
      .flatMap(splitSentences)
      .map(wordsOf)
      .filter((words) => words.length > limits.longestSentence)
      .map((words) => ({
        code: 'long-sentence',
        path,
        message: `"${words.slice(0, 6).join(' ')} …" is a sentence of ${words.length} words; at most ${limits.longestSentence} are wanted.`,
        remedy: 'Make two sentences of it.',
      })),
  );
