import type { Database } from '#db';
import type { Person } from '#domain/access/person.ts';
import type { Playable } from '#domain/simulation/plan-year.ts';
import type { SimulatedObserver, SimulatedWorker } from '#domain/simulation/simulated-worker.ts';

const day = 86_400_000;

/** Everything that a simulated year happens in. */
export interface Year {
  db: Database;
  seed: number;
  now: Date;
  manager: Person;
  playable: readonly Playable[];
  observers: readonly { person: Person; truth: SimulatedObserver }[];
}

/** A worker of the simulated year: as the product knows them, and what is true of them. */
export interface YearWorker {
  person: Person;
  truth: SimulatedWorker;
}

/** A time of day, so many days before the end of the year. */
export const daysBefore = ({ now }: Pick<Year, 'now'>, days: number, time = '09:00'): string =>
  `${new Date(now.getTime() - days * day).toISOString().slice(0, 10)}T${time}:00.000Z`;

/** The plants of a simulated year: what the product is to find without being told. */
export const planted = {
  /** Judges very well and is not trusted with it at work. */
  conflict: { worker: 'carol.entwistle', competency: 'IP-06' },
  /** Puts down far less trust than others who watch the same people. */
  severe: 'harriet.crowe',
  /** Who judges best chooses something else than the key says here, and who judges worst chooses by the key. */
  weakOption: { slug: 'morning-tablets' },
  /** A task handed over to this worker, whose sign-off has run out. */
  lapsed: 'gloria.mendoza',
} as const;
