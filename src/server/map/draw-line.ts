import type { PlacedLine, Point } from './lay-out-map.ts';
import { escapeXml } from './svg-text.ts';

const round = (value: number) => Math.round(value * 10) / 10;
const at = ({ x, y }: Point) => `${round(x)} ${round(y)}`;

/** A soft line through every point of a route, upright at each, so that its label and its arrow lie on it. */
export function routePath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let last = first;
  const bends = rest.map((point) => {
    const middle = (last.y + point.y) / 2;
    const bend = `C${at({ x: last.x, y: middle })} ${at({ x: point.x, y: middle })} ${at(point)}`;
    last = point;
    return bend;
  });
  return `M${at(first)}${bends.join('')}`;
}

/** What a line means, for who points at it: every way on it, with its condition, and how many took it. */
const sayLine = ({ line }: PlacedLine): string =>
  [
    ...line.ways.map(({ letter, label, when, otherwise }) =>
      [
        `${letter ? `${letter}: ` : ''}${label}`,
        when ? ` If ${when}.` : otherwise ? ' Otherwise.' : '',
      ].join(''),
    ),
    ...(line.traffic ? [`Taken by ${line.traffic.words}.`] : []),
  ].join('\n');

/** One line of the map, without its label: labels are drawn last, over all lines. */
export function drawLine(placed: PlacedLine): string {
  const { line, points } = placed;
  const width = line.traffic ? ` taken-${line.traffic.width}` : '';
  const look = `map-line ${line.look}${line.harmful ? ' harm' : ''}${width}`;
  const arrow = line.harmful ? 'map-arrow-harm' : 'map-arrow';
  return `<path class="${look}" d="${routePath(points)}" marker-end="url(#${arrow})"><title>${escapeXml(sayLine(placed))}</title></path>`;
}

/** The label of a line, on a ground of its own so that it can be read where lines cross. */
export function drawLabel(placed: PlacedLine): string {
  const { line, label } = placed;
  if (!line.label.length) return '';
  const { width, height } = line;
  const left = round(label.x - width / 2);
  const top = round(label.y - height / 2);
  const words = line.label
    .map(
      (text, index) =>
        `<tspan x="${round(label.x)}" y="${round(top + 16 + index * 17)}">${escapeXml(text)}</tspan>`,
    )
    .join('');
  return `<g class="map-label${line.harmful ? ' harm' : ''}"><rect x="${left}" y="${top}" width="${round(width)}" height="${height}" rx="${Math.min(11, height / 2)}"/><text text-anchor="middle">${words}</text><title>${escapeXml(sayLine(placed))}</title></g>`;
}
