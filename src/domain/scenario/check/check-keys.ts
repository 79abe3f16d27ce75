import type { Decision, Pick, Rank, Rate } from '../decision.ts';
import type { Path } from '../parts-of.ts';
import type { Problem } from './problem.ts';

/** What would do harm cannot be sound as well. */
const mostCreditForHarm = 0.25;

/** Keys that hardly differ tell nobody apart. */
const leastSpread = 0.5;

/** Every option of a decision has a full key, and the keys tell the options apart: method §1 and §3. */
export function checkKeys(decision: Decision, path: Path): Problem[] {
  if (decision.kind === 'rationale') return [];
  const options = Object.entries(decision.options);
  const problems: Problem[] = [];
  if (options.length < 2)
    problems.push({
      code: 'nothing-to-decide',
      path: [...path, 'options'],
      message: 'A decision needs at least two options.',
      remedy: 'Add what a kind, busy person might do instead.',
    });
  for (const [name, { key }] of options)
    problems.push(...checkHarm(decision, key.harmful, name, [...path, 'options', name, 'key']));
  if (decision.kind === 'pick') return [...problems, ...checkPick(decision, path)];
  if (decision.kind === 'rank') return [...problems, ...checkRank(decision, path)];
  if (decision.kind === 'rate') return [...problems, ...checkRate(decision, path)];
  return [...problems, ...checkCredits(decision, path)];
}

function checkHarm(
  decision: Decision,
  harmful: string[] | undefined,
  name: string,
  path: Path,
): Problem[] {
  return (harmful ?? [])
    .filter((competency) => !decision.competencies.includes(competency))
    .map((competency) => ({
      code: 'keys-missing',
      path: [...path, 'harmful'],
      message: `"${name}" harms ${competency}, which this decision does not bear on.`,
      remedy: 'Add it to "competencies", with credit for every option.',
    }));
}

function checkCredits(decision: Extract<Decision, { kind: 'best-action' }>, path: Path): Problem[] {
  const wanted = [...decision.competencies].sort().join(', ');
  const keys = Object.entries(decision.options).flatMap(([name, { key }]) => {
    const at = [...path, 'options', name, 'key'];
    return [
      { name, key, at },
      ...(key.cases ?? []).map((one, index) => ({ name, key: one, at: [...at, 'cases', index] })),
    ];
  });
  const problems: Problem[] = [];
  for (const { name, key, at } of keys) {
    if (Object.keys(key.credit).sort().join(', ') !== wanted)
      problems.push({
        code: 'keys-missing',
        path: [...at, 'credit'],
        message: `The credit of "${name}" must be given for ${wanted} and nothing else.`,
        remedy: 'Give one number from 0 to 1 for each.',
      });
    problems.push(...(at.includes('cases') ? checkHarm(decision, key.harmful, name, at) : []));
    for (const competency of key.harmful ?? [])
      if ((key.credit[competency] ?? 0) > mostCreditForHarm)
        problems.push({
          code: 'harm-with-credit',
          path: [...at, 'credit', competency],
          message: `"${name}" does harm and still earns ${key.credit[competency]} for ${competency}.`,
          remedy: `Give it ${mostCreditForHarm} or less, or do not call it harmful.`,
        });
  }
  for (const competency of decision.competencies) {
    const credits = keys.map(({ key }) => key.credit[competency] ?? 0);
    if (Math.max(...credits) - Math.min(...credits) < leastSpread)
      problems.push({
        code: 'keys-do-not-discriminate',
        path,
        message: `The options hardly differ in credit for ${competency}.`,
        remedy: 'Widen the credits to at least a half, or drop the competency here.',
      });
  }
  return problems;
}

function checkPick(decision: Pick, path: Path): Problem[] {
  const options = Object.values(decision.options);
  const right = options.filter(({ key }) => key.right).length;
  if (right !== decision.pick)
    return [
      {
        code: 'keys-missing',
        path: [...path, 'pick'],
        message: `${decision.pick} are to be picked, and ${right} are right.`,
        remedy: 'Mark as many options right as are to be picked.',
      },
    ];
  if (options.length > right) return [];
  return [
    {
      code: 'keys-do-not-discriminate',
      path,
      message: 'Every option is right, so there is nothing to pick.',
      remedy: 'Add what would be tempting and wrong.',
    },
  ];
}

function checkRank(decision: Rank, path: Path): Problem[] {
  const places = Object.values(decision.options).map(({ key }) => key.place);
  const count = places.length;
  const isWhole = new Set(places).size === count && Math.max(...places) === count;
  if (isWhole && count >= 3 && count <= 6) return [];
  return [
    {
      code: 'keys-missing',
      path: [...path, 'options'],
      message: `The places of ${count} options are ${places.join(', ')}.`,
      remedy: 'Give three to six options the places 1, 2, 3 and so on, each once.',
    },
  ];
}

function checkRate(decision: Rate, path: Path): Problem[] {
  const steps = decision.scale.length;
  const ratings = Object.values(decision.options).map(({ key }) => key.rating);
  const over = Object.entries(decision.options).find(([, { key }]) => key.rating > steps);
  if (over)
    return [
      {
        code: 'keys-missing',
        path: [...path, 'options', over[0], 'key', 'rating'],
        message: `The scale has ${steps} steps, and "${over[0]}" is rated ${over[1].key.rating}.`,
        remedy: 'Rate it with one of the steps.',
      },
    ];
  if (Math.max(...ratings) - Math.min(...ratings) >= (steps - 1) / 2) return [];
  return [
    {
      code: 'keys-do-not-discriminate',
      path,
      message: 'The right ratings hardly differ, so one answer for all would do well.',
      remedy: 'Add something that is rated quite differently.',
    },
  ];
}
