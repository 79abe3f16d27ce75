import type { StoryFrame, StoryGraph } from '#domain/scenario/story-graph.ts';
import { drawCard } from './draw-card.ts';
import { drawLabel, drawLine } from './draw-line.ts';
import { layOutMap, type Box, type Placed } from './lay-out-map.ts';
import type { Weigh } from './map-lines.ts';
import type { Sign } from './map-sign.ts';
import { escapeXml, wrapText } from './svg-text.ts';

/** A drawn map. Its parts stand between the tags of an `<svg>` of this size; its classes are in map.css. */
export interface DrawnMap {
  /** Its natural size, at which no letter is under 12 pixels. */
  width: number;
  height: number;
  viewBox: string;
  parts: string;
}

const arrow = (id: string) =>
  `<marker id="${id}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0l10 5-10 5z"/></marker>`;

const corner = ({ x, y, width, height }: Box) =>
  `translate(${Math.round(x - width / 2)} ${Math.round(y - height / 2)})`;

const drawFrame = (placed: Placed<StoryFrame>): string =>
  `<g class="map-frame ${placed.thing.kind}" transform="${corner(placed)}"><rect width="${Math.round(placed.width)}" height="${Math.round(placed.height)}" rx="14"/></g>`;

/** The head of a frame. Drawn over the lines that come in at the top. */
function drawFrameHead(placed: Placed<StoryFrame>): string {
  const { thing, width } = placed;
  const strand = thing.kind === 'strand';
  const head = `${strand ? 'At once' : 'In between'}: ${thing.title}`;
  const [how] = strand ? wrapText(`Turn here: ${thing.how}`, width - 32, 13, 1) : [];
  return `<g class="map-frame-head ${thing.kind}" transform="${corner(placed)}"><text x="16" y="24">${escapeXml(head)}</text>${how === undefined ? '' : `<text class="map-how" x="16" y="43">${escapeXml(how)}</text>`}</g>`;
}

function drawSign(placed: Placed<Sign>): string {
  const { thing, width, height } = placed;
  const words = [thing.head, ...thing.lines]
    .map(
      (line, index) =>
        `<tspan${index ? '' : ' class="map-head"'} x="${Math.round(width / 2)}" y="${22 + index * 17}">${escapeXml(line)}</tspan>`,
    )
    .join('');
  return `<g class="map-sign" transform="${corner(placed)}"><rect width="${Math.round(width)}" height="${height}" rx="18"/><text text-anchor="middle">${words}</text></g>`;
}

/**
 * Draws a story: frames at the back, then lines, cards, and the labels of the lines over all. Lines are
 * as wide as people took them, where that is asked for.
 */
export function drawMap(graph: StoryGraph, weigh?: Weigh): DrawnMap {
  const { bounds, frames, lines, signs, cards } = layOutMap(graph, weigh);
  const parts = [
    `<defs>${arrow('map-arrow')}${arrow('map-arrow-harm')}</defs>`,
    ...frames.map(drawFrame),
    ...lines.map(drawLine),
    ...frames.map(drawFrameHead),
    ...signs.map(drawSign),
    ...cards.map(drawCard),
    ...lines.map(drawLabel),
  ].join('');
  const { left, top, width, height } = bounds;
  return { width, height, viewBox: `${left} ${top} ${width} ${height}`, parts };
}
