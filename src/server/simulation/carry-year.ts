import { chanceFor } from '#domain/simulation/chance.ts';
import { londonDate } from '#domain/london-time.ts';
import { recordDelegation } from '../risk/record-delegation.ts';
import { recordTraining } from '../training/record-training.ts';
import { must } from './must.ts';
import { daysBefore, planted, type Year, type YearWorker } from './year.ts';

const courses = ['medicines', 'moving-and-handling', 'safeguarding', 'first-aid', 'infection'];

/** From how many days in post on most hold the Care Certificate. */
const inPost = 183;

/** Gives one worker of the simulated year the training, the certificate and the delegated tasks of the job. */
export async function carryYear(year: Year, worker: YearWorker, days: number): Promise<void> {
  const { person, truth } = worker;
  const chance = chanceFor(year.seed, `duties of ${truth.username}`);
  // Within the time in which they are here, and not on its last days.
  const here = Math.floor((year.now.getTime() - Date.parse(person.startedOn)) / 86_400_000);
  const within = (most: number) => chance.whole(6, Math.max(7, Math.min(most, here - 2)));
  const record = async (
    form: { subject: string; kind: string; expiresOn: string },
    done: number,
    noted: number,
  ) => {
    const completedOn = londonDate(daysBefore(year, done));
    const at = daysBefore(year, noted);
    must(await recordTraining(year.db, year.manager, person.id, { ...form, completedOn }, at));
  };
  for (const subject of courses) {
    if (!chance.happens(0.8)) continue;
    const ago = within(360);
    const expiresOn = londonDate(daysBefore(year, ago - 365));
    await record({ subject, kind: 'training', expiresOn }, ago, ago - 1);
  }
  if (here > inPost && chance.happens(0.88)) {
    const done = here - chance.whole(75, 130);
    // What was done before the product came was written down in its first days.
    const noted = Math.min(done - 1, days - 5);
    await record({ subject: 'care-certificate', kind: 'brought', expiresOn: '' }, done, noted);
  }
  if (truth.username === planted.lapsed) await delegate(year, worker, 370, 25);
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
