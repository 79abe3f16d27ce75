import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import type { Person } from '#domain/access/person.ts';
import { saveReflection } from '#server/save-reflection.ts';
import { holdSupervision } from '#server/supervision/hold-supervision.ts';
import { openSupervision } from '#server/supervision/open-supervision.ts';
import { readSupervision } from '#server/supervision/read-supervision.ts';
import { freshService, ways, type TestService } from './service.ts';

export const day = (of: number, hour = '09') => `2026-11-${of}T${hour}:00:00.000Z`;
export const notFound = { ok: false, problem: { code: 'not-found' } };
export const held = { ok: false, problem: { code: 'held' } };
export const atHold = (message: RegExp) => ({
  ok: false,
  problem: { problems: [{ field: 'hold', message: expect.stringMatching(message) as string }] },
});

interface Setting {
  service: TestService;
  tom: Person;
  grace: Person;
  worker: Person;
  attempt: string;
  id: string;
}

/**
 * A service in which each test finds a supervision that Grace opened on the 17th, with a worker who
 * chose harm and wrote about it.
 */
export function supervising() {
  let people = 0;
  const here = {} as Setting;
  const verbs = {
    add: (name: string) => here.service.add(`${name}.${(people += 1)}`),
    async open(onDay = '2026-11-20', at = day(17), holder = here.grace) {
      const opened = await openSupervision(here.service.db, holder, here.worker.id, { onDay }, at);
      if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
      return opened.value.id;
    },
    async read(viewer: Person, at: string, which = here.id) {
      const value = await readSupervision(here.service.db, viewer, which, at);
      if (!value.ok) throw new Error(value.problem.code);
      return value.value;
    },
    hold: (holder = here.grace, at = day(20), which = here.id) =>
      holdSupervision(here.service.db, holder, which, at),
    action: (more = {}) => ({
      ...{ ownerId: here.worker.id, action: 'Read the plan first.', dueOn: '2026-11-30' },
      ...more,
    }),
  };
  beforeAll(async () => {
    here.service = await freshService();
    here.tom = await here.service.add('tom', 'assessor');
    here.grace = await here.service.add('grace', 'manager');
  }, 60_000);
  afterAll(() => here.service.remove());
  beforeEach(async () => {
    here.worker = await verbs.add('worker');
    here.attempt = await here.service.begin(here.worker, 'hall', day(16));
    await here.service.play(here.worker, here.attempt, ways.harmful, 0, day(16));
    const words = { words: 'I would ask first.', shared: 'share' };
    await saveReflection(here.service.db, here.worker, here.attempt, words, day(16, '10'));
    here.id = await verbs.open();
  });
  return Object.assign(here, verbs);
}
