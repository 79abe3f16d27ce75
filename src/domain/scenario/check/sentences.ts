const sentences = new Intl.Segmenter('en-GB', { granularity: 'sentence' });

/** A full stop after these shortens a word and ends nothing; nor does one after an initial. */
const goesOn = [
  /(^|[\s(‘“"])(Mr|Mrs|Ms|Dr|St|e\.g|i\.e|approx)\.$/u,
  /(^|[\s(‘“"])(Mr|Mrs|Ms|Dr)\.?( \p{Lu}\.)+$/u,
  /^[(‘“"]*\p{Lu}\.( \p{Lu}\.)*$/u,
];

/** The paragraphs, headings and list entries of a Markdown text, each as plain words on one line. */
export const plainBlocks = (markdown: string): string[] =>
  markdown
    .replace(/\r/g, '')
    .replace(/^ *> ?/gm, '')
    .replace(/^ *#+ +(.*)$/gm, '\n$1\n')
    .split(/\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)/)
    .map((block) =>
      block
        .replace(/^\s*(?:[-*+]|\d+[.)])\s+/, '')
        .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replace(/[*`]|\\$|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gmu, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(Boolean);

/** The sentences of one plain paragraph. What is said and who says it (‘Who?’ says Dot.) are one. */
export function splitSentences(block: string): string[] {
  const found: string[] = [];
  for (const { segment } of sentences.segment(block.replaceAll('…', '...'))) {
    const part = segment.trim();
    const before = found.at(-1);
    const joins =
      before !== undefined &&
      (/^[)’”"—–\s]*\p{Ll}/u.test(part) || goesOn.some((end) => end.test(before)));
    if (joins) found[found.length - 1] = `${before} ${part}`;
    else if (part) found.push(part);
  }
  return found;
}

/** The words of a sentence: what holds a letter or a figure between spaces or long dashes. */
export const wordsOf = (sentence: string): string[] =>
  sentence.split(/\s+|—/).filter((word) => /[\p{L}\p{N}]/u.test(word));
