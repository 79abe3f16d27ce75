import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { prepareForms } from '../src/cli/scenario/find-scenario.ts';
import { runScenario } from '../src/cli/scenario.ts';
import { checkPaths } from '#server/content/read-paths.ts';
import { readCheckedScenario } from '#server/content/read-scenario.ts';
import { makeContentFolder, type ContentFolder } from './support/content-folder.ts';

const file = join(import.meta.dirname, '..', 'docs', 'authoring.md');
const guide = readFileSync(file, 'utf8');

/** The blocks of the worked example: what is added to the file, and what the checker then says. */
const blocks = [...guide.matchAll(/^```(yaml|text|json) step\n([\s\S]*?)^```$/gm)].map(
  ([, kind, text]) => ({ kind: kind!, text: text! }),
);

/** What an author has in the file after adding a part at its place: lists grow at their end. */
function added(before: unknown, part: unknown): unknown {
  if (Array.isArray(before) && Array.isArray(part)) return [...before, ...part];
  if (!isRecord(before) || !isRecord(part)) return part;
  const names = [...new Set([...Object.keys(before), ...Object.keys(part)])];
  return Object.fromEntries(
    names.map((name) => [name, name in part ? added(before[name], part[name]) : before[name]]),
  );
}
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

let content: ContentFolder;
beforeAll(async () => {
  content = await makeContentFolder();
  await mkdir(dirname(content.fileOf('the-42')), { recursive: true });
});
afterAll(() => content.remove());

async function problemsOf() {
  const { problems } = await readCheckedScenario('the-42');
  return problems.map(({ code, message, remedy }) => `${code}  ${message}  ${remedy}`);
}

describe('the worked example of docs/authoring.md', () => {
  test('grows as it says, and the checker says what it says', async () => {
    let written: unknown = {};
    let compared = 0;
    for (const { kind, text } of blocks) {
      if (kind === 'yaml') {
        written = added(written, parse(text));
        await writeFile(content.fileOf('the-42'), stringify(written));
      }
      if (kind !== 'text') continue;
      const said = await problemsOf();
      const told = text.trim() === 'sound' ? [] : text.trim().split('\n');
      expect([...new Set(said)], `after block ${compared + 1}`).toEqual(told);
      compared += 1;
    }
    expect(compared).toBe(3);
  });

  test('is sound in the end, with golden paths that come out as it says', async () => {
    const json = blocks.find(({ kind }) => kind === 'json')!.text;
    await writeFile(join(dirname(content.fileOf('the-42')), 'paths.json'), json);
    const read = await readCheckedScenario('the-42');
    expect(read.problems).toEqual([]);
    const golden = await checkPaths('the-42', prepareForms(read));
    expect(golden).toEqual({ problems: [], paths: 4 });
  });
});

describe('what docs/authoring.md points to', () => {
  const links = [...guide.matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(([, to]) => to!);
  test('there are links', () => expect(links.length).toBeGreaterThan(10));
  test.each(links)('%s is there', (to) => {
    expect(existsSync(join(dirname(file), to))).toBe(true);
  });

  test('names every command of scenarios', async () => {
    const lines: string[] = [];
    await runScenario([], { say: () => {}, note: (line) => lines.push(line) });
    const names = [...lines.join('\n').matchAll(/npm run scenario -- (\w+)/g)].map(
      ([, name]) => name,
    );
    expect(names).toContain('check');
    expect(names.filter((name) => !guide.includes(`| \`${name}`))).toEqual([]);
  });

  test('is short enough to be read', () => {
    expect(guide.split('\n').length).toBeLessThanOrEqual(400);
  });
});
