import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawTriedFace } from '#server/try/draw-tried-face.ts';
import { readTriedScenario } from '#server/try/read-tried.ts';
import { makeTriedMove, showTried, type TriedMove } from '#server/try/try-scene.ts';
import { makeContentFolder, type ContentFolder } from '../support/content-folder.ts';
import { soundInput } from '../support/sound-scenario.ts';

const examples = ['pick', 'rank', 'rate', 'rationale', 'strands', 'people', 'forms'];
let content: ContentFolder;

beforeAll(async () => {
  content = await makeContentFolder({ hall: soundInput() });
  for (const name of examples) await copy(join('tests', 'examples', name), name);
});
afterAll(() => content.remove());

async function copy(from: string, slug: string) {
  await mkdir(dirname(content.fileOf(slug)), { recursive: true });
  const root = join(import.meta.dirname, '..', '..');
  await cp(join(root, from, 'scenario.yaml'), content.fileOf(slug));
}
const starter = join('src', 'cli', 'scenario', 'starter');

const open = async (slug: string, form: string | null = null) =>
  (await readTriedScenario(slug, form))!.published!;
async function show(slug: string, query: string, form: string | null = null) {
  const found = showTried(await open(slug, form), new URLSearchParams(query));
  if (!found.ok) throw new Error(found.problem.join(' '));
  return found.value;
}
const send = async (slug: string, query: string, sent: Record<string, string>) =>
  makeTriedMove(await open(slug), new URLSearchParams(query), {
    step: '0',
    kind: 'decide',
    ...sent,
  });
const wentTo = (moved: TriedMove): string => moved.goes!.split('?')[1]!;

describe('a moment of an address', () => {
  test('is shown as a worker sees it, and beside it the world', async () => {
    const { shown, world, decided, page } = await show('strands', 'scene=she-is-crying&minutes=3');
    expect(shown.scene.title).toBe('She is crying');
    expect(shown.beside!.strands.map(({ title }) => title)).toEqual(['On the floor']);
    expect(world).toMatchObject({ clock: '09:03', minutes: 3 });
    expect(world.strands.map(({ attended }) => attended)).toEqual([false, true]);
    expect(decided).toBeUndefined();
    expect(page).toBe(
      '/try/strands?scene=two-bells&minutes=3&strands=fall:on-the-floor,phone:she-is-crying&attending=phone',
    );
  });

  test('moves on by itself where what is asked for would do so', async () => {
    const { shown, notes } = await show('strands', 'scene=on-the-floor&facts=alone:9');
    expect(shown.scene.title).toBe('He tried to stand');
    expect(notes).toEqual(['In such a world, “He tried to stand” comes at once.']);
  });

  test('that is nowhere is refused in words', async () => {
    const found = showTried(await open('hall'), new URLSearchParams('scene=nowhere'));
    expect(found).toMatchObject({ ok: false, problem: ['There is no scene "nowhere".'] });
  });

  test('is drawn with the faces of the file', async () => {
    const { shown } = await show('people', 'scene=at-the-table&facts=dot.trust:0');
    expect(shown.people[0]!.src).toBe('/try/people/faces/dot.angry.svg');
    expect(await drawTriedFace('people', 'dot.angry', null)).toMatch(/^<svg/);
  });

  test.each([
    ['people', 'dot.jolly'],
    ['people', 'constructor.calm'],
    ['nowhere', 'dot.calm'],
    ['../examples/people', 'dot.calm'],
  ])('%s: no face %s', async (slug, face) => {
    expect(await drawTriedFace(slug, face, null)).toBeUndefined();
  });

  test('is told in the form that is asked for, and leads on in it', async () => {
    const { shown, page } = await show('forms', 'scene=the-cup', 'b');
    expect(shown.scene.place).toBe('Beside Mr Price');
    expect(shown.people[0]!.src).toMatch(/\?form=b$/);
    expect(page).toMatch(/&form=b$/);
  });
});

describe('a move', () => {
  test('leads to an address that says it, and shows its key there', async () => {
    const moved = await send('hall', 'scene=hall&minutes=4', { choice: 'shout' });
    expect(wentTo(moved)).toBe('scene=hall&minutes=4&did=decide+shout');
    const { decided, shown, notes } = await show('hall', wentTo(moved));
    expect(decided).toMatchObject({ scene: 'hall', worth: 'harmful' });
    expect(decided!.options.find(({ chosen }) => chosen)!.id).toBe('shout');
    expect(shown.past!.did).toBe(decided!.chosen);
    expect(notes).toEqual([]);
  });

  test.each<[string, string, Record<string, string>]>([
    [
      'rank',
      'decide breath pain toilet tea window',
      {
        'place.breath': '1',
        'place.pain': '2',
        'place.toilet': '3',
        'place.tea': '4',
        'place.window': '5',
      },
    ],
    ['rationale', 'say I asked her first.', { words: 'I asked her first.' }],
  ])('of the kind %s is kept as `%s`', async (slug, did, sent) => {
    const moved = await send(slug, slug === 'rationale' ? 'scene=your-reasons' : '', sent);
    expect(new URLSearchParams(wentTo(moved)).get('did')).toBe(did);
    expect((await show(slug, wentTo(moved))).decided!.kind).toBe(slug);
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['hall', {}, /^Choose what you do first/],
    ['hall', { choice: 'fly' }, /cannot be done here/],
    ['hall', { kind: 'turn', choice: 'left' }, /cannot be done here/],
    ['hall', { kind: 'sing' }, /Something was missing/],
    ['pick', { choice: 'nothing' }, /as many as it says/],
    ['rank', { 'place.breath': '1' }, /One of them has no answer/],
    ['rationale', { words: ' ', scene: 'your-reasons' }, /Write your reasons/],
  ])('in %s with %o is refused in words', async (slug, { scene, ...sent }, words) => {
    const moved = await send(slug, scene ? `scene=${scene}` : '', sent);
    expect(moved.goes).toBeUndefined();
    expect(moved).toMatchObject({ message: expect.stringMatching(words), typed: sent });
  });

  test('that is no longer in the file is said, and the moment before is shown', async () => {
    const { shown, decided, notes } = await show('hall', 'scene=hall&did=decide+fly');
    expect([shown.past, decided]).toEqual([undefined, undefined]);
    expect(notes.join()).toContain('“decide fly” cannot be done here any more');
  });
});

describe('the file', () => {
  test('is read afresh, its problems told with line and column', async () => {
    await copy(starter, 'fresh');
    expect((await readTriedScenario('fresh', null))!.problems).toEqual([]);
    await content.edit('fresh', 'to: jug }', 'to: nowhere }');
    const tangled = (await readTriedScenario('fresh', null))!;
    expect(tangled.published).toBeUndefined();
    expect(tangled.problems.join('\n')).toMatch(/fresh\/scenario\.yaml:\d+:\d+ unknown-scene: /);
    await content.edit('fresh', 'to: nowhere }', 'to: jug }');
    expect((await readTriedScenario('fresh', null))!.problems).toEqual([]);
  });

  test('can be played while its keys are not right yet', async () => {
    await content.write('keys', soundInput());
    await content.edit('keys', 'IP-01: 1', 'IP-02: 1');
    const { problems, published } = (await readTriedScenario('keys', null))!;
    expect(problems.join('\n')).toMatch(/keys-missing/);
    expect(showTried(published!, new URLSearchParams()).ok).toBe(true);
  });

  test('that is no YAML is told, and one that is not there is not found', async () => {
    await content.write('torn', soundInput());
    await writeFile(content.fileOf('torn'), 'title: "torn');
    const { problems, published } = (await readTriedScenario('torn', null))!;
    expect(published).toBeUndefined();
    expect(problems.join()).toMatch(/torn\/scenario\.yaml:1:\d+ not-yaml/);
    for (const slug of ['nowhere', '../hall', 'policy', ''])
      expect(await readTriedScenario(slug, null)).toBeUndefined();
  });

  test('is explored only when asked for', async () => {
    await copy(starter, 'thin');
    await content.edit('thin', 'competency: IP-01', 'competency: IP-02');
    const [quick, whole] = [false, true].map((all) => readTriedScenario('thin', null, all));
    expect((await quick)!.problems).toEqual([]);
    expect((await whole)!.problems.join()).toContain('too-few-anchors');
  });
});
