import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '#domain/access/person.ts';
import { askForKeys, readMap } from '#server/read-map.ts';
import { freshService, ways, type TestService } from '../support/service.ts';

let service: TestService;
let manager: Person;
let worker: Person;
beforeEach(async () => {
  service = await freshService();
  manager = await service.add('grace', 'manager');
  worker = await service.add('joan');
});
afterEach(() => service.remove());

const read = async (person: Person, slug = 'hall') => {
  const result = await readMap(service.db, person, slug);
  return result.ok ? 'shown' : result.problem.code;
};
const noted = () => service.rows('SELECT person_id, slug, at FROM key_readings');

describe('the map of a scenario', () => {
  test('is for assessors and managers, and of scenarios that there are', async () => {
    const assessor = await service.add('tom', 'assessor');
    expect(await read(worker)).toBe('not-found');
    expect(await askForKeys(service.db, worker, 'hall')).toMatchObject({
      problem: { code: 'not-found' },
    });
    expect(await noted()).toEqual([]);
    expect(await read(assessor)).toBe('not-asked');
    expect(await read(manager)).toBe('not-asked');
    expect(await read(manager, 'nowhere')).toBe('not-found');
    expect(await read(manager, 'constructor')).toBe('not-found');
  });

  test('is noted before anything of it is shown', async () => {
    expect(await read(manager)).toBe('not-asked');
    expect(await noted()).toEqual([]);
    await askForKeys(service.db, manager, 'hall', '2026-02-01T09:00:00.000Z');
    expect(await noted()).toEqual([
      { person_id: manager.id, slug: 'hall', at: '2026-02-01T09:00:00.000Z' },
    ]);
    expect(await read(manager)).toBe('shown');
    // The first time is what is kept.
    await askForKeys(service.db, manager, 'hall');
    expect(await noted()).toMatchObject([{ at: '2026-02-01T09:00:00.000Z' }]);
  });

  test('makes what is played afterwards practice', async () => {
    await askForKeys(service.db, manager, 'hall');
    const id = await service.begin(manager);
    expect(await service.rows('SELECT mode FROM attempts WHERE id = ?', id)).toEqual([
      { mode: 'practice' },
    ]);
    // A practice attempt that is open keeps nobody from the map.
    expect(await read(manager)).toBe('shown');
  });

  test('stays closed during an assessed attempt, however one asks', async () => {
    const id = await service.begin(manager);
    const closed = { ok: false, problem: { code: 'open-attempt', attemptId: id } };
    expect(await readMap(service.db, manager, 'hall')).toMatchObject(closed);
    expect(await askForKeys(service.db, manager, 'hall')).toMatchObject(closed);
    expect(await noted()).toEqual([]);
  });

  test('stays closed where the attempt began in the moment between asking and seeing', async () => {
    await service.begin(manager);
    await service.db.client.execute({
      sql: 'INSERT INTO key_readings (person_id, slug, at) VALUES (?, ?, ?)',
      args: [manager.id, 'hall', '2026-02-01T09:00:00.000Z'],
    });
    expect(await read(manager)).toBe('open-attempt');
  });

  test('is shown without a warning once it has been finished, and noted', async () => {
    const id = await service.begin(manager);
    await service.play(manager, id, ways.sound);
    expect(await noted()).toEqual([]);
    expect(await read(manager)).toBe('shown');
    expect(await noted()).toMatchObject([{ person_id: manager.id }]);
  });

  test('one person having seen it says nothing about another', async () => {
    const assessor = await service.add('tom', 'assessor');
    await askForKeys(service.db, manager, 'hall');
    expect(await read(assessor)).toBe('not-asked');
  });

  test('holds the drawing, the outline and the names of the competencies', async () => {
    await askForKeys(service.db, manager, 'hall');
    const map = await readMap(service.db, manager, 'hall');
    if (!map.ok) throw new Error(map.problem.code);
    const { outline, drawn, form, forms, titles } = map.value;
    expect([form, forms]).toEqual(['', ['']]);
    expect(outline.map(({ story }) => story.id)).toContain('kitchen');
    expect(drawn.parts).toContain('#scene-kitchen');
    expect(titles['IP-01']).toBeDefined();
    // A version never changes, so it is drawn once.
    const again = await readMap(service.db, manager, 'hall');
    expect(again.ok && again.value.drawn).toBe(drawn);
  });
});
