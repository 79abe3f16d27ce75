import { sayDate } from '../london-time.ts';
import type { Cause } from './find-alerts.ts';

const listOf = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** Names joined as people write them: one, two and three. */
export const sayList = (names: readonly string[]): string => listOf.format(names);

/** What an alert is called, and why it is raised, in the same words for the worker as for others. */
export function sayAlert(
  { kind, carried, missing, reviewOn }: Cause,
  /** What it is about: the competency, the duty or the task. */
  about: string,
  titleOf: (competency: string) => string,
): { title: string; because: string } {
  const many = carried.length > 1;
  const rests = `${sayList(carried.map((one) => `“${one}”`))} ${many ? 'are carried now and rest' : 'is carried now and rests'} on this`;
  const state = missing[0]?.state;
  if (kind === 'lapsed')
    return {
      title: `Sign-off lapsed: ${about}`,
      because: `Its review date was ${sayDate(reviewOn!)}. Until it is signed off again, it allows nobody to do the task.`,
    };
  if (reviewOn)
    return {
      title: `Sign-off to be reviewed soon: ${about}`,
      because: `It is live until ${sayDate(reviewOn)}.`,
    };
  if (kind === 'concern')
    return state === 'conflict'
      ? {
          title: `Judgement and practice differ: ${about}`,
          because: `${rests}.`,
        }
      : {
          title: `Open concern: ${about}`,
          because: `A choice in a scenario would have done harm. ${rests}.`,
        };
  if (kind === 'unconfirmed')
    return {
      title: `Duty not confirmed: ${about}`,
      because: `It is carried now, and this is not confirmed yet: ${missing
        .map(({ competency, level }) => `${titleOf(competency)} (level ${level})`)
        .join('; ')}.`,
    };
  return state === 'due-for-review'
    ? {
        title: `Due for review: ${about}`,
        because: `${rests}, and the last time it was shown is too long ago.`,
      }
    : {
        title: `Review is near: ${about}`,
        because: `${rests}, and soon it is too long ago.`,
      };
}
