import { chanceFor } from '#domain/simulation/chance.ts';
import { londonDate } from '#domain/london-time.ts';
import { giveDuty } from '../risk/give-duty.ts';
import { recordDelegation } from '../risk/record-delegation.ts';
import { recordTraining } from '../training/record-training.ts';
import { must } from './must.ts';
import { daysBefore, planted, type Year, type YearWorker } from './year.ts';

/** How likely it is that somebody of a category is trusted with a duty. Most wait until they are ready. */
const duties: Record<string, Record<string, number>> = {
  'CWP-CSW': { 'medicines-alone': 0.1, hoist: 0.05 },
  'CWP-ECW': { 'medicines-alone': 0.6 },
  'CWP-SUP': { 'medicines-alone': 0.8, 'leading-shift': 0.3 },
};

const courses = ['medicines', 'moving-and-handling', 'safeguarding', 'first-aid', 'infection'];

/** Gives one worker of the simulated year the duties, delegated tasks and training that go with the job. */
export async function carryYear(year: Year, worker: YearWorker): Promise<void> {
  const { db, manager } = year;
  const { person, truth } = worker;
  const chance = chanceFor(year.seed, `duties of ${truth.username}`);
  // Within the time in which they are here, and not on its last days.
  const here = Math.floor((year.now.getTime() - Date.parse(person.startedOn)) / 86_400_000);
  const within = (most: number) => chance.whole(6, Math.max(7, Math.min(most, here - 2)));
  for (const [duty, share] of Object.entries(duties[person.category] ?? {}))
    if (chance.happens(share))
      must(await giveDuty(db, manager, person.id, { duty }, daysBefore(year, within(300))));
  for (const subject of courses) {
    if (!chance.happens(0.8)) continue;
    const ago = within(360);
    const form = {
      subject,
      kind: 'training',
      completedOn: londonDate(daysBefore(year, ago)),
      expiresOn: londonDate(daysBefore(year, ago - 365)),
    };
    must(await recordTraining(db, manager, person.id, form, daysBefore(year, ago - 1)));
  }
  if (truth.username === planted.lapsed) await delegate(year, worker, 370, 25);
  else if (person.category === 'CWP-ECW' && chance.happens(0.5))
    await delegate(year, worker, chance.whole(60, 150), -chance.whole(60, 180));
}

/** A task handed over so many days ago, to be looked at again so many days ago or, below nought, later. */
async function delegate(
  year: Year,
  { person }: YearWorker,
  signed: number,
  review: number,
): Promise<void> {
  const form = {
    task: 'blood-glucose',
    initials: 'RB',
    delegatedBy: 'Helen Moss',
    delegatedRole: 'Nurse',
    signedOn: londonDate(daysBefore(year, signed)),
    reviewOn: londonDate(daysBefore(year, review)),
  };
  must(
    await recordDelegation(year.db, year.manager, person.id, form, daysBefore(year, signed - 1)),
  );
}
