import type { Scenario } from '../schema.ts';
import { limits } from './limits.ts';
import type { Problem } from './problem.ts';
import { isInForm } from './texts.ts';

/** One decision as somebody sees it who has not read it: how long its options are, and which are best. */
interface Outline {
  lengths: number[];
  best: number[];
}

/**
 * Nobody can find the best option without reading: not by its length, and not by where it is written.
 * Only decisions for the best action are looked at, in one form of the scenario; of equals, any counts.
 */
export function checkTells(scenario: Scenario, form: string): Problem[] {
  const outlines = outlineDecisions(scenario, form);
  const many = outlines.length;
  if (many < limits.fewestDecisionsToJudge) return [];
  const problems: Problem[] = [];
  const longest = outlines.filter(({ lengths, best }) => {
    const most = Math.max(...lengths);
    return Math.min(...lengths) < most && best.some((place) => lengths[place] === most);
  }).length;
  if (longest > many * limits.bestIsLongest)
    problems.push({
      code: 'best-is-longest',
      path: ['scenes'],
      message: `The best option is the longest one in ${longest} of ${many} decisions; in half of them at most is wanted.`,
      remedy: 'Shorten some of the best options, or say more in some of the others.',
    });
  const places = outlines.flatMap(({ best }) => best);
  for (const place of new Set(places)) {
    const times = places.filter((one) => one === place).length;
    if (times > many * limits.bestInOnePlace)
      problems.push({
        code: 'best-same-place',
        path: ['scenes'],
        message: `The best option is number ${place + 1} in ${times} of ${many} decisions; in ${limits.bestInOnePlace * 100}% of them at most is wanted.`,
        remedy: 'Put the options of some decisions in another order.',
      });
  }
  return problems;
}

function outlineDecisions(scenario: Scenario, form: string): Outline[] {
  return Object.values(scenario.scenes).flatMap((scene) => {
    const { decision } = scene;
    if (decision?.kind !== 'best-action' || !isInForm(scene, form)) return [];
    const options = Object.values(decision.options).filter((option) => isInForm(option, form));
    const worth = options.map(({ key }) => meanOf(Object.values(key.credit)));
    const most = Math.max(...worth);
    return [
      {
        lengths: options.map(({ text }) => text.length),
        best: worth.flatMap((one, place) => (one === most ? [place] : [])),
      },
    ];
  });
}

const meanOf = (credits: number[]): number =>
  credits.reduce((sum, one) => sum + one, 0) / credits.length;
