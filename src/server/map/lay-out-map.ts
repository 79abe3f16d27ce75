import { Graph, layout } from '@dagrejs/dagre';
import type { StoryFrame, StoryGraph } from '#domain/scenario/story-graph.ts';
import { setCard, type Card } from './map-card.ts';
import type { MapLine, Weigh } from './map-lines.ts';
import { setPorts } from './map-ports.ts';
import type { Sign } from './map-sign.ts';
import { placeSigns } from './place-signs.ts';

export interface Point {
  x: number;
  y: number;
}
/** A rectangle by its middle. */
export interface Box extends Point {
  width: number;
  height: number;
}
/** Something drawn in a rectangle. */
export interface Placed<Thing> extends Box {
  thing: Thing;
}
export interface PlacedLine {
  line: MapLine;
  points: Point[];
  /** Where its label stands. */
  label: Box;
}
export interface MapLayout {
  /** The rectangle that holds all of it. */
  bounds: { left: number; top: number; width: number; height: number };
  cards: Placed<Card>[];
  signs: Placed<Sign>[];
  frames: Placed<StoryFrame>[];
  lines: PlacedLine[];
}

const margin = 24;
const frameRoom = { side: 14, head: 52, foot: 14 };
const frameId = ({ kind, id }: StoryFrame) => `${kind}:${id}`;

/** The sides of the least rectangle round some boxes. */
function around(boxes: readonly Box[]) {
  return {
    left: Math.min(...boxes.map(({ x, width }) => x - width / 2)),
    top: Math.min(...boxes.map(({ y, height }) => y - height / 2)),
    right: Math.max(...boxes.map(({ x, width }) => x + width / 2)),
    bottom: Math.max(...boxes.map(({ y, height }) => y + height / 2)),
  };
}

function frameBox(boxes: readonly Box[]): Box {
  const { left, top, right, bottom } = around(boxes);
  const width = right - left + 2 * frameRoom.side;
  const height = bottom - top + frameRoom.head + frameRoom.foot;
  return {
    ...{ width, height },
    x: (left + right) / 2,
    y: top - frameRoom.head + height / 2,
  };
}

function toGraph(graph: StoryGraph, cards: Card[], signs: Sign[], lines: MapLine[]) {
  const drawn = new Graph({ compound: true, multigraph: true });
  drawn.setGraph({
    ...{ rankdir: 'TB', rankalign: 'top' },
    ...{ nodesep: 36, edgesep: 24, ranksep: 72 },
  });
  const put = (id: string, { width, height }: Pick<Box, 'width' | 'height'>) =>
    drawn.setNode(id, { width, height });
  for (const card of cards) put(card.scene.id, card);
  for (const sign of signs) put(sign.id, sign);
  for (const frame of graph.frames.filter(({ scenes }) => scenes.length)) {
    drawn.setNode(frameId(frame), { width: 0, height: 0 });
    for (const id of frame.scenes) drawn.setParent(id, frameId(frame));
    for (const sign of signs) if (sign.frame === frame) drawn.setParent(sign.id, frameId(frame));
  }
  for (const [index, { from, to, width, height }] of lines.entries())
    drawn.setEdge(from, to, { width, height, labelpos: 'c' }, String(index));
  return drawn;
}

/** Where the scenes, lines and frames of a story stand, from top to bottom. The same story always lies the same. */
export function layOutMap(graph: StoryGraph, weigh?: Weigh): MapLayout {
  const cards = graph.scenes.map(setCard);
  const { lines, signs } = placeSigns(graph, weigh);
  const drawn = toGraph(graph, cards, signs, lines);
  layout(drawn);

  const boxOf = (id: string): Box => {
    const { x, y, width, height } = drawn.node(id) as Box;
    return { x, y, width, height };
  };
  const placedLines = lines.map((line, index): PlacedLine => {
    const { points, x, y } = drawn.edge(line.from, line.to, String(index)) as Point & {
      points: Point[];
    };
    const { width, height } = line;
    return { line, points: [...points], label: { x, y, width, height } };
  });
  setPorts(placedLines, boxOf);
  const labelled = placedLines.filter(({ line }) => line.label.length);

  const frames = graph.frames.flatMap((frame): Placed<StoryFrame>[] => {
    if (!frame.scenes.length) return [];
    const own = signs.filter((sign) => sign.frame === frame).map(({ id }) => id);
    const within = new Set([...frame.scenes, ...own]);
    const labels = labelled.filter(({ line }) => within.has(line.from) && within.has(line.to));
    const boxes = [...[...within].map(boxOf), ...labels.map(({ label }) => label)];
    return [{ thing: frame, ...frameBox(boxes) }];
  });
  const placed = {
    cards: cards.map((card) => ({ thing: card, ...boxOf(card.scene.id) })),
    signs: signs.map((sign) => ({ thing: sign, ...boxOf(sign.id) })),
    frames,
  };
  const bends = placedLines
    .flatMap(({ points }) => points)
    .map((p) => ({ ...p, width: 0, height: 0 }));
  const { left, top, right, bottom } = around([
    ...placed.cards,
    ...placed.signs,
    ...placed.frames,
    ...labelled.map(({ label }) => label),
    ...bends,
  ]);
  const bounds = {
    left: Math.floor(left - margin),
    top: Math.floor(top - margin),
    width: Math.ceil(right - left + 2 * margin),
    height: Math.ceil(bottom - top + 2 * margin),
  };
  return { bounds, ...placed, lines: placedLines };
}
