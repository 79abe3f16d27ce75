import { parseArgs } from 'node:util';
import { canonicalText, contentHash } from '#server/content/publish-scenarios.ts';
import { checkPaths } from '#server/content/read-paths.ts';
import { readProof, writeProof } from '#server/content/read-proof.ts';
import { listScenarios, readCheckedScenario, readScenario } from '#server/content/read-scenario.ts';
import { prepareForms, requireKnown } from './find-scenario.ts';
import type { Verb } from './verb.ts';

/** Checks scenarios that have changed and keeps what exploring them found, so that a start is quick. */
export const prove: Verb = async (args, { say, note }) => {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const known = await listScenarios();
  for (const slug of positionals) requireKnown(slug, known);
  let unproved = 0;
  for (const slug of positionals.length ? positionals : known) {
    const { read } = await readScenario(slug);
    const version = read.ok ? contentHash(canonicalText(read.value)) : '';
    if (await readProof(slug, version)) {
      say(`${slug}: proved before.`);
      continue;
    }
    note(`Checking every path of "${slug}" …`);
    const checked = await readCheckedScenario(slug);
    const golden = await checkPaths(slug, prepareForms(checked));
    if (checked.problems.length || golden.problems.length) {
      unproved += 1;
      say(`${slug}: not sound. See npm run scenario -- check ${slug}`);
      continue;
    }
    const { moments, anchorsByForm: anchors } = checked;
    await writeProof(slug, { version, moments, anchors });
    say(`${slug}: proved.`);
  }
  return unproved ? 1 : 0;
};
