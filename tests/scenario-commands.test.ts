import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runScenario } from '../src/cli/scenario.ts';
import { makeContentFolder, type ContentFolder } from './support/content-folder.ts';

let content: ContentFolder;
let folder = '';
const pathsFile = () => join(folder, 'third-cup', 'paths.json');
let startingPaths = '';

/** Runs a command as if it were typed, and keeps what it says. */
async function run(...args: string[]) {
  const said: string[] = [];
  const noted: string[] = [];
  const code = await runScenario(args, {
    say: (line) => said.push(line),
    note: (line) => noted.push(line),
  });
  return { code, said, noted };
}

beforeAll(async () => {
  content = await makeContentFolder();
  folder = dirname(dirname(content.fileOf('third-cup')));
  expect(await run('new', 'third-cup')).toMatchObject({ code: 0 });
  startingPaths = await readFile(pathsFile(), 'utf8');
});
beforeEach(() => writeFile(pathsFile(), startingPaths));
afterAll(() => content.remove());

describe('new', () => {
  test('makes a scenario that is sound at once, and a draft that nobody is offered', async () => {
    const { code, said } = await run('check', 'third-cup');
    expect(said[0]).toMatch(
      /^third-cup: sound\. 7 moments .* 4 golden paths .* level 2: 2 anchors/,
    );
    expect(code).toBe(0);
    expect(await readFile(content.fileOf('third-cup'), 'utf8')).toContain('status: draft');
    expect(await readFile(join(folder, 'third-cup', 'sources.md'), 'utf8')).toContain('rests on');
  });
  test('never writes over what is there', async () => {
    const before = await readFile(content.fileOf('third-cup'), 'utf8');
    await writeFile(content.fileOf('third-cup'), `${before}# mine\n`);
    const { code, noted } = await run('new', 'third-cup');
    expect([code, noted.join()]).toEqual([1, expect.stringContaining('already something')]);
    expect(await readFile(content.fileOf('third-cup'), 'utf8')).toBe(`${before}# mine\n`);
    await writeFile(content.fileOf('third-cup'), before);
  });
});

describe('check', () => {
  const change = (from: string | RegExp, to: string) =>
    writeFile(pathsFile(), startingPaths.replace(from, to));
  const problems = async () =>
    (await run('check', 'third-cup')).said.filter((line) => line.includes('paths.json:'));

  test.each<[string, () => Promise<void>, RegExp]>([
    [
      'a result that comes out otherwise',
      () => change('"IP-01 level 2": 0.5\n', '"IP-01 level 2": 0.75\n'),
      /paths\.json:23:28 {2}golden-path-differs {2}"the well-meaning beginner".* is 0\.5, and the file says 0\.75\. {2}Work/,
    ],
    [
      'a move that is not offered',
      () => change('"decide later"', '"decide mend"'),
      /paths\.json:18:33 {2}golden-path-blocked {2}.*Step 2: `decide mend` is not offered in ‘Five more rooms’; offered: `decide later`, `decide tomorrow`, `decide wait`\./,
    ],
    [
      'a field that is missing',
      () => change('"name": "the one who dithers",', ''),
      /paths\.json:\d+:\d+ {2}wrong-shape {2}paths\.3\.name/,
    ],
    [
      'a comma that is missing',
      () => change('"decide ask",', '"decide ask"'),
      /paths\.json:\d+:\d+ {2}not-yaml/,
    ],
    ['no paths at all', () => writeFile(pathsFile(), '{"paths": []}'), /:1:11 {2}no-golden-paths/],
    [
      'no file',
      () => content.take('third-cup/paths.json'),
      /paths\.json:1:1 {2}no-golden-paths {2}/,
    ],
  ])('%s is told where it stands, with exit code 1', async (_, spoil, line) => {
    await spoil();
    expect((await problems())[0]).toMatch(line);
    expect((await run('check', 'third-cup')).code).toBe(1);
  });

  test('golden paths go through the keys: a changed credit is noticed', async () => {
    await content.edit('third-cup', 'credit: { IP-01: 0.5 }', 'credit: { IP-01: 0.75 }');
    expect(await problems()).toHaveLength(2);
    await content.edit('third-cup', 'credit: { IP-01: 0.75 }', 'credit: { IP-01: 0.5 }');
    expect(await problems()).toEqual([]);
  });

  test('--json is one object with everything, and progress is beside it', async () => {
    await change('"decide later"', '"decide mend"');
    const { code, said, noted } = await run('check', '--json');
    const { scenarios } = JSON.parse(said.join('\n'));
    expect(scenarios).toEqual([
      {
        slug: 'third-cup',
        sound: false,
        moments: 7,
        milliseconds: expect.any(Number),
        anchors: [
          expect.objectContaining({ name: 'cup' }),
          expect.objectContaining({ name: 'who' }),
        ],
        problems: [
          {
            file: expect.stringMatching(/third-cup.paths\.json$/),
            line: 18,
            column: 33,
            code: 'golden-path-blocked',
            message: expect.stringContaining('not offered'),
            remedy: expect.stringMatching(/\.$/),
          },
        ],
      },
    ]);
    expect([code, noted]).toEqual([1, ['Checking every path of "third-cup" …']]);
  });
});

describe('paths', () => {
  test('lists the shortest with what each comes to, and says how many there are', async () => {
    const { code, said } = await run('paths', 'third-cup', '--limit', '3');
    expect(code).toBe(0);
    expect(said).toHaveLength(7);
    expect(said[0]).toBe('1. evening (mixed), 2 moves. IP-01 level 2 0.75 on 2.');
    expect(said[1]).toBe('   decide ask > decide later');
    expect(said.slice(4, 6)).toEqual([
      '3. night (hard), 2 moves. IP-01 level 2 0.50 on 2. Harm: who tomorrow.',
      '   decide ask > decide tomorrow',
    ]);
    expect(said[6]).toMatch(/^There are 12 ways .* 12 ways .* the shortest 3\./);
  });
});

test.each<[string[], RegExp]>([
  [[], /scenario -- check.*\n.*prove.*\n.*paths.*\n.*new.*\n.*play.*\n.*map.*\n.*schema/],
  [['dance'], /^There is no command "dance"\./],
  [['constructor'], /^There is no command/],
  [['check', 'nowhere'], /^There is no scenario "nowhere"\. There are: third-cup\.$/],
  [['check', '--jsn'], /--jsn[^]*npm run scenario -- check/],
  [['paths'], /^Say which scenario/],
  [['paths', 'nowhere'], /There is no scenario "nowhere"/],
  [['paths', 'third-cup', 'other'], /^One scenario at a time/],
  [['paths', 'third-cup', '--limit', 'many'], /--limit is a whole number, and "many" is none/],
  [['paths', 'third-cup', '--form', 'b'], /only one form/],
  [['new'], /^Say which scenario/],
  [['new', 'Third Cup'], /"Third Cup" cannot be its name: use lower-case/],
  [['new', '../outside'], /cannot be its name/],
  [['new', 'policy'], /already something/],
  [['play', 'nowhere'], /There is no scenario/],
  [['map', 'third-cup', '--to', 'scenario.yaml'], /ends in \.svg/],
  [['play', 'third-cup', '--seed', '-1'], /seed/],
])('%j is answered plainly, with exit code 1', async (args, words) => {
  const { code, said, noted } = await run(...args);
  expect(noted.join('\n')).toMatch(words);
  expect([code, said]).toEqual([1, []]);
});

test('map draws to a file that can be opened by itself', async () => {
  const file = join(folder, 'maps', 'third-cup.svg');
  expect(await run('map', 'third-cup', '--to', file)).toMatchObject({
    code: 0,
    said: [`Drawn: ${file}. It shows every key.`],
  });
  const drawing = await readFile(file, 'utf8');
  expect(drawing).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^]*<\/svg>\n$/);
  expect(drawing).toContain('--paper:');
  expect(drawing).toContain('Still full');
});

describe('play', () => {
  const play = (typed: string) =>
    spawnSync(process.execPath, ['src/cli/scenario.ts', 'play', 'third-cup', '--seed', '3'], {
      input: typed,
      encoding: 'utf8',
      timeout: 60_000,
    });
  test('by lines from a pipe, to the debrief', () => {
    const { status, stdout } = play('a\n9\n3\n1\n');
    expect(stdout).toContain('One cup at eight.');
    expect(stdout).toContain('Write a number from 1 to 3. Or ? for what you know, quit to stop.');
    expect(stdout).toContain('15:16  Half a jug · Afterwards');
    expect(stdout).toMatch(/1\. Still full: Sit down[^]*Sound judgement\. He had a reason/);
    expect(stdout).toContain('IP-01 level 2: sound (1.00 on 2 decisions');
    expect(status).toBe(0);
  });
  test('lines that are over before the story is are told, with exit code 1', () => {
    const { status, stderr, stdout } = play('3\n');
    expect(stderr).toContain('The lines were over before the story was.');
    expect(stdout).not.toContain('Looking back');
    expect(status).toBe(1);
  });
});
