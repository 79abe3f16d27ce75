import { micromark } from 'micromark';

/** Texts kept rendered: more than all scenes of a large library, and a few megabytes at the most. */
const most = 5_000;
const kept = new Map<string, string>();

/** Markdown of a scenario as HTML. HTML written in the source is shown as text, never let through. */
export function toHtml(markdown: string): string {
  const found = kept.get(markdown);
  if (found !== undefined) return found;
  const html = micromark(markdown);
  if (kept.size >= most) kept.clear();
  kept.set(markdown, html);
  return html;
}
