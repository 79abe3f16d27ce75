import type { Box, PlacedLine } from './lay-out-map.ts';

const furthest = 34;

/** Spreads so many ends evenly along the middle part of a box, and gives where each stands. */
const spread = (box: Box, count: number) => {
  const step = Math.min(furthest, (box.width * 0.8) / Math.max(1, count));
  return (index: number) => box.x + (index - (count - 1) / 2) * step;
};

type End = 'first' | 'last';

function setEnds(box: Box, lines: PlacedLine[], end: End): void {
  const towards = (line: PlacedLine) => (end === 'first' ? line.points[1]! : line.points.at(-2)!);
  // A line that turns back upwards, in a circle of scenes, keeps the end that it was given.
  const plain = lines.filter((line) =>
    end === 'first' ? towards(line).y > box.y : towards(line).y < box.y,
  );
  const inOrder = plain.toSorted((a, b) => towards(a).x - towards(b).x);
  const x = spread(box, inOrder.length);
  const down = end === 'first' ? 1 : -1;
  const y = box.y + (down * box.height) / 2;
  for (const [index, line] of inOrder.entries()) {
    line.points[end === 'first' ? 0 : line.points.length - 1] = { x: x(index), y };
  }
}

/** Lets lines leave a box at its foot and come in at its head, side by side. */
export function setPorts(lines: PlacedLine[], boxOf: (id: string) => Box): void {
  const ids = new Set(lines.flatMap(({ line }) => [line.from, line.to]));
  for (const id of ids) {
    const box = boxOf(id);
    setEnds(
      box,
      lines.filter(({ line }) => line.from === id),
      'first',
    );
    setEnds(
      box,
      lines.filter(({ line }) => line.to === id),
      'last',
    );
  }
}
