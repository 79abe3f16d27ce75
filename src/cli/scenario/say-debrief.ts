import type { Debrief } from '#domain/attempt/build-debrief.ts';
import { creditWords, worthWords } from '#domain/attempt/worth-words.ts';
import { wrap } from './wrap.ts';

/** A finished attempt looked back on in short: each decision with what it was worth and why. */
export function sayDebrief({ decisions, claims, lookingBack }: Debrief): string[] {
  const told = decisions.flatMap(({ title, chosen, worth, why, recovered }, at) => [
    '',
    ...wrap(`${at + 1}. ${title}: ${chosen}`),
    ...wrap(`${worthWords[worth]}${recovered ? ' (puts a slip right)' : ''}. ${why}`, 78, '   '),
  ]);
  const totals = claims.map(
    ({ competency, level, score, anchors }) =>
      `${competency} level ${level}: ${creditWords(score)} (${score.toFixed(2)} on ${anchors} decisions that nobody can avoid)`,
  );
  return [
    '',
    'Looking back',
    ...(lookingBack ? ['', ...wrap(lookingBack)] : []),
    ...told,
    '',
    ...totals,
    '',
    'None of this was recorded.',
  ];
}
