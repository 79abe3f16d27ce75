import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Vignette, type EditedVignette } from '#domain/calibration/vignette.ts';
import { ContentError } from './content-error.ts';
import { readOnce } from './content-folder.ts';
import { readFrameworks } from './read-frameworks.ts';
import { readYaml, type ContentProblem } from './read-yaml.ts';

/** Reads every vignette of a folder, by name. Each competency it is about must be on the map. */
export async function readVignettesIn(
  folder: string,
  competencies: ReadonlySet<string>,
): Promise<EditedVignette[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  const problems: ContentProblem[] = [];
  const vignettes: EditedVignette[] = [];
  for (const name of names) {
    const file = join(folder, name);
    const read = readYaml(relative(process.cwd(), file), await readFile(file, 'utf8'), Vignette);
    if (!read.ok) {
      problems.push(...read.problems);
      continue;
    }
    const { competency } = read.value;
    if (!competencies.has(competency))
      problems.push(
        read.locate(
          'unknown-competency',
          ['competency'],
          `${competency} is not on the competency map.`,
          'Name a competency of the current map.',
        ),
      );
    const hash = createHash('sha256').update(JSON.stringify(read.value)).digest('hex');
    const id = name.replace(/\.yaml$/, '');
    vignettes.push({ ...read.value, id, edition: `${id} ${hash.slice(0, 16)}` });
  }
  if (problems.length) throw new ContentError(problems);
  return vignettes;
}

/** The vignettes that every observer rates. Read once for each folder. */
export const readVignettes = readOnce(async (folder): Promise<EditedVignette[]> => {
  const { competencies } = await readFrameworks();
  const known = new Set(Object.keys(competencies.competencies));
  return readVignettesIn(join(folder, 'calibration'), known);
});
