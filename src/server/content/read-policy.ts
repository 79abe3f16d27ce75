import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Policy } from '#domain/profile/policy.ts';
import { findPolicyAt, type Database, type StoredPolicy } from '#db';
import { ContentError } from './content-error.ts';
import { readOnce } from './content-folder.ts';
import { readYaml, type ContentProblem } from './read-yaml.ts';

/** Reads every policy file of a folder, the oldest first. Each is named for its version. */
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

const shippedPolicies = readOnce((folder) => readPolicies(join(folder, 'policy')));

/** The newest policy that the product comes with: what a new service begins with, and content is checked by. */
export async function readShippedPolicy(): Promise<Policy> {
  const policies = await shippedPolicies();
  return policies.at(-1)!;
}

// A policy never changes once adopted, so each is parsed once a process and database.
const parsed = new WeakMap<Database, Map<string, Policy>>();

/** The policy that a service worked under at a time. Before its first, the first. */
export async function readPolicy(db: Database, at = new Date().toISOString()): Promise<Policy> {
  const stored = await findPolicyAt(db, at);
  return stored ? toPolicy(db, stored) : readShippedPolicy();
}

/** A stored policy as data. Refuses one that cannot be read: nobody's record is guessed at. */
export function toPolicy(db: Database, { version, content }: StoredPolicy): Policy {
  const known = parsed.get(db) ?? new Map<string, Policy>();
  parsed.set(db, known);
  const policy = known.get(version) ?? Policy.parse(JSON.parse(content));
  known.set(version, policy);
  return policy;
}
