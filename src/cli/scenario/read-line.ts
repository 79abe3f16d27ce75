import type { LearnerView, SeenDecision } from '#domain/attempt/learner-view.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { placed } from '#domain/scenario/answers-to.ts';
import type { WrittenMove } from '#domain/scenario/move-words.ts';
import { asidesOf, sayHow } from './show-moment.ts';

/** Reads what somebody typed as the move it stands for here, or says what is understood. */
export function readLine(line: string, view: LearnerView): Result<WrittenMove, string> {
  const text = line.trim();
  const plain = (move: WrittenMove['move']) => ok({ move, words: null });
  const aside = asidesOf(view).find(({ key }) => key === text.toLowerCase());
  if (aside) return plain({ type: aside.type, choice: aside.id });
  if (view.next && text === '') return plain({ type: 'go-on', choice: '' });
  const { decision } = view;
  if (decision?.kind === 'rationale' && text.length > 1)
    return ok({ move: { type: 'decide', choice: '' }, words: text });
  const choice = decision && readChoice(text, decision);
  return choice ? plain({ type: 'decide', choice }) : refuse(sayUnderstood(view));
}

function readChoice(text: string, { kind, options, pick, scale }: SeenDecision) {
  if (!/^\d+([\s,]+\d+)*$/.test(text)) return undefined;
  const numbers = text.split(/[\s,]+/).map(Number);
  const count = { 'best-action': 1, pick: pick!, rank: options.length, rate: options.length };
  if (kind === 'rationale' || numbers.length !== count[kind]) return undefined;
  const most = kind === 'rate' ? scale!.length : options.length;
  if (numbers.some((number) => number < 1 || number > most)) return undefined;
  if (kind === 'rate') return options.map(({ id }, at) => `${id}=${numbers[at]}`).join(' ');
  const ids = numbers.map((number) => options[number - 1]!.id);
  return kind === 'rank' ? placed(ids) : ids.join(' ');
}

/** Everything that is understood in a moment. */
export function sayUnderstood(view: LearnerView): string {
  const asides = asidesOf(view);
  const letters = asides.map(({ key }) => key);
  return [
    ...(view.decision ? [sayHow(view.decision)] : []),
    ...(view.next ? ['Press Enter to go on.'] : []),
    ...(letters.length ? [`Or a letter: ${letters.join(', ')}.`] : []),
    'Or ? for what you know, quit to stop.',
  ].join(' ');
}
