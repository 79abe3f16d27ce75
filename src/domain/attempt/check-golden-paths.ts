import { compareResults, type GoldenPath, type GoldenPaths } from '../scenario/golden-path.ts';
import type { Problem } from '../scenario/check/problem.ts';
import type { PublishedScenario } from '../scenario/published.ts';
import { walkGoldenPath } from './walk-golden-path.ts';

/** The experienced colleague, the well-meaning beginner, one who does harm and recovers, one who dithers. */
export const fewestPaths = 4;

const noPaths = (path: Problem['path'], message: string): Problem => ({
  code: 'no-golden-paths',
  path,
  message,
  remedy: `Write at least ${fewestPaths} journeys, as different as the people who will make them.`,
});

/**
 * Walks every golden path of a scenario, given in each of its forms. There must be four or more for each
 * form, each must be open to its end, and each must come out as it is written.
 */
export function checkGoldenPaths(
  forms: readonly PublishedScenario[],
  { paths }: GoldenPaths,
): Problem[] {
  const few = forms.flatMap(({ form }) => {
    const count = paths.filter((path) => (path.form ?? '') === form).length;
    if (count >= fewestPaths) return [];
    const whose = form && ` for the form "${form}"`;
    return [noPaths(['paths'], `There are ${count} golden paths${whose}, of ${fewestPaths}.`)];
  });
  const twice = paths.flatMap((path, at) =>
    paths.findIndex((one) => one.name === path.name && one.form === path.form) < at
      ? [noPaths(['paths', at, 'name'], `Two golden paths are called "${path.name}".`)]
      : [],
  );
  return [...few, ...twice, ...paths.flatMap((path, at) => checkPath(forms, path, at))];
}

function checkPath(forms: readonly PublishedScenario[], path: GoldenPath, at: number): Problem[] {
  const published = forms.find(({ form }) => form === (path.form ?? ''));
  if (!published) return [noSuchForm(forms, path, at)];
  const walked = walkGoldenPath(published, path);
  if (!walked.ok)
    return [
      {
        code: 'golden-path-blocked',
        path: ['paths', at, 'moves', walked.problem.step],
        message: `"${path.name}" cannot go on. ${walked.problem.message}`,
        remedy: 'Write the moves as they are offered, or mend the scenario if they ought to be.',
      },
    ];
  return compareResults(path.result, walked.value).map((difference) => ({
    code: 'golden-path-differs',
    path: ['paths', at, 'result', ...difference.path],
    message: `"${path.name}" comes out otherwise. ${difference.message}`,
    remedy: 'Work it out by hand from the keys: then mend the scenario, or what is written here.',
  }));
}

const noSuchForm = (
  forms: readonly PublishedScenario[],
  { name, form }: GoldenPath,
  at: number,
): Problem => ({
  code: 'golden-path-blocked',
  path: ['paths', at, ...(form ? ['form'] : [])],
  message: form
    ? `There is no form "${form}" for "${name}".`
    : `"${name}" does not say which form it plays.`,
  remedy: forms[0]?.form
    ? `Name a form: ${forms.map((one) => one.form).join(', ')}.`
    : 'Take the "form" out.',
});
