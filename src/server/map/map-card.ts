import { endingWords, type StoryScene } from '#domain/scenario/story-graph.ts';
import { measureText, wrapText } from './svg-text.ts';

/** Shapes that stand beside words on the map. */
export type MapShape =
  | 'starts'
  | 'level-2'
  | 'level-3'
  | 'anchor'
  | 'sound'
  | 'harm'
  | 'recovers'
  | 'well'
  | 'mixed'
  | 'hard';

/** A shape and the words beside it. */
export interface CardMark {
  shape: MapShape;
  words: string;
  x: number;
}

/** Lines of a card from top to bottom: words of its title, marks, or its options. */
export type CardRow =
  { kind: 'title'; words: string } | { kind: 'marks'; marks: CardMark[] } | { kind: 'options' };

export interface Card {
  scene: StoryScene;
  width: number;
  height: number;
  rows: { row: CardRow; y: number }[];
}

export const cardWidth = 248;
const inset = 14;
export const sizes = { title: 16, words: 13 };
const heights = { title: 20, marks: 21, options: 34 };
const shapeRoom = 20;
const gap = 14;

const markWidth = (words: string) => shapeRoom + measureText(words, sizes.words);

/** Sets marks beside each other, as many to a row as fit. */
function setMarks(marks: { shape: MapShape; words: string }[]): CardRow[] {
  const rows: CardMark[][] = [];
  let x = Infinity;
  for (const mark of marks) {
    const width = markWidth(mark.words);
    if (x + width > cardWidth - inset) {
      rows.push([]);
      x = inset;
    }
    rows.at(-1)!.push({ ...mark, x });
    x += width + gap;
  }
  return rows.map((row) => ({ kind: 'marks', marks: row }));
}

function decisionRows({ decision }: StoryScene): CardRow[] {
  if (!decision) return [];
  const { level, kind, answer, anchors, options } = decision;
  const lettersWhere = (test: (option: (typeof options)[number]) => boolean) =>
    options.flatMap((option) => (test(option) ? [option.letter] : [])).join(', ');
  const harm = lettersWhere(({ harmful }) => harmful.length > 0);
  const right = lettersWhere(({ recovers }) => recovers);
  return [
    ...setMarks([
      {
        shape: level === 2 ? 'level-2' : 'level-3',
        words: `Level ${level}: ${kind.toLowerCase()}`,
      },
    ]),
    ...(anchors.length ? setMarks(wrapMark('anchor', `Anchor ${anchors.join(', ')}`)) : []),
    ...(options.length ? [{ kind: 'options' } as const] : []),
    ...setMarks([
      ...wrapMark('sound', answer),
      ...(harm ? [{ shape: 'harm', words: `Can harm: ${harm}` } as const] : []),
      ...(right ? [{ shape: 'recovers', words: `Puts right: ${right}` } as const] : []),
    ]),
  ];
}

/** One mark that is sure to fit: what is too long for the card ends in an ellipsis. */
const wrapMark = (shape: MapShape, words: string) => [
  { shape, words: wrapText(words, cardWidth - 2 * inset - shapeRoom, sizes.words, 1)[0]! },
];

/** Sets out what a scene's card says, and so how high it is. */
export function setCard(scene: StoryScene): Card {
  const title = wrapText(
    `${scene.number}  ${scene.title}`,
    cardWidth - 2 * inset,
    sizes.title * 1.04,
    2,
  );
  const set: CardRow[] = [
    ...title.map((words) => ({ kind: 'title', words }) as const),
    ...(scene.ending ? setMarks([{ shape: scene.ending, words: endingWords[scene.ending] }]) : []),
    ...(scene.starts ? setMarks([{ shape: 'starts', words: 'The story starts here' }]) : []),
    ...decisionRows(scene),
  ];
  let y = 10;
  const rows = set.map((row) => {
    const placed = { row, y };
    y += heights[row.kind];
    return placed;
  });
  return { scene, width: cardWidth, height: y + 10, rows };
}
