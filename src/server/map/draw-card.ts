import type { StoryScene } from '#domain/scenario/story-graph.ts';
import type { StoryOption } from '#domain/scenario/story-options.ts';
import type { Placed } from './lay-out-map.ts';
import type { Card, CardRow } from './map-card.ts';
import { mapShapes } from './map-shapes.ts';
import { escapeXml } from './svg-text.ts';

const inset = 14;
const chip = 24;

/** One option as a letter in a shape: filled where it is sound, a triangle where it can harm. */
function drawOption(
  { id, letter, text, harmful, recovers, sound }: StoryOption,
  x: number,
  scene: string,
) {
  const look = harmful.length ? ' harm' : sound ? ' sound' : '';
  const shape = harmful.length
    ? `<path d="M${x + 13} 1 L${x + 27} 26 L${x - 1} 26 Z"/>`
    : `<circle cx="${x + 13}" cy="14" r="12"/>`;
  const ring = recovers ? `<circle class="map-ring" cx="${x + 13}" cy="14" r="15"/>` : '';
  const words = `${letter}: ${text}${harmful.length ? ' Can harm.' : ''}${recovers ? ' Puts a slip right.' : ''}`;
  return `<g class="map-option${look}" data-option="${scene} ${id}">${shape}${ring}<text x="${x + 13}" y="${harmful.length ? 22 : 19}" text-anchor="middle">${letter}</text><title>${escapeXml(words)}</title></g>`;
}

function drawRow(row: CardRow, scene: StoryScene): string {
  switch (row.kind) {
    case 'title':
      return `<text class="map-title" x="${inset}" y="16">${escapeXml(row.words)} </text>`;
    case 'marks':
      return row.marks
        .map(
          ({ shape, words, x }) =>
            `<g class="map-mark ${shape}"><path transform="translate(${x} 3)" d="${mapShapes[shape]}"/><text x="${x + 20}" y="15">${escapeXml(words)} </text></g>`,
        )
        .join('');
    case 'options':
      // The letters alone say nothing to who hears them: the marks below do, and the outline.
      return `<g aria-hidden="true">${(scene.decision?.options ?? [])
        .map((option, index) => drawOption(option, inset + index * (chip + 12), scene.id))
        .join('')}</g>`;
  }
}

/** One scene as a card that leads to its place in the outline. */
export function drawCard({ thing: { scene, rows }, x, y, width, height }: Placed<Card>): string {
  const looks = [
    'map-card',
    scene.decision && 'decides',
    scene.starts && 'starts',
    scene.ending && `ends ${scene.ending}`,
    scene.during !== undefined && 'during',
  ];
  const drawn = rows
    .map(({ row, y: top }) => `<g transform="translate(0 ${top})">${drawRow(row, scene)}</g>`)
    .join('');
  const band = scene.ending
    ? `<path class="map-band" d="M1 10a9 9 0 0 1 9-9h${width - 20}a9 9 0 0 1 9 9z"/>`
    : '';
  return `<a class="${looks.filter(Boolean).join(' ')}"${scene.starts ? ' id="map-start"' : ''} href="#scene-${scene.id}" transform="translate(${Math.round(x - width / 2)} ${Math.round(y - height / 2)})"><rect class="map-sheet" width="${width}" height="${height}" rx="10"/>${band}${drawn}</a>`;
}
