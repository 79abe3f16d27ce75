import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoryGraph } from '#domain/scenario/story-graph.ts';
import { drawMap } from './draw-map.ts';
import { escapeXml } from './svg-text.ts';

const styles = join(import.meta.dirname, '..', '..', 'styles');

/** Draws a story as an SVG file that stands alone: it brings its own colours, light and dark. For authors, who run from the sources. */
export async function drawMapFile(graph: StoryGraph): Promise<string> {
  const { width, height, viewBox, parts } = drawMap(graph);
  const sheets = ['tokens.css', 'map.css'].map((name) => readFile(join(styles, name), 'utf8'));
  const css = (await Promise.all(sheets)).join('\n');
  const [left, top] = viewBox.split(' ');
  // A link into an outline that is not there would lead nowhere.
  const unlinked = parts.replace(/ href="#scene-[^"]*"/g, '');
  return `<svg xmlns="http://www.w3.org/2000/svg" class="map-drawing" viewBox="${viewBox}" width="${width}" height="${height}">
<title>Map of ${escapeXml(graph.title)}</title>
<style>${escapeXml(css)}
.map-paper { fill: var(--paper); }</style>
<rect class="map-paper" x="${left}" y="${top}" width="${width}" height="${height}"/>
${unlinked}
</svg>
`;
}
