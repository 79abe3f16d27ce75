import { cp, mkdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { Id } from '#domain/scenario/words.ts';
import { contentFolder } from '#server/content/content-folder.ts';
import { oneSlug, WrongArguments, type Verb } from './verb.ts';

const starter = join(import.meta.dirname, 'starter');

/** Begins a scenario in a folder of its own, never in one that is there already. */
export const newScenario: Verb = async (args, { say }) => {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const slug = oneSlug(positionals, 'npm run scenario -- new <slug>');
  const named = Id.safeParse(slug);
  if (!named.success)
    throw new WrongArguments(`"${slug}" cannot be its name: ${named.error.issues[0]!.message}.`);
  const folder = join(contentFolder(), slug);
  const shown = relative(process.cwd(), folder);
  await mkdir(folder).catch((reason: unknown) => {
    if ((reason as { code?: string }).code !== 'EEXIST') throw reason;
    throw new WrongArguments(`There is already something in ${shown}. Choose another name.`);
  });
  await cp(starter, folder, { recursive: true });
  say(`Begun: ${shown}, with scenario.yaml, paths.json and sources.md.`);
  say(`Write on from there, and after each scene: npm run scenario -- check ${slug}`);
  return 0;
};
