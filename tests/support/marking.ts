import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Person } from '#domain/access/person.ts';
import { markReasons } from '#server/reasons/mark-reasons.ts';
import { readDiscussions } from '#server/reasons/read-concluded.ts';
import { readMarking } from '#server/reasons/read-marking.ts';
import { readMarkingQueue } from '#server/reasons/read-marking-queue.ts';
import { policy } from './first-policy.ts';
import { freshService, type TestService } from './service.ts';
import { adopt, marksForm, reasonsInput, writeReasons } from './written-reasons.ts';

export const marked = '2026-11-12T10:00:00.000Z';
export const later = '2026-11-13T10:00:00.000Z';
export const talk = {
  heldOn: '2026-11-13',
  words: 'We had read the second line each in another way.',
  outcome: 'shown',
};
export const notFound = { ok: false, problem: { code: 'not-found' } };

interface Setting {
  service: TestService;
  tom: Person;
  pat: Person;
  grace: Person;
  worker: Person;
  moveId: string;
  attemptId: string;
}

/** A service in which this share of what is written is marked twice; each test finds something new to mark. */
export function marking(share: number) {
  let writers = 0;
  const here = {} as Setting;
  const verbs = {
    async writeAnew() {
      here.worker = await here.service.add(`writer.${(writers += 1)}`);
      Object.assign(here, await writeReasons(here.service, here.worker));
    },
    mark: (who: Person, form = marksForm(), at = marked, move = here.moveId) =>
      markReasons(here.service.db, who, move, form, at),
    async queueOf(who: Person) {
      const read = await readMarkingQueue(here.service.db, who, later);
      if (!read.ok) throw new Error(read.problem.code);
      const ids = (part: 'first' | 'second' | 'differ') => read.value[part].map(({ id }) => id);
      return { ...read.value, first: ids('first'), second: ids('second'), differ: ids('differ') };
    },
    async opened(who: Person) {
      const read = await readMarking(here.service.db, who, here.moveId, later);
      if (!read.ok) throw new Error(read.problem.code);
      return read.value;
    },
    async entryFor(who: Person, at = later) {
      const read = await readDiscussions(here.service.db, who, here.worker.id, at);
      if (!read.ok) throw new Error(read.problem.code);
      const [entry] = read.value.entries;
      return entry?.kind === 'marking' ? entry : undefined;
    },
  };
  beforeAll(async () => {
    here.service = await freshService({ written: reasonsInput() });
    await adopt(here.service, { marking: { ...policy.marking, 'second-share': share } });
    here.tom = await here.service.add('tom', 'assessor');
    here.pat = await here.service.add('pat', 'assessor');
    here.grace = await here.service.add('grace', 'manager');
  });
  afterAll(() => here.service.remove());
  beforeEach(() => verbs.writeAnew());
  return Object.assign(here, verbs);
}
