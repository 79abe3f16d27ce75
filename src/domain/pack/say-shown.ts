import { londonDate, sayShortDate } from '../london-time.ts';
import { sayCount } from '../profile/say-count.ts';
import type { State } from '../profile/state.ts';
import { sayList } from '../risk/say-alert.ts';
import type { PackCompetence } from './pack.ts';

const words: Record<State, string> = {
  'no-evidence': 'No evidence yet',
  insufficient: 'Not enough to say',
  emerging: 'Emerging',
  'judgement-shown': 'Judgement shown, not yet seen in practice',
  'practice-seen': 'Practice seen, judgement untested',
  meets: 'Meets',
  concern: 'Concern',
  conflict: 'Judgement and practice differ',
  'due-for-review': 'Due for review',
};

/** A state in words, or that it is hidden. */
export const sayState = (state: State | null): string => (state ? words[state] : 'Hidden');

/** How something was shown, by whom and when, as one or two sentences. */
export function sayShown({ shown }: Pick<PackCompetence, 'shown'>): string {
  if (!shown) return 'Hidden until you sign or discard your observation.';
  const { decisions, scenarios, observations, observers, lastSeen, discussions } = shown;
  const judged = decisions
    ? `${sayCount(decisions, 'decision')} in ${sayCount(scenarios, 'scenario')}`
    : 'No decision that counts';
  const seen = observations
    ? `${sayCount(observations, 'observation')} by ${sayList(observers)}, the last on ${sayShortDate(lastSeen!)}`
    : 'not seen at work';
  const talked = discussions ? `; ${sayCount(discussions, 'discussion')}` : '';
  return `${judged}; ${seen}${talked}.`;
}

/** When something is next due, or that it is due now. */
export function sayDue({ shown }: Pick<PackCompetence, 'shown'>, at: string): string {
  if (!shown) return '';
  if (shown.state === 'due-for-review') return 'Due now';
  if (!shown.nextDue) return '';
  return shown.nextDue < londonDate(at) ? 'Due now' : sayShortDate(shown.nextDue);
}
