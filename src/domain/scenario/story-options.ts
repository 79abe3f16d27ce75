import { optionsOf, type Decision } from './decision.ts';

/** The letter that an option goes by on the map: A for the first as its author wrote them. */
export const letterOf = (index: number): string => String.fromCharCode(65 + index);

/** The competencies on which an option can do harm, in any case that its key tells apart. */
export function harmOf(decision: Decision, option: string): string[] {
  if (!('options' in decision)) return [];
  if (decision.kind !== 'best-action') return decision.options[option]?.key.harmful ?? [];
  const key = decision.options[option]?.key;
  return [
    ...new Set([key?.harmful, ...(key?.cases ?? []).map((one) => one.harmful)].flat()),
  ].filter((competency) => competency !== undefined);
}

/** Whether an option puts an earlier slip right. */
export function recoversIn(decision: Decision, option: string): boolean {
  if (!('options' in decision) || decision.kind === 'rate') return false;
  return decision.options[option]?.recovers === true;
}

/** An option as the map shows it. */
export interface StoryOption {
  id: string;
  letter: string;
  text: string;
  /** Competencies on which it can do harm. */
  harmful: string[];
  recovers: boolean;
  /** True where its key gives full credit for everything, in some case. */
  sound: boolean;
}

const isFull = (credit: Record<string, number>) => Object.values(credit).every((one) => one === 1);

function isSound(decision: Decision, id: string): boolean {
  if (decision.kind === 'pick') return decision.options[id]!.key.right;
  if (decision.kind !== 'best-action') return false;
  const { credit, cases = [] } = decision.options[id]!.key;
  return [credit, ...cases.map((one) => one.credit)].some(isFull);
}

/** The options of a decision in the order of their letters; none where reasons are asked for. */
export const storyOptions = (decision: Decision): StoryOption[] =>
  Object.entries(optionsOf(decision)).map(([id, { text }], index) => ({
    id,
    letter: letterOf(index),
    text,
    harmful: harmOf(decision, id),
    recovers: recoversIn(decision, id),
    sound: isSound(decision, id),
  }));

const lettersOf = (options: StoryOption[]) => options.map(({ letter }) => letter).join(', ');

/** What the key asks for, in one short line. */
export function answerOf(decision: Decision): string {
  const options = storyOptions(decision);
  switch (decision.kind) {
    case 'best-action':
      return options.some(({ sound }) => sound)
        ? `Sound: ${lettersOf(options.filter(({ sound }) => sound))}`
        : 'None is fully sound';
    case 'pick':
      return `Right: ${lettersOf(options.filter(({ sound }) => sound))}`;
    case 'rank': {
      const { options: keys } = decision;
      const inOrder = options.toSorted((a, b) => keys[a.id]!.key.place - keys[b.id]!.key.place);
      return `Order: ${lettersOf(inOrder)}`;
    }
    case 'rate':
      return options
        .map(
          ({ id, letter }) => `${letter}: ${decision.scale[decision.options[id]!.key.rating - 1]}`,
        )
        .join(', ');
    case 'rationale':
      return 'Marked by a person';
  }
}

/** What sort of answer a decision asks for. */
export function sayKind(decision: Decision): string {
  switch (decision.kind) {
    case 'best-action':
      return 'Choose one';
    case 'pick':
      return `Pick ${decision.pick}`;
    case 'rank':
      return 'Put in order';
    case 'rate':
      return 'Rate each';
    case 'rationale':
      return 'Give reasons';
  }
}
