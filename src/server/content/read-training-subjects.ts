import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { TrainingSubjects } from '#domain/training/subjects.ts';
import { ContentError } from './content-error.ts';
import { readOnce } from './content-folder.ts';
import { readFrameworks } from './read-frameworks.ts';
import { readYaml } from './read-yaml.ts';

/** Reads what training is called from a folder, and checks that every competency it names is known. */
export async function readTrainingSubjectsIn(
  folder: string,
  competencies: ReadonlySet<string>,
): Promise<TrainingSubjects> {
  const file = join(folder, 'risk', 'training-subjects.yaml');
  const name = relative(process.cwd(), file);
  const read = readYaml(name, await readFile(file, 'utf8'), TrainingSubjects);
  if (!read.ok) throw new ContentError(read.problems);
  const problems = Object.entries(read.value.subjects).flatMap(([id, subject]) =>
    subject.competencies.flatMap((competency, at) =>
      competencies.has(competency)
        ? []
        : [
            read.locate(
              'unknown-competency',
              ['subjects', id, 'competencies', at],
              `There is no competency ${competency}.`,
              'Use an id of the competency map.',
            ),
          ],
    ),
  );
  if (problems.length) throw new ContentError(problems);
  return read.value;
}

/** What training is called here. Read once for each folder. */
export const readTrainingSubjects = readOnce(async (folder) => {
  const { competencies } = await readFrameworks();
  return readTrainingSubjectsIn(folder, new Set(Object.keys(competencies.competencies)));
});
