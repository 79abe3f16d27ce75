import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { z } from 'zod';
import { newestFirst } from '#domain/competency/editions.ts';
import { readYaml, type ContentProblem, type Located } from './read-yaml.ts';

/** One edition of a framework, and a way to say where something in its file stands. */
export interface ReadEdition<Framework> {
  framework: Framework;
  locate: Located;
}

/**
 * Reads every edition of one framework, the newest first: the files of its folder, each named for its
 * edition. What is wrong in them is added to the problems. A folder with no edition in it throws.
 */
export async function readEditions<Framework extends { edition: string }>(
  folder: string,
  schema: z.ZodType<Framework>,
  problems: ContentProblem[],
): Promise<ReadEdition<Framework>[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  if (!names.length) throw new Error(`There is no edition of a framework in ${folder}.`);
  const found = new Map<string, ReadEdition<Framework>>();
  for (const name of names) {
    const file = join(folder, name);
    const read = readYaml(relative(process.cwd(), file), await readFile(file, 'utf8'), schema);
    if (!read.ok) {
      problems.push(...read.problems);
      continue;
    }
    const { edition } = read.value;
    if (`${edition}.yaml` === name)
      found.set(edition, { framework: read.value, locate: read.locate });
    else
      problems.push(
        read.locate(
          'edition-misnamed',
          ['edition'],
          `The edition is ${edition} and the file is called ${name}.`,
          'Give the file the name of the edition.',
        ),
      );
  }
  return newestFirst([...found.values()].map(({ framework }) => framework)).map(({ edition }) =>
    found.get(edition)!,
  );
}
