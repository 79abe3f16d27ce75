import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Policy } from '#domain/profile/policy.ts';
import { ContentError } from './content-error.ts';
import { contentFolder } from './read-frameworks.ts';
import { readYaml } from './read-yaml.ts';

let kept: Promise<Policy> | undefined;

async function readLatest(): Promise<Policy> {
  const folder = join(contentFolder(), 'policy');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  const latest = files.at(-1);
  if (!latest) throw new Error(`There is no policy file in ${folder}.`);
  const file = join(folder, latest);
  const read = readYaml(relative(process.cwd(), file), await readFile(file, 'utf8'), Policy);
  if (!read.ok) throw new ContentError(read.problems);
  return read.value;
}

/** The policy in force: the newest file. Read once a process. */
export const readPolicy = () => (kept ??= readLatest());
