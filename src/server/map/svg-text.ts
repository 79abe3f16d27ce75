/** Text made safe to stand in SVG, between tags or in an attribute. */
export const escapeXml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

// Shares of the type size, a little generous: measured on Atkinson Hyperlegible Next, and what stands in
// for it is hardly wider.
const narrow = /[ijlI.,:;'’‘!|]/;
const wide = /[mwMW—]/;

/** About how wide a line of text is, in the units of its size. */
export function measureText(text: string, size: number): number {
  let width = 0;
  for (const letter of text) {
    if (letter === ' ') width += 0.27;
    else if (narrow.test(letter)) width += 0.31;
    else if (wide.test(letter)) width += 0.86;
    else width += /[A-Z]/.test(letter) ? 0.66 : 0.555;
  }
  return width * size;
}

/** Breaks a text into lines of a width, at words; what does not fit ends in an ellipsis. */
export function wrapText(text: string, width: number, size: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || measureText(longer, size) > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  if (lines.length <= most) return lines;
  let end = lines[most - 1]!;
  while (measureText(`${end}…`, size) > width) end = end.slice(0, -1);
  return [...lines.slice(0, most - 1), `${end.replace(/[\s,.;:]+$/, '')}…`];
}
