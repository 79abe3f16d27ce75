import type { Chance } from './chance.ts';

/** A worker who does not exist, and what is true of them: the product is never told. */
export interface SimulatedWorker {
  username: string;
  /** The credit that their decisions are worth on average, 0 to 1, by competency. */
  judgement: Record<string, number>;
  /** How far they could be trusted at work, 1 to 5 with all between, by competency. */
  practice: Record<string, number>;
}

/** An observer who does not exist, and how far they lie above or below what is true. */
export interface SimulatedObserver {
  username: string;
  severity: number;
}

const between = (least: number, most: number, value: number) =>
  Math.min(most, Math.max(least, value));

/** Between which bounds the workers of a kind judge on the whole, and how they work beside that. */
export interface Spread {
  least: number;
  most: number;
  /** How far above or below what they judge they work, in steps of trust. */
  does: number;
}

/**
 * Draws what is true of a worker. Some judge well and some do not yet; each is better at some things
 * than at others; who judges well mostly works well too, and not always.
 */
export function drawWorker(
  chance: Chance,
  username: string,
  competencies: readonly string[],
  { least, most, does }: Spread,
): SimulatedWorker {
  const general = least + (most - least) * chance.next();
  const judgement: Record<string, number> = {};
  const practice: Record<string, number> = {};
  for (const competency of competencies) {
    const judges = between(0.3, 0.98, general + chance.bell(0.06));
    judgement[competency] = judges;
    practice[competency] = between(1, 5, 2.8 + does + 6 * (judges - 0.7) + chance.bell(0.45));
  }
  return { username, judgement, practice };
}

/** How a worker judges in one sitting: better or worse than they are, and on average as they are. */
export function onTheDay(worker: SimulatedWorker, chance: Chance): Record<string, number> {
  const swing = 2 * chance.next() - 1;
  return Object.fromEntries(
    Object.entries(worker.judgement).map(([competency, judges]) => [
      competency,
      judges + swing * Math.min(0.15, 1 - judges),
    ]),
  );
}

/** The trust that an observer puts down: what is true, how severe they are, and what they happened to see. */
export const rateSeen = (trust: number, { severity }: SimulatedObserver, chance: Chance): number =>
  between(1, 5, Math.round(trust + severity + chance.bell(0.35)));
