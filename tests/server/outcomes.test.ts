import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countFirstGoes } from '#db';
import type { Person } from '#domain/access/person.ts';
import { listOutcomes } from '#server/outcomes/list-outcomes.ts';
import { readOutcomes } from '#server/outcomes/read-outcomes.ts';
import { publishScenarios } from '#server/content/publish-scenarios.ts';
import { askForKeys } from '#server/read-map.ts';
import { playCrowd, type Answering } from '../support/crowd.ts';
import { freshService, ways, type TestService } from '../support/service.ts';
import { soundInput } from '../support/sound-scenario.ts';
import { twoForms } from '../support/two-forms.ts';

let service: TestService;
let manager: Person;

beforeEach(async () => {
  service = await freshService();
  manager = await service.add('grace', 'manager');
});
afterEach(() => service.remove());

/** What the manager reads of a scenario once they have asked for its keys. */
async function read(slug = 'hall', asked = {}, at?: string) {
  await askForKeys(service.db, manager, slug);
  const result = await readOutcomes(service.db, manager, slug, asked, at);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}
const listed = async () => {
  const result = await listOutcomes(service.db, manager);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value.lines.map(({ slug, people }) => [slug, people]);
};

const always =
  (choices: Record<string, string>): Answering =>
  (_, scene) =>
    choices[scene] ?? 'mop';

describe('who may read outcomes', () => {
  test('observers, and nobody else', async () => {
    const { db } = service;
    const assessor = await service.add('tom', 'assessor');
    const worker = await service.add('joan');
    expect((await listOutcomes(db, assessor)).ok).toBe(true);
    expect(await listOutcomes(db, worker)).toMatchObject({ problem: { code: 'not-found' } });
    expect(await readOutcomes(db, worker, 'hall')).toMatchObject({
      problem: { code: 'not-found' },
    });
    expect(await readOutcomes(db, manager, 'nowhere')).toMatchObject({
      problem: { code: 'not-found' },
    });
  });

  test('only once they have asked to see the keys', async () => {
    const closed = { ok: false, problem: { code: 'not-asked' } };
    expect(await readOutcomes(service.db, manager, 'hall')).toMatchObject(closed);
    expect((await read()).title).toBeDefined();
  });

  test('not while they are in the middle of it themselves', async () => {
    await service.begin(manager);
    expect(await readOutcomes(service.db, manager, 'hall')).toMatchObject({
      problem: { code: 'open-attempt' },
    });
  });
});

describe('who is counted', () => {
  test('nothing is said of nine people, and the ways are of ten', async () => {
    await playCrowd(service.db, 'hall', 9);
    expect(await listed()).toEqual([['hall', undefined]]);
    expect(await read()).not.toHaveProperty('figures');
    await playCrowd(service.db, 'hall', 1);
    expect(await listed()).toEqual([['hall', 10]]);
    const { figures } = await read();
    expect(figures).toMatchObject({ people: 10, reliability: { voice: 'silent' } });
    expect(figures!.decisions.every((one) => !one.figures)).toBe(true);
  });

  test('each once: their first go, and only when it is finished', async () => {
    const [first] = await playCrowd(service.db, 'hall', 10);
    await service.play(first!, await service.begin(first!), ways.harmful);
    await service.begin(await service.add('half'));
    expect((await read()).figures!.people).toBe(10);
  });

  test('nobody is named anywhere', async () => {
    const crowd = await playCrowd(service.db, 'hall', 30);
    const told = JSON.stringify(await read());
    for (const { id, name, username } of crowd)
      for (const word of [id, name, username]) expect(told).not.toContain(word);
    const attempts = await service.rows('SELECT id FROM attempts');
    for (const { id } of attempts) expect(told).not.toContain(String(id));
  });

  test('as of a time: who finished later is left out', async () => {
    await playCrowd(service.db, 'hall', 10, undefined, '2026-03-01T09:00:00.000Z');
    await playCrowd(service.db, 'hall', 10, undefined, '2026-06-01T09:00:00.000Z');
    expect((await read('hall', {}, '2026-04-01T00:00:00.000Z')).figures!.people).toBe(10);
    expect((await read()).figures!.people).toBe(20);
  });

  test('versions apart, the one on offer first', async () => {
    await playCrowd(service.db, 'hall', 12);
    const input = soundInput();
    input.scenes['stairs']!.title = 'The stairs again';
    await service.content.write('hall', input);
    await publishScenarios(service.db);
    const now = await read();
    expect(now.shown).toMatchObject({ isCurrent: true });
    expect(now.figures).toBeUndefined();
    expect(now.forms.map(({ isCurrent, people }) => [isCurrent, people])).toEqual([
      [true, undefined],
      [false, 12],
    ]);
    const before = await read('hall', { version: now.forms[1]!.hash });
    expect(before.figures!.people).toBe(12);
  });

  test('forms apart', async () => {
    await service.content.write('hall', twoForms());
    await publishScenarios(service.db);
    await playCrowd(service.db, 'hall', 24);
    const { forms } = await read();
    expect(forms.map(({ form }) => form)).toEqual(['a', 'b']);
    const each = await service.rows('SELECT form, count(*) AS n FROM attempts GROUP BY form');
    for (const { form, people } of forms) {
      const played = Number(each.find((one) => one['form'] === form)?.['n'] ?? 0);
      expect(people).toBe(played >= 10 ? played : undefined);
    }
  });
});

describe('a second go', () => {
  test('in another form, after harm, is not counted', async () => {
    await service.content.write('hall', twoForms());
    await publishScenarios(service.db);
    const harm = always({ hall: 'shout', stairs: 'wait' });
    const [first] = await playCrowd(service.db, 'hall', 1, harm);
    const again = await service.begin(first!);
    await service.play(first!, again, ways.sound);
    expect(await service.rows("SELECT id FROM attempts WHERE mode = 'assessed'")).toHaveLength(2);
    const counted = await countFirstGoes(service.db);
    expect(counted.map(({ people }) => people)).toEqual([1]);
  });
});

describe('what is found', () => {
  test('the ways are as wide as people took them', async () => {
    await playCrowd(service.db, 'hall', 12, always({ hall: 'ask', stairs: 'run' }));
    const { figures } = await read();
    const took = (from: string, to: string) =>
      figures!.scenes
        .find(({ scene }) => scene.id === from)!
        .lines.find((line) => line.to?.id === to)!.took.words;
    expect(took('stairs', 'hard')).toBe('10 to 19 people');
    expect(took('stairs', 'well')).toBe('fewer than 10 people');
    expect(figures!.drawn.parts).toContain('taken-10');
    expect(figures!.drawn.parts).toContain('taken-0');
  });

  test('a weak option: those who choose what the key asks for do worse elsewhere', async () => {
    const able: Answering = ({ number }, scene) => {
      const isAble = number % 2 === 0;
      if (scene === 'hall') return isAble ? 'shout' : 'ask';
      return scene === 'stairs' ? (isAble ? 'wait' : 'run') : 'mop';
    };
    await playCrowd(service.db, 'hall', 44, able);
    const { figures } = await read();
    const hall = figures!.decisions.find(({ scene }) => scene === 'hall')!;
    expect(hall.figures!.itemTotal).toBeLessThan(0);
    expect(hall.flags.map(({ code }) => code)).toContain('suspect-key');
    expect(hall.flags.map(({ code }) => code)).toContain('harm-common');
    expect(hall.flags.find(({ code }) => code === 'able-choose-it')?.options).toEqual(['B']);
  });

  test('shares have their interval, and harm its count', async () => {
    await playCrowd(service.db, 'hall', 40, ({ number }, scene) =>
      scene === 'stairs' ? 'wait' : scene === 'hall' ? (number < 10 ? 'shout' : 'ask') : 'mop',
    );
    const { figures } = await read();
    const hall = figures!.decisions.find(({ scene }) => scene === 'hall')!;
    const { people } = hall;
    const { harmed, options } = hall.figures!;
    expect(harmed).toMatchObject({ of: people });
    const [low, high] = options.find(({ id }) => id === 'ask')!.taken!.interval;
    expect(low).toBeLessThan(harmed.of - harmed.count);
    expect(high).toBeGreaterThan(low);
    expect(options.find(({ id }) => id === 'shout')).toMatchObject({
      canHarm: true,
      harmed: harmed.count,
    });
  });
});
