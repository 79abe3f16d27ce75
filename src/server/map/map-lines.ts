import type { StoryWay } from '#domain/scenario/story-ways.ts';
import { measureText, wrapText } from './svg-text.ts';

/** How many went along a line: in words, and how wide to draw it, 0 to 10. */
export interface Traffic {
  words: string;
  width: number;
}

/** Says how many took any of some ways. */
export type Weigh = (ways: readonly StoryWay[]) => Traffic;

/** Ways that go between the same two scenes, drawn as one line. */
export interface MapLine {
  from: string;
  to: string;
  /** How it is drawn. */
  look: 'way' | 'happens' | 'interrupts';
  /** True where only harmful options take it. */
  harmful: boolean;
  ways: StoryWay[];
  label: string[];
  /** How many took it, where that is drawn. */
  traffic?: Traffic;
  width: number;
  height: number;
}

const labelSize = 13;
const lineHeight = 17;

/** Letters in order, runs of three and more drawn together: A–D. */
export function joinLetters(letters: readonly string[]): string {
  const runs: string[][] = [];
  for (const letter of letters) {
    const run = runs.at(-1);
    if (run && letter.charCodeAt(0) === run.at(-1)!.charCodeAt(0) + 1) run.push(letter);
    else runs.push([letter]);
  }
  return runs.flatMap((run) => (run.length > 2 ? [`${run[0]}–${run.at(-1)}`] : run)).join(' ');
}

function labelOf(ways: StoryWay[]): string {
  const [first] = ways;
  const condition = ways.some(({ when }) => when)
    ? 'if'
    : ways.some(({ otherwise }) => otherwise)
      ? 'otherwise'
      : '';
  const letters = joinLetters([...new Set(ways.flatMap(({ letter }) => letter ?? []))].sort());
  switch (first!.by) {
    case 'option': {
      const harm = ways.every(({ harmful }) => harmful) ? 'harm ' : '';
      return `${harm}${letters} ${condition}`;
    }
    case 'find':
      return first!.label;
    case 'happens':
      return 'by itself';
    case 'settled':
      return `all settled ${condition}`;
    case 'interrupts':
    case 'splits':
      return '';
    default:
      return condition;
  }
}

const lookOf = ({ by }: StoryWay): MapLine['look'] =>
  by === 'happens' ? 'happens' : by === 'interrupts' ? 'interrupts' : 'way';

/** Gathers ways into the lines of the map, so that many options to one scene stay one line. */
export function toLines(ways: readonly StoryWay[], weigh?: Weigh): MapLine[] {
  const groups = new Map<string, StoryWay[]>();
  for (const way of ways) {
    const name = way.by === 'find' ? way.name : '';
    const id = [way.from, way.to, way.by, name].join(' ');
    groups.set(id, [...(groups.get(id) ?? []), way]);
  }
  return [...groups.values()].map((group) => {
    const { from, to } = group[0]!;
    const words = labelOf(group).trim();
    const traffic = weigh?.(group);
    const label = [
      ...(words ? wrapText(words, 150, labelSize, 2) : []),
      // A line that few took is drawn thin, and needs no words to say so.
      ...(traffic?.width ? [traffic.words] : []),
    ];
    const widths = label.map((line) => measureText(line, labelSize));
    return {
      ...{ from, to, look: lookOf(group[0]!), ways: group, label },
      harmful: group.every(({ harmful }) => harmful),
      ...(traffic && { traffic }),
      width: label.length ? Math.max(...widths) + 14 : 0,
      height: label.length ? label.length * lineHeight + 6 : 0,
    };
  });
}
