import { micromark } from 'micromark';

// Prose comes from published scenarios only, so what is kept is bounded by what was published.
const kept = new Map<string, string>();

/** Markdown of a scenario as HTML. HTML written in the source is shown as text, never let through. */
export function toHtml(markdown: string): string {
  const found = kept.get(markdown);
  if (found !== undefined) return found;
  const html = micromark(markdown);
  kept.set(markdown, html);
  return html;
}
