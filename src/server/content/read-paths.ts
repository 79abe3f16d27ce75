import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { checkGoldenPaths } from '#domain/attempt/check-golden-paths.ts';
import { GoldenPaths } from '#domain/scenario/golden-path.ts';
import type { PublishedScenario } from '#domain/scenario/published.ts';
import { contentFolder } from './content-folder.ts';
import { readYaml, type ContentProblem } from './read-yaml.ts';

/** The golden paths of a scenario as they are written, or what is wrong with the file. */
export async function readPaths(slug: string) {
  const path = join(contentFolder(), slug, 'paths.json');
  const file = relative(process.cwd(), path);
  const text = await readFile(path, 'utf8').catch((reason: unknown) => {
    if ((reason as { code?: string }).code === 'ENOENT') return undefined;
    throw reason;
  });
  if (text !== undefined) return readYaml(file, text, GoldenPaths);
  const missing: ContentProblem = {
    file,
    line: 1,
    column: 1,
    code: 'no-golden-paths',
    message: 'There is no such file, so nothing says how known journeys must come out.',
    remedy: 'Write one: `npm run scenario -- new` begins a folder with one to copy from.',
  };
  return { ok: false as const, problems: [missing] };
}

/**
 * Reads the golden paths beside a scenario, and walks every one of them in its form; in none where
 * the scenario cannot be played yet. Says what is wrong, and how many paths there are.
 */
export async function checkPaths(
  slug: string,
  forms: readonly PublishedScenario[],
): Promise<{ problems: ContentProblem[]; paths: number }> {
  const read = await readPaths(slug);
  if (!read.ok) return { problems: read.problems, paths: 0 };
  const problems = forms.length ? checkGoldenPaths(forms, read.value) : [];
  return {
    problems: problems.map(({ code, path, message, remedy }) =>
      read.locate(code, path, message, remedy),
    ),
    paths: read.value.paths.length,
  };
}
