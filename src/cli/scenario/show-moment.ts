import type { LearnerView, SeenDecision } from '#domain/attempt/learner-view.ts';
import type { SeenPerson } from '#domain/attempt/seen-people.ts';
import { moodWords } from '#domain/scenario/mood-words.ts';
import { wrap, wrapBehind } from './wrap.ts';

/** The ways beside deciding, each behind a letter: what can be found out, and what one can turn to. */
export function asidesOf(view: LearnerView) {
  const minutes = (number: number) => (number ? ` (${number} min)` : '');
  const asides = [
    ...view.finds.map((find) => ({
      type: 'find' as const,
      id: find.id,
      text: `${find.label}${minutes(find.minutes)}`,
    })),
    ...(view.beside?.strands ?? []).flatMap(({ id, turn }) =>
      turn ? [{ type: 'turn' as const, id, text: `${turn.label}${minutes(turn.minutes)}` }] : [],
    ),
  ];
  return asides.map((aside, at) => ({ ...aside, key: String.fromCharCode(97 + at) }));
}

const sayPeople = (people: readonly SeenPerson[]) =>
  people.length
    ? [`(${people.map(({ name, mood }) => `${name} ${moodWords[mood]}`).join('; ')})`]
    : [];

/** A moment as the terminal tells it: what followed, where one is, what happens. */
export function showMoment(view: LearnerView): string[] {
  const { title, place, clock, text } = view.scene;
  const followed = view.past?.followed ? ['', ...wrap(view.past.followed)] : [];
  const beside = view.beside
    ? [
        '',
        ...wrap(`${view.beside.title}. ${view.beside.text}`),
        ...view.beside.strands.flatMap((strand) => [
          '',
          `At the same time: ${strand.title} · ${strand.place}`,
          ...sayPeople(strand.people),
          ...wrap(strand.text, 78, '  '),
        ]),
      ]
    : [];
  return [
    ...followed,
    '',
    `${clock}  ${title} · ${place}`,
    ...sayPeople(view.people),
    '',
    ...wrap(text),
    ...beside,
  ];
}

/** What was just found out. */
export const showFound = (view: LearnerView): string[] => {
  const latest = view.found.at(-1);
  return latest ? ['', ...wrap(latest.tells)] : [];
};

/** What one can do now: letters for what is beside, numbers for the decision, Enter to go on. */
export function showWays(view: LearnerView): string[] {
  const asides = asidesOf(view);
  return [
    ...(asides.length ? ['', ...asides.flatMap(({ key, text }) => wrapBehind(key, text))] : []),
    ...(view.decision ? ['', ...showDecision(view.decision)] : []),
    ...(view.next ? ['', `  Enter  ${view.next.label}`] : []),
  ];
}

function showDecision(decision: SeenDecision): string[] {
  const options = decision.options.flatMap(({ text }, at) => wrapBehind(String(at + 1), text));
  const asks = (decision.asks ?? []).flatMap((ask) => wrapBehind('-', ask));
  return [...wrap(decision.prompt), ...options, ...asks, ...wrap(`(${sayHow(decision)})`)];
}

/** How to answer a decision of each kind. */
export function sayHow({ kind, options, pick, scale }: SeenDecision): string {
  switch (kind) {
    case 'best-action':
      return `Write a number from 1 to ${options.length}.`;
    case 'pick':
      return `Pick ${pick}: write their numbers, such as "1 2".`;
    case 'rank':
      return 'Write all the numbers in order, what comes first at the front.';
    case 'rate':
      return `Rate each in turn, such as "${options.map(() => 1).join(' ')}": ${scale!.map((word, at) => `${at + 1} ${word}`).join(', ')}.`;
    case 'rationale':
      return 'Write your reasons in one line.';
  }
}
