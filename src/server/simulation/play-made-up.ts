import { scoreAnswer } from '#domain/evidence/score-answer.ts';
import type { Decision } from '#domain/scenario/decision.ts';
import type { PublishedScenario } from '#domain/scenario/published.ts';
import { chanceFor } from '#domain/simulation/chance.ts';
import { chooseAnswer, expectedAt } from '#domain/simulation/choose-answer.ts';
import { onTheDay } from '#domain/simulation/simulated-worker.ts';
import { playThrough } from '../sample/play-through.ts';
import { writeReasons } from './made-up-words.ts';
import { planted, type Year, type YearWorker } from './year.ts';

/** What came of somebody's way through a scenario. */
export interface MadeUpPlay {
  attemptId: string;
  /** The competencies on which they chose harm. */
  harmed: string[];
  /** Those on which they chose well at a decision that nobody can avoid, where they chose harm on none. */
  passed: string[];
}

/** Lets somebody who is made up play a scenario, choosing by what is true of them. */
export async function playMadeUp(
  { db, seed, policy }: Year,
  { person, truth }: YearWorker,
  slug: string,
  at: string,
): Promise<MadeUpPlay> {
  const chance = chanceFor(seed, `${truth.username} plays ${slug}`);
  const judgement = onTheDay(truth, chance);
  const careful = planted.conflict.worker === truth.username;
  const harmed = new Set<string>();
  const well = new Set<string>();
  const attemptId = await playThrough(
    db,
    person,
    slug,
    at,
    (decision, world, { published, scene }) => {
      const deciding = { judgement, careful };
      const choice =
        chooseWeakOption(published, scene, decision, general(truth), chance.next()) ??
        chooseAnswer(decision, world, deciding, chance);
      const isAnchor = published.anchors.some(({ scenes }) => scenes.includes(scene));
      for (const [competency, { harmful, credit }] of scoreAnswer(decision, choice, world)) {
        if (harmful) harmed.add(competency);
        if (isAnchor && credit >= policy.concern['parallel-credit']) well.add(competency);
      }
      const judges = expectedAt(decision, deciding);
      const sure = judges + chance.bell(0.2);
      return {
        choice,
        words: decision.kind === 'rationale' ? writeReasons(judges) : undefined,
        confidence: sure > 0.8 ? 'sure' : sure > 0.55 ? 'fairly-sure' : 'unsure',
      };
    },
    { seed: chance.whole(1, 2 ** 30) },
  );
  const passed = [...well].filter((one) => !harmed.has(one));
  return { attemptId, harmed: [...harmed], passed };
}

const general = ({ judgement }: YearWorker['truth']): number => {
  const all = Object.values(judgement);
  return all.reduce((sum, one) => sum + one, 0) / all.length;
};

/** The decision that the weak option is planted in: the first that nobody can avoid, with a harmless second. */
export function weakDecision({
  scenario,
  anchors,
}: Pick<PublishedScenario, 'scenario' | 'anchors'>) {
  for (const { scenes } of anchors) {
    const decision = scenes.length === 1 ? scenario.scenes[scenes[0]!]?.decision : undefined;
    if (decision?.kind !== 'best-action') continue;
    const ranked = Object.entries(decision.options)
      .filter(([, { when, key }]) => !when && !key.harmful)
      .sort(([, a], [, b]) => worth(b.key.credit) - worth(a.key.credit));
    if (ranked.length > 1)
      return { scene: scenes[0]!, keyed: ranked[0]![0], better: ranked[1]![0] };
  }
  return undefined;
}

const worth = (credit: Record<string, number>) =>
  Object.values(credit).reduce((sum, one) => sum + one, 0);

function chooseWeakOption(
  published: PublishedScenario,
  scene: string,
  decision: Decision,
  judges: number,
  drawn: number,
): string | undefined {
  if (published.slug !== planted.weakOption.slug || decision.kind !== 'best-action') return;
  const weak = weakDecision(published);
  if (weak?.scene !== scene) return;
  const takesBetter = judges > 0.7 ? 0.9 : 0.1;
  return drawn < takesBetter ? weak.better : weak.keyed;
}
