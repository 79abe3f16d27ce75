import { existsSync, readdirSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { ScenarioInput } from './tiny-scenario.ts';

const shipped = join(import.meta.dirname, '..', '..', 'scenarios');

/** A folder of content of a test's own: all that is shipped but the scenarios, and those it writes. */
export interface ContentFolder {
  folder: string;
  fileOf(slug: string): string;
  write(slug: string, input: ScenarioInput): Promise<void>;
  /** Changes the text of a file, and says so if there was nothing to change. */
  edit(slug: string, from: string, to: string): Promise<void>;
  take(slug: string): Promise<void>;
  remove(): Promise<void>;
}

/** Writes a scenario into a folder of content, as its author would. */
export async function writeScenario(folder: string, slug: string, input: ScenarioInput) {
  await mkdir(join(folder, slug), { recursive: true });
  await writeFile(join(folder, slug, 'scenario.yaml'), stringify(input));
}

const inUse: string[] = [];
let outside: string | undefined;

function pointTo(folder: string | undefined) {
  if (folder === undefined) delete process.env['CONTENT_DIR'];
  else process.env['CONTENT_DIR'] = folder;
}

/** Makes such a folder and points this process to it, until it is removed. */
export async function makeContentFolder(
  scenarios: Record<string, ScenarioInput> = {},
): Promise<ContentFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'in-practice-content-'));
  // Everything but the scenarios, which tests write themselves.
  for (const part of readdirSync(shipped))
    if (!existsSync(join(shipped, part, 'scenario.yaml')))
      await cp(join(shipped, part), join(folder, part), { recursive: true });
  if (!inUse.length) outside = process.env['CONTENT_DIR'];
  inUse.push(folder);
  pointTo(folder);
  const content: ContentFolder = {
    folder,
    fileOf: (slug) => join(folder, slug, 'scenario.yaml'),
    write: (slug, input) => writeScenario(folder, slug, input),
    async edit(slug, from, to) {
      const text = await readFile(content.fileOf(slug), 'utf8');
      if (!text.includes(from)) throw new Error(`"${from}" is not in ${slug}.`);
      await writeFile(content.fileOf(slug), text.replace(from, to));
    },
    take: (slug) => rm(join(folder, slug), { recursive: true }),
    async remove() {
      // Two at once may be removed in any order: what is left is pointed to, never one that is gone.
      inUse.splice(inUse.indexOf(folder), 1);
      pointTo(inUse.at(-1) ?? outside);
      await rm(folder, { recursive: true, force: true });
    },
  };
  for (const [slug, input] of Object.entries(scenarios)) await content.write(slug, input);
  return content;
}
