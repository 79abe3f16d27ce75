import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Style } from '#domain/scenario/check/style.ts';
import { ContentError } from './content-error.ts';
import { readOnce } from './content-folder.ts';
import { readYaml } from './read-yaml.ts';

/** Reads how scenarios are to be worded from the `style.yaml` of a folder. */
export async function readStyleIn(folder: string): Promise<Style> {
  const file = join(folder, 'style.yaml');
  const read = readYaml(relative(process.cwd(), file), await readFile(file, 'utf8'), Style);
  if (!read.ok) throw new ContentError(read.problems);
  return read.value;
}

/** How scenarios are to be worded. Read once for each folder. */
export const readStyle = readOnce(readStyleIn);
