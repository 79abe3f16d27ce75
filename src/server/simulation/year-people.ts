import { chanceFor } from '#domain/simulation/chance.ts';
import type { Pace } from '#domain/simulation/plan-year.ts';
import type { Spread } from '#domain/simulation/simulated-worker.ts';

const names = [
  'Abena Owusu', 'Adam Brzezinski', 'Aisha Rahman', 'Alan Pickering', 'Anjali Nair', 'Beth Tranter',
  'Blessing Okafor', 'Carol Entwistle', 'Chidi Eze', 'Claire Donnelly', 'Dawn Hesketh', 'Dele Bankole',
  'Elena Popescu', 'Faith Moyo', 'Fiona McAllister', 'Gareth Pugh', 'Gloria Mendoza', 'Hannah Lightfoot',
  'Ivan Petrov', 'Jackie Sutton', 'Jasmine Kaur', 'Jo Underwood', 'Karl Eastwood', 'Kemi Adebayo',
  'Leon Marsh', 'Lorna Baptiste', 'Mandy Crossley', 'Marek Nowak', 'Mary Achieng', 'Mohammed Iqbal',
  'Natalie Frost', 'Nkechi Obi', 'Owen Parry', 'Pauline Webb', 'Ruth Chikondi', 'Sanjay Mistry',
  'Sharon Peel', 'Stacey Quill', 'Tendai Moyo', 'Wendy Hargreaves',
]; // prettier-ignore

/** Somebody who comes into the simulated year: as a manager writes them down, and how busy they are. */
export interface YearPerson {
  username: string;
  name: string;
  role: 'worker' | 'assessor';
  category: string;
  /** Days before the end of the year on which they begin, where that is within it. */
  days: number;
}

/** A worker of the year, with how busy they are and how well such workers judge. */
type YearWorkerDrawn = YearPerson & { pace: Pace; spread: Spread };

const spreads: Record<string, Spread> = {
  'CWP-NTC': { least: 0.4, most: 0.85, does: -0.2 },
  'CWP-CSW': { least: 0.45, most: 0.97, does: 0 },
  'CWP-ECW': { least: 0.6, most: 0.97, does: 0.2 },
  'CWP-SUP': { least: 0.78, most: 0.98, does: 0.6 },
};

const toUsername = (name: string) => name.toLowerCase().replace(' ', '.');

/** The days that the simulated year goes back: a little more than a year. */
export const yearDays = 390;

/** The workers of a simulated year: a few leaders, some with more training, most in the middle, some new. */
export function drawWorkers(seed: number, count: number): YearWorkerDrawn[] {
  if (count > names.length) throw new Error(`There are names for ${names.length} workers.`);
  return names.slice(0, count).map((name, at) => {
    const username = toUsername(name);
    const chance = chanceFor(seed, `pace of ${username}`);
    const kind = at % 10;
    const category =
      kind === 9 ? 'CWP-SUP' : kind >= 7 ? 'CWP-ECW' : kind === 4 ? 'CWP-NTC' : 'CWP-CSW';
    const isNew = category === 'CWP-NTC';
    const days = isNew ? chance.whole(40, 80) : at % 6 === 5 ? chance.whole(200, 330) : yearDays;
    const most = { 'CWP-SUP': 27, 'CWP-ECW': 22, 'CWP-CSW': 17, 'CWP-NTC': 9 }[category];
    return {
      username,
      name,
      role: 'worker' as const,
      category,
      days,
      spread: spreads[category]!,
      pace: {
        days,
        plays: most - chance.whole(0, 3),
        visits: isNew ? 3 : category === 'CWP-SUP' ? 15 : chance.whole(8, 11),
      },
    };
  });
}

/** The observers that a simulated year adds, and how severe each is. The third is far too severe. */
export const yearObservers: readonly (YearPerson & { severity: number })[] = [
  { name: 'Maureen Clegg', severity: 0.15 },
  { name: 'Dennis Oyelaran', severity: -0.1 },
  { name: 'Harriet Crowe', severity: -1.4 },
  { name: 'Sunita Bhatt', severity: 0.2 },
].map(({ name, severity }) => ({
  username: toUsername(name),
  name,
  role: 'assessor' as const,
  category: 'CWP-DM',
  days: yearDays,
  severity,
}));
