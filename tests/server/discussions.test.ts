import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Person } from '#domain/access/person.ts';
import { foldPerson } from '#server/profile/fold-person.ts';
import { holdDiscussion } from '#server/reasons/hold-discussion.ts';
import { markReasons } from '#server/reasons/mark-reasons.ts';
import { readDiscussions } from '#server/reasons/read-concluded.ts';
import { readDiscussing } from '#server/reasons/read-discussing.ts';
import { policy } from '../support/first-policy.ts';
import { begin, sign } from '../support/observing.ts';
import { freshService, type TestService } from '../support/service.ts';
import { adopt, marksForm, reasonsInput, writeReasons } from '../support/written-reasons.ts';

let service: TestService;
let tom: Person;
let pat: Person;
let grace: Person;
let worker: Person;
let number = 0;

beforeAll(async () => {
  service = await freshService({ written: reasonsInput() });
  // One scenario, so that a level can be met in one test; what each kind of evidence is for stays.
  const { judgement, practice, ...rest } = policy.levels[3];
  await adopt(service, {
    certainty: { ...policy.certainty, supports: 0.6 },
    levels: {
      2: policy.levels[2],
      3: {
        ...rest,
        practice,
        judgement: { ...judgement, anchors: 2, scenarios: 1, days: 1, 'non-routine': 1 },
      },
    },
    marking: { ...policy.marking, 'second-share': 0 },
  });
  tom = await service.add('tom', 'assessor');
  pat = await service.add('pat', 'assessor');
  grace = await service.add('grace', 'manager');
});
afterAll(() => service.remove());
beforeEach(async () => {
  worker = await service.add(`talker.${(number += 1)}`);
});

const at = '2026-11-12T10:00:00.000Z';
const form = (more: Record<string, unknown> = {}) => ({
  ...{ competency: 'IP-01', level: '3', heldOn: '2026-11-11', outcome: 'shown' },
  probed: 'Why you went back the second time, and when you would not.',
  shown: 'Weighed both, and said what would make them choose otherwise.',
  ...more,
});
const hold = (more: Record<string, unknown> = {}, who = tom, when = at) =>
  holdDiscussion(service.db, who, worker.id, form(more), when);
const entries = async (viewer = worker, when?: string) => {
  const read = await readDiscussions(service.db, viewer, worker.id, when);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value.entries;
};
const held = async (viewer = worker, when?: string) => {
  const [entry] = await entries(viewer, when);
  if (entry?.kind !== 'discussion') throw new Error('No discussion is there.');
  return entry;
};
const stateAt = async (when = '2026-11-21T12:00:00.000Z') => {
  const { standings } = await foldPerson(service.db, worker, when, ['IP-01']);
  return standings[0]!.levels[3].state;
};
const notFound = { ok: false, problem: { code: 'not-found' } };
const done = { ok: true, value: undefined };

test('an observer records one, never with themselves, and no worker does', async () => {
  for (const who of [worker, await service.add(`passer.${number}`)]) {
    expect(await hold({}, who)).toEqual(notFound);
    expect(await readDiscussing(service.db, who, worker.id, null)).toEqual(notFound);
  }
  expect(await holdDiscussion(service.db, tom, tom.id, form(), at)).toEqual(notFound);
  expect(await holdDiscussion(service.db, tom, 'nobody', form(), at)).toEqual(notFound);
  expect(await hold()).toEqual(done);
  expect(await hold({}, grace)).toEqual(done);
});

test.each<[string, Record<string, unknown>, string]>([
  ['nothing it is about', { competency: '' }, 'competency'],
  ['what is no competency', { competency: 'constructor' }, 'competency'],
  ['no level', { level: '1' }, 'level'],
  ['no day', { heldOn: 'Tuesday' }, 'heldOn'],
  ['a day to come', { heldOn: '2026-11-13' }, 'heldOn'],
  ['nothing asked', { probed: 'Why?' }, 'probed'],
  ['nothing shown', { shown: 'Good.' }, 'shown'],
  ['no outcome', { outcome: '' }, 'outcome'],
])('refuses %s', async (_, more, field) => {
  expect(await hold(more)).toMatchObject({ problem: { problems: [{ field }] } });
  expect(await entries()).toEqual([]);
});

test('the worker reads what a manager reads, and nobody else reads it', async () => {
  const formId = '019b0000-0000-7000-8000-00000000000b';
  await hold({ formId });
  await hold({ formId });
  expect(await entries()).toHaveLength(1);
  const forManager = (await entries(grace)).map((one) => ({ ...one, mayCorrect: false }));
  expect(await entries()).toEqual(forManager);
  const stranger = await service.add('no.business');
  expect(await readDiscussions(service.db, stranger, worker.id)).toEqual(notFound);
});

test('a correction stands from its day; what was said before stays and can be read', async () => {
  await hold();
  const { id } = await held();
  const later = '2026-11-14T10:00:00.000Z';
  const corrected = { corrects: id, outcome: 'not-yet' };
  expect(await hold(corrected, pat, later)).toEqual(notFound);
  expect(await hold({ ...corrected, competency: 'IP-02' }, tom, later)).toMatchObject({
    problem: { problems: [{ field: 'competency' }] },
  });
  expect(await hold({ ...corrected, corrects: 'nothing' }, tom, later)).toEqual(notFound);
  expect(await hold(corrected, tom, later)).toEqual(done);
  expect(await held()).toMatchObject({ id, counts: false });
  expect((await held()).said.map(({ outcome }) => outcome)).toEqual(['not-yet', 'shown']);
  expect(await held(worker, '2026-11-13T10:00:00.000Z')).toMatchObject({ counts: true });
  // A correction is corrected under the name of the first.
  const second = (await held()).said[0]!.id;
  expect(await hold({ corrects: second }, tom, later)).toEqual(notFound);
  expect(await readDiscussing(service.db, tom, worker.id, second)).toEqual(notFound);
  expect(await hold({ corrects: id }, grace, '2026-11-15T10:00:00.000Z')).toEqual(done);
  expect(await held()).toMatchObject({ counts: true });
});

test('what bears on an open observation is closed to its observer', async () => {
  await hold();
  const { id } = await held();
  await begin(service.db, tom, worker, ['IP-01'], at);
  const read = await readDiscussions(service.db, tom, worker.id);
  expect(read).toMatchObject({ value: { entries: [], hidden: 1 } });
  expect(await hold({ corrects: id })).toMatchObject({ problem: { code: 'hidden' } });
  expect(await readDiscussing(service.db, tom, worker.id, id)).toEqual(notFound);
});

test('opening the page is noted, for the observer and not for the worker', async () => {
  await entries(worker);
  await entries(pat);
  const rows = await service.rows(
    "SELECT reader_id FROM record_reads WHERE person_id = ? AND page = 'discussions'",
    worker.id,
  );
  expect(rows).toEqual([{ reader_id: pat.id }]);
});

test('level 3 is met through its reasons and not before: by marks, or by a discussion', async () => {
  const { moveId } = await writeReasons(service, worker);
  const seen = async (who: Person, task: string, day: string) => {
    const draft = await begin(service.db, who, worker, ['IP-01'], `${day}T08:00:00.000Z`);
    const more = { task, observedOn: day, 'entrustment-IP-02': undefined };
    await sign(service.db, who, draft, more, `${day}T12:00:00.000Z`);
  };
  await seen(tom, 'mealtime', '2026-11-13');
  await seen(pat, 'handover', '2026-11-14');
  expect(await stateAt()).not.toBe('meets');
  await seen(pat, 'mealtime', '2026-11-15');
  const before = await stateAt();
  expect(before).not.toBe('meets');
  const marked = await markReasons(
    service.db,
    grace,
    moveId,
    marksForm(),
    '2026-11-16T10:00:00.000Z',
  );
  expect(marked).toMatchObject({ value: { outcome: 'shown' } });
  expect(await stateAt()).toBe('meets');
  expect(await stateAt('2026-11-16T09:00:00.000Z')).toBe(before);
  expect((await entries())[0]).toMatchObject({ kind: 'marking', counts: true });

  await hold({ outcome: 'not-yet' }, tom, '2026-11-17T10:00:00.000Z');
  expect(await stateAt()).toBe('meets');
});
