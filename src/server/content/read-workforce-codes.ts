import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { WorkforceCodes } from '#domain/workforce/codes.ts';
import { ContentError } from './content-error.ts';
import { readOnce } from './content-folder.ts';
import { readFrameworks } from './read-frameworks.ts';
import { readTrainingSubjects } from './read-training-subjects.ts';
import { readYaml, type ContentProblem } from './read-yaml.ts';

/** Ids that the file may name. */
interface Known {
  categories: ReadonlySet<string>;
  subjects: ReadonlySet<string>;
}

/** Reads what the codes mean from a folder. Every role category and subject they name must be known. */
export async function readWorkforceCodesIn(folder: string, known: Known): Promise<WorkforceCodes> {
  const file = join(folder, 'workforce', 'codes.yaml');
  const name = relative(process.cwd(), file);
  const read = readYaml(name, await readFile(file, 'utf8'), WorkforceCodes);
  if (!read.ok) throw new ContentError(read.problems);
  const { pathway, training } = read.value;
  const problems: ContentProblem[] = [];
  for (const [code, { category }] of Object.entries(pathway))
    if (category !== undefined && !known.categories.has(category))
      problems.push(
        read.locate(
          'unknown-category',
          ['pathway', code],
          `There is no role category ${category}.`,
          'Use an id of scenarios/frameworks/role-categories.',
        ),
      );
  for (const [code, { subject }] of Object.entries(training))
    if (subject !== undefined && !known.subjects.has(subject))
      problems.push(
        read.locate(
          'unknown-subject',
          ['training', code],
          `There is no subject ${subject}.`,
          'Use an id of scenarios/risk/training-subjects.yaml.',
        ),
      );
  if (problems.length) throw new ContentError(problems);
  return read.value;
}

/** What the codes of workforce data set files mean. Read once for each folder. */
export const readWorkforceCodes = readOnce(async (folder) => {
  const [{ roles }, { subjects }] = await Promise.all([readFrameworks(), readTrainingSubjects()]);
  return readWorkforceCodesIn(folder, {
    categories: new Set(Object.keys(roles.categories)),
    subjects: new Set(Object.keys(subjects)),
  });
});
