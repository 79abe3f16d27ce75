import type { Policy } from '../profile/policy.ts';
import type { Agreement } from './compare-ratings.ts';
import type { Leaning } from './find-leaning.ts';

/** What was found about how somebody judges, and what to do about it. */
export interface JudgingWords {
  found: string;
  /** What it rests on. */
  rests?: string;
  act?: string;
}

const steps = ['', 'half a step', 'one step', 'one and a half steps', 'two steps'];

/** About how many steps of trust, in words. */
export function saySteps(by: number): string {
  const halves = Math.round(Math.abs(by) * 2);
  if (halves === 0) return 'hardly at all';
  return halves < steps.length ? `by about ${steps[halves]}` : 'by more than two steps';
}

/** How an observer's ratings of the cases stand to the panel's. "You" to themselves, else by name. */
export function sayPanel({ verdict, by }: Agreement, who: 'you' | string = 'you'): JudgingWords {
  const self = who === 'you';
  const subject = self ? 'You trust' : `${who} trusts`;
  switch (verdict) {
    case 'agrees':
      return { found: `${subject} much as the panel does.` };
    case 'kinder':
      return {
        found: `${subject} sooner than the panel, ${saySteps(by)}.`,
        act: 'Look at the cases that lie furthest apart, together with another observer. Ask of each: what would have happened if nobody had been near?',
      };
    case 'stricter':
      return {
        found: `${subject} later than the panel, ${saySteps(by)}.`,
        act: 'Look at the cases that lie furthest apart, together with another observer. Ask of each: what exactly would have gone wrong alone?',
      };
    case 'apart':
      return {
        found: `${subject} neither sooner nor later than the panel, but differently.`,
        act: 'Read the words of the five levels again, then talk through two of the cases with another observer.',
      };
  }
}

/** How somebody's real observations stand to those of others who saw the same workers. */
export function sayLeaning(
  { voice, compared, by, leans }: Leaning,
  { statistics }: Pick<Policy, 'statistics'>,
  who: 'you' | string = 'you',
): JudgingWords {
  const self = who === 'you';
  const subject = self ? 'You' : who;
  if (voice === 'silent')
    return {
      found: `Too few to say. It is shown once ${self ? 'you' : 'they'} and others have judged the same worker in the same competency ${statistics['smallest-group']} times.`,
    };
  const few = voice === 'caution' ? ', which is few' : '';
  const rests = `It rests on ${compared} times that others judged the same worker too${few}.`;
  if (!leans)
    return { rests, found: `${subject} ${self ? 'judge' : 'judges'} much as the others do.` };
  const found = `${subject} ${self ? 'trust' : 'trusts'} ${leans === 'kinder' ? 'sooner' : 'later'} than others who saw the same workers, ${saySteps(by!)}.`;
  return {
    ...{ found, rests },
    act:
      leans === 'kinder'
        ? 'Observe two workers together with another observer, each writing alone first. Then compare what each saw, not only what each decided.'
        : 'Observe two workers together with another observer, each writing alone first. Perhaps more is seen, or more is asked for than the level says.',
  };
}
