/** A text with no line longer than so many characters, unless a single word is. Paragraphs stay apart. */
export function wrap(text: string, width = 78, indent = ''): string[] {
  return text.split('\n').flatMap((line) => {
    if (!line.trim()) return [''];
    const lines: string[] = [];
    let now = indent;
    for (const word of line.trim().split(/\s+/)) {
      if (now.trim() && now.length + 1 + word.length > width) {
        lines.push(now);
        now = indent;
      }
      now += now.trim() ? ` ${word}` : word;
    }
    return [...lines, now];
  });
}

/** A text behind a key such as "1" or "a", its further lines set in as far as the first. */
export const wrapBehind = (key: string, text: string): string[] => {
  const [first = '', ...more] = wrap(text, 78, '     ');
  return [`  ${key.padEnd(3)}${first.trimStart()}`, ...more];
};
