import type { Standing } from '../profile/decide-state.ts';
import type { Policy } from '../profile/policy.ts';
import type { State } from '../profile/state.ts';
import type { SimulatedWorker } from './simulated-worker.ts';

/** What is true of a claim: whether judgement, practice, both or neither are at the level. */
export type Truth = 'both' | 'judgement' | 'practice' | 'neither';

/** A claim of the profile beside what is true. */
export interface Compared {
  truth: Truth;
  standing: Standing;
  /** As many decisions and observations as the level asks for, whatever they say. */
  enough: boolean;
}

/** Sets a claim of the profile beside what is true of the worker. */
export function compareTruth(
  { judgement, practice }: SimulatedWorker,
  competency: string,
  standing: Standing,
  policy: Policy,
): Compared {
  const least = policy.levels[standing.level];
  const judges = judgement[competency]! >= policy.certainty.cut;
  // Trust is put down in whole steps, so what is true belongs to the step it is nearest to.
  const does = practice[competency]! >= least.practice.entrustment - 0.5;
  const seen = standing.practice.observations >= least.practice.observations;
  const decided =
    standing.judgement.anchors >= least.judgement.anchors &&
    standing.judgement.scenarios >= least.judgement.scenarios;
  return {
    truth: judges && does ? 'both' : judges ? 'judgement' : does ? 'practice' : 'neither',
    standing,
    enough: seen && decided,
  };
}

/** How many claims of each truth came out in each state. */
export function countStates(compared: readonly Compared[]): Map<Truth, Map<State, number>> {
  return new Map(
    (['both', 'judgement', 'practice', 'neither'] as const).map((truth) => {
      const rows = compared.filter((one) => one.truth === truth);
      const states = Map.groupBy(rows, ({ standing }) => standing.state);
      return [truth, new Map([...states].map(([state, of]) => [state, of.length]))];
    }),
  );
}

/** How often a verdict on judgement was right, beside how often the method said it would be. */
export interface Kept {
  claims: number;
  right: number;
  /** The mean of the certainty that each was given with. */
  promised: number;
}

/** Compares what "supports" and "not yet" promised with what is true. */
export function checkVerdicts(compared: readonly Compared[]): Record<'supports' | 'not-yet', Kept> {
  const of = (verdict: 'supports' | 'not-yet'): Kept => {
    const said = compared.filter(({ standing }) => standing.judgement.verdict === verdict);
    const certain = said.map(({ standing: { judgement } }) =>
      verdict === 'supports' ? judgement.probability! : 1 - judgement.probability!,
    );
    const isAbove = ({ truth }: Compared) => truth === 'both' || truth === 'judgement';
    return {
      claims: said.length,
      right: said.filter((one) => isAbove(one) === (verdict === 'supports')).length,
      promised: certain.reduce((sum, one) => sum + one, 0) / Math.max(1, certain.length),
    };
  };
  return { supports: of('supports'), 'not-yet': of('not-yet') };
}
