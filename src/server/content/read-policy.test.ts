import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPolicies } from './read-policy.ts';

const first = '2026-11-22';
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'in-practice-policy-'));
  await cp(join(import.meta.dirname, '../../../scenarios/policy'), folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Adds a policy of another day to the folder, under that name or another. */
async function add(version: string, name = version) {
  const text = await readFile(join(folder, `${first}.yaml`), 'utf8');
  const changed = text.replace(`version: '${first}'`, `version: '${version}'`);
  await writeFile(join(folder, `${name}.yaml`), changed);
}

test('policies come the oldest first', async () => {
  await add('2027-04-01');
  await add('2027-01-01');
  const policies = await readPolicies(folder);
  expect(policies.map(({ version }) => version)).toEqual([first, '2027-01-01', '2027-04-01']);
});

test('a file that is not named for its version is a problem, with its place', async () => {
  await add('2027-01-01', '2027-01-02');
  await expect(readPolicies(folder)).rejects.toThrow(
    /2027-01-02\.yaml:3:10 policy-misnamed: The version is 2027-01-01/,
  );
});

test('a folder without any is refused', async () => {
  await rm(join(folder, `${first}.yaml`));
  await expect(readPolicies(folder)).rejects.toThrow('There is no policy file');
});
