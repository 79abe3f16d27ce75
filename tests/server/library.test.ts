import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '#domain/access/person.ts';
import { publishScenarios } from '#server/content/publish-scenarios.ts';
import { readLibrary } from '#server/read-library.ts';
import { freshService, type TestService } from '../support/service.ts';
import { soundInput } from '../support/sound-scenario.ts';

let service: TestService;
let grace: Person;

beforeAll(async () => {
  service = await freshService({
    hall: soundInput(),
    landing: { ...soundInput(), title: 'On the landing' },
    attic: { ...soundInput(), title: 'In the attic', status: 'draft' },
  });
  grace = await service.add('grace', 'manager');
});
afterAll(() => service.remove());

const read = async (viewer: Person) => {
  const library = await readLibrary(service.db, viewer);
  if (!library.ok) throw new Error(library.problem.code);
  return library.value;
};
const coverageOf = async (id: string) => {
  const { covered } = await read(grace);
  return covered.find((one) => one.id === id)!.levels;
};

test('assessors and managers read it; for a worker it is not there', async () => {
  expect((await read(await service.add('tom', 'assessor'))).scenarios).toHaveLength(3);
  const refused = await readLibrary(service.db, await service.add('amina'));
  expect(refused).toMatchObject({ ok: false, problem: { code: 'not-found' } });
});

describe('what is in force', () => {
  test('every competency of the map has both levels', async () => {
    const { covered, reached, policy } = await read(grace);
    expect(covered).toHaveLength(28);
    expect(covered.every(({ levels }) => levels[2].level === 2 && levels[3].level === 3)).toBe(
      true,
    );
    expect(reached).toEqual({ 2: 0, 3: 0 });
    expect(policy.rules[2]).toMatch(/eight or more decisions/);
  });

  test('a draft is listed last and counted apart', async () => {
    const { scenarios } = await read(grace);
    expect(scenarios.map(({ slug, status }) => [slug, status])).toEqual([
      ['hall', 'provisional'],
      ['landing', 'provisional'],
      ['attic', 'draft'],
    ]);
    const { 2: two, 3: three } = await coverageOf('IP-01');
    // Each has two decisions on IP-01 that nobody can avoid, and claims level 2 only.
    expect(two).toMatchObject({ anchors: 4, scenarios: 2, enough: false });
    expect(two.from.map(({ slug }) => slug).sort()).toEqual(['hall', 'landing']);
    expect(two.inDraft).toMatchObject([{ slug: 'attic', anchors: 2 }]);
    expect(three).toMatchObject({ anchors: 0, from: [], inDraft: [] });
  });

  test('what is published counts from then on, what is taken away no longer', async () => {
    await service.content.edit('attic', 'status: draft', 'status: provisional');
    await service.content.take('landing');
    await publishScenarios(service.db);
    const { 2: two } = await coverageOf('IP-01');
    expect(two.from.map(({ slug }) => slug).sort()).toEqual(['attic', 'hall']);
    expect(two.inDraft).toEqual([]);
  });
});

test('nothing in it says what a choice is worth', async () => {
  const text = JSON.stringify(await read(grace));
  const { scenes } = soundInput();
  const keys = Object.values(scenes).flatMap(({ decision }) =>
    decision && 'options' in decision
      ? Object.values(decision.options).flatMap(({ key, text: words }) => [key.why, words])
      : [],
  );
  expect(keys.length).toBeGreaterThan(5);
  for (const words of keys) expect(text).not.toContain(words);
});
