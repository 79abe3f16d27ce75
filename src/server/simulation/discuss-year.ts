import { chanceFor } from '#domain/simulation/chance.ts';
import { londonDate } from '#domain/london-time.ts';
import { holdDiscussion } from '../reasons/hold-discussion.ts';
import { must } from './must.ts';
import { daysBefore, type Year, type YearWorker } from './year.ts';

/** What leaders of the simulated year are asked about at level 3. */
const about = ['IP-06', 'IP-17', 'IP-25'] as const;

/** Holds professional discussions with those who lead others, some weeks before the year ends. */
export async function discussYear(year: Year, workers: readonly YearWorker[]): Promise<void> {
  const leaders = workers.filter(({ person }) => person.category === 'CWP-SUP');
  for (const { person, truth } of leaders) {
    const chance = chanceFor(year.seed, `discussions with ${truth.username}`);
    for (const competency of about) {
      const at = daysBefore(year, chance.whole(5, 40), '15:00');
      const shown = truth.judgement[competency]! >= 0.72;
      const form = {
        competency,
        level: 3,
        heldOn: londonDate(at),
        probed:
          'What they saw, what they did not know then, and what would have changed the choice.',
        shown: shown
          ? 'Gave the reasons of everybody concerned, and said what they would do if it went otherwise.'
          : 'Told what happened, and looked to me for the reasons.',
        outcome: shown ? 'shown' : 'not-yet',
      };
      must(await holdDiscussion(year.db, year.manager, person.id, form, at));
    }
  }
}
