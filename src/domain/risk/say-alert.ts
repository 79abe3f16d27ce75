import { sayDate } from '../london-time.ts';
import type { Cause } from './find-alerts.ts';

const listOf = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** Names joined as people write them: one, two and three. */
export const sayList = (names: readonly string[]): string => listOf.format(names);

/** What an alert is called, and why it is raised, in words that the worker reads too. */
export function sayAlert(
  { kind, carried, missing, reviewOn }: Cause,
  name: string,
  /** What it is about: the competency, the duty or the task. */
  about: string,
  titleOf: (competency: string) => string,
): { title: string; because: string } {
  const first = name.split(' ')[0]!;
  const carries = `${first} carries ${sayList(carried.map((one) => `“${one}”`))}`;
  const rests = carried.length > 1 ? 'They rest' : 'It rests';
  const state = missing[0]?.state;
  if (kind === 'lapsed')
    return {
      title: `Sign-off lapsed: ${about}`,
      because: `Its review date was ${sayDate(reviewOn!)}. Until it is signed off again, ${first} may not do it.`,
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
          because: `${carries}. ${rests} on this.`,
        }
      : {
          title: `Open concern: ${about}`,
          because: `A choice in a scenario would have done harm. ${carries}. ${rests} on this.`,
        };
  if (kind === 'unconfirmed')
    return {
      title: `Duty not confirmed: ${about}`,
      because: `${first} carries it, and this is not confirmed yet: ${missing
        .map(({ competency, level }) => `${titleOf(competency)} (level ${level})`)
        .join('; ')}.`,
    };
  return state === 'due-for-review'
    ? {
        title: `Due for review: ${about}`,
        because: `${carries}. ${rests} on this, and the last time it was shown is too long ago.`,
      }
    : {
        title: `Review is near: ${about}`,
        because: `${carries}. ${rests} on this, and soon it is too long ago.`,
      };
}
