import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Retention } from '#domain/keeping/retention.ts';
import { ContentError } from './content-error.ts';
import { readOnce } from './content-folder.ts';
import { readYaml } from './read-yaml.ts';

/** How long each kind of record is kept, from the file that says so. Read once for each folder. */
export const readRetention = readOnce(async (folder): Promise<Retention> => {
  const file = join(folder, 'retention', 'retention.yaml');
  const read = readYaml(relative(process.cwd(), file), await readFile(file, 'utf8'), Retention);
  if (!read.ok) throw new ContentError(read.problems);
  return read.value;
});
