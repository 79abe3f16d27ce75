import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { z } from 'zod';
import { Duties, Needs, Requirements } from '#domain/risk/content.ts';
import { ContentError } from './content-error.ts';
import { readOnce } from './content-folder.ts';
import { readFrameworks } from './read-frameworks.ts';
import { readYaml, type ContentProblem } from './read-yaml.ts';

/** What a service begins with about duties, needs and roles. */
export interface RiskContent {
  requirements: Requirements;
  duties: Duties;
  needs: Needs;
}

/** Ids that files of this folder may name. */
interface Known {
  competencies: ReadonlySet<string>;
  categories: ReadonlySet<string>;
}

/** Reads duties, needs and requirements of a folder. Every id that they name must be known. */
export async function readRiskIn(folder: string, known: Known): Promise<RiskContent> {
  const problems: ContentProblem[] = [];
  const read = async <Schema extends z.ZodType>(
    name: string,
    schema: Schema,
    restsOf: (value: z.output<Schema>) => [(string | number)[], Record<string, number>][],
  ) => {
    const file = join(folder, name);
    const found = readYaml(relative(process.cwd(), file), await readFile(file, 'utf8'), schema);
    if (!found.ok) {
      problems.push(...found.problems);
      return undefined;
    }
    for (const [path, rests] of restsOf(found.value))
      for (const id of Object.keys(rests).filter((one) => !known.competencies.has(one)))
        problems.push(
          found.locate('unknown-competency', [...path, id], `There is no ${id}.`, 'Name another.'),
        );
    return found;
  };
  const [requirements, duties, needs] = await Promise.all([
    read('requirements.yaml', Requirements, ({ categories }) =>
      Object.entries(categories).map(([id, rests]) => [['categories', id], rests]),
    ),
    read('duties.yaml', Duties, (value) =>
      Object.entries(value.duties).map(([id, { rests }]) => [['duties', id, 'rests'], rests]),
    ),
    read('needs.yaml', Needs, (value) =>
      Object.entries(value.needs).map(([id, { rests }]) => [['needs', id, 'rests'], rests]),
    ),
  ]);
  for (const id of Object.keys(requirements?.value.categories ?? {}))
    if (!known.categories.has(id))
      problems.push(
        requirements!.locate(
          'unknown-category',
          ['categories', id],
          `There is no role category ${id}.`,
          'Name one of the frameworks.',
        ),
      );
  if (problems.length) throw new ContentError(problems);
  return { requirements: requirements!.value, duties: duties!.value, needs: needs!.value };
}

/** The duties, needs and requirements that the product comes with. Read once for each folder. */
export const readRisk = readOnce(async (folder): Promise<RiskContent> => {
  const { competencies, roles } = await readFrameworks();
  return readRiskIn(join(folder, 'risk'), {
    competencies: new Set(Object.keys(competencies.competencies)),
    categories: new Set(Object.keys(roles.categories)),
  });
});
