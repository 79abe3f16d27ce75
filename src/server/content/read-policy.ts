import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Policy } from '#domain/profile/policy.ts';
import { londonDate } from '#domain/london-time.ts';
import { ContentError } from './content-error.ts';
import { contentFolder } from './read-frameworks.ts';
import { readYaml, type ContentProblem } from './read-yaml.ts';

/** Reads every policy file of a folder, the oldest first. Each is named for the day it holds from. */
export async function readPolicies(folder: string): Promise<Policy[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  if (!names.length) throw new Error(`There is no policy file in ${folder}.`);
  const policies: Policy[] = [];
  const problems: ContentProblem[] = [];
  for (const name of names) {
    const file = join(folder, name);
    const read = readYaml(relative(process.cwd(), file), await readFile(file, 'utf8'), Policy);
    if (!read.ok) problems.push(...read.problems);
    else if (`${read.value.version}.yaml` !== name)
      problems.push(
        read.locate(
          'policy-misnamed',
          ['version'],
          `The version is ${read.value.version} and the file is called ${name}.`,
          'Give the file the name of the day from which the policy holds.',
        ),
      );
    else policies.push(read.value);
  }
  if (problems.length) throw new ContentError(problems);
  return policies;
}

/** Of policies by age, the newest that holds by a day; before the first one's day, the first. */
export const policyInForce = (policies: readonly Policy[], day: string): Policy =>
  policies.findLast(({ version }) => version <= day) ?? policies[0]!;

let kept: Promise<Policy[]> | undefined;

/** The policy in force today, in London. The files are read once a process. */
export async function readPolicy(at = new Date().toISOString()): Promise<Policy> {
  const policies = await (kept ??= readPolicies(join(contentFolder(), 'policy')));
  return policyInForce(policies, londonDate(at));
}
