import type { Database } from '#db';
import type { Person } from '#domain/access/person.ts';
import type { Policy } from '#domain/profile/policy.ts';
import type { Playable } from '#domain/simulation/plan-year.ts';
import type { SimulatedObserver, SimulatedWorker } from '#domain/simulation/simulated-worker.ts';

const day = 86_400_000;

/** Everything that a simulated year happens in. */
export interface Year {
  db: Database;
  seed: number;
  now: Date;
  manager: Person;
  policy: Policy;
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
  /** The share of the team that she comes to see. */
  severeSees: 0.2,
  /** Until so many days before the end of the year; after that, others come in her place. */
  severeUntil: 150,
  /** Who judges best chooses something else than the key says here, and who judges worst chooses by the key. */
  weakOption: { slug: 'morning-tablets' },
  /** A task handed over to this worker, whose sign-off has run out. */
  lapsed: 'gloria.mendoza',
  /** A new starter with whom hardly anybody has sat down to sign. */
  behind: 'leon.marsh',
  /** Duties given before anything they rest on was looked at. */
  tooSoon: {
    'blessing.okafor': 'medicines-alone',
    'jackie.sutton': 'leading-shift',
    'ivan.petrov': 'hoist',
  },
} as const;
