import type { StoryFrame } from '#domain/scenario/story-graph.ts';
import { measureText, wrapText } from './svg-text.ts';

/** What stands on the map and is no scene: what brings an interruption, or the way back from it. */
export interface Sign {
  id: string;
  frame: StoryFrame | undefined;
  head: string;
  lines: string[];
  width: number;
  height: number;
}

const size = 13;
const lineHeight = 17;
const widest = 220;

/** Sets out a sign of a head and a few lines. */
export function setSign(
  id: string,
  frame: StoryFrame | undefined,
  head: string,
  words: string,
): Sign {
  const lines = wrapText(words, widest, size, 4);
  const widths = [head, ...lines].map((line) => measureText(line, size));
  return {
    ...{ id, frame, head, lines },
    width: Math.max(...widths) + 32,
    height: (lines.length + 1) * lineHeight + 18,
  };
}
