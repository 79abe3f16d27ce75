import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '#domain/access/person.ts';
import { readDiscussions, readMarksIn } from '#server/reasons/read-concluded.ts';
import { readMarking } from '#server/reasons/read-marking.ts';
import { readMarkingQueue } from '#server/reasons/read-marking-queue.ts';
import { markReasons } from '#server/reasons/mark-reasons.ts';
import { recordMarkingTalk } from '#server/reasons/record-marking-talk.ts';
import { policy } from '../support/first-policy.ts';
import { begin } from '../support/observing.ts';
import { freshService, type TestService } from '../support/service.ts';
import { adopt, marksForm, reasonsInput, writeReasons } from '../support/written-reasons.ts';

/** A service in which this share of what is written is marked twice. */
async function serviceMarking(share: number) {
  const made = await freshService({ written: reasonsInput() });
  await adopt(made, { marking: { ...policy.marking, 'second-share': share } });
  return made;
}

let service: TestService;
let tom: Person;
let grace: Person;
let pat: Person;
let worker: Person;
let moveId: string;
let attemptId: string;
let number = 0;

const marked = '2026-11-12T10:00:00.000Z';
const later = '2026-11-13T10:00:00.000Z';
const mark = (who: Person, form = marksForm(), at = marked, move = moveId) =>
  markReasons(service.db, who, move, form, at);
const queueOf = async (who: Person) => {
  const read = await readMarkingQueue(service.db, who, later);
  if (!read.ok) throw new Error(read.problem.code);
  const ids = (part: 'first' | 'second' | 'differ') => read.value[part].map(({ id }) => id);
  return { ...read.value, first: ids('first'), second: ids('second'), differ: ids('differ') };
};
const opened = async (who: Person) => {
  const read = await readMarking(service.db, who, moveId, later);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
};
const entryFor = async (who: Person, at = later) => {
  const read = await readDiscussions(service.db, who, worker.id, at);
  if (!read.ok) throw new Error(read.problem.code);
  const [entry] = read.value.entries;
  return entry?.kind === 'marking' ? entry : undefined;
};
const talk = {
  heldOn: '2026-11-13',
  words: 'We had read the second line each in another way.',
  outcome: 'shown',
};
const notFound = { ok: false, problem: { code: 'not-found' } };

async function begin1(share: number) {
  service = await serviceMarking(share);
  tom = await service.add('tom', 'assessor');
  pat = await service.add('pat', 'assessor');
  grace = await service.add('grace', 'manager');
}
const writeAnew = async () => {
  worker = await service.add(`writer.${(number += 1)}`);
  ({ moveId, attemptId } = await writeReasons(service, worker));
};

describe('marked once', () => {
  beforeAll(() => begin1(0));
  afterAll(() => service.remove());
  beforeEach(writeAnew);

  test('it comes to every observer but its writer, the oldest first, once it is finished', async () => {
    expect((await queueOf(tom)).first.at(-1)).toBe(moveId);
    const other = await writeReasons(service, tom, undefined, '2026-11-01T09:00:00.000Z');
    expect((await queueOf(tom)).first).not.toContain(other.moveId);
    expect((await queueOf(grace)).first[0]).toBe(other.moveId);
    const unfinished = await service.begin(pat, 'written');
    await service.play(pat, unfinished, ['decide sound', 'decide sound']);
    const { first } = await queueOf(grace);
    expect(await service.rows('SELECT 1 FROM attempts WHERE finished_at IS NULL')).toHaveLength(1);
    expect(first).toHaveLength(new Set(first).size);
    expect(await markReasons(service.db, tom, other.moveId, marksForm())).toEqual(notFound);
    expect(await readMarking(service.db, tom, other.moveId)).toEqual(notFound);
  });

  test('words sent with another kind of decision are nobody’s reasons', async () => {
    const [row] = await service.rows(
      "SELECT id FROM moves WHERE attempt_id = ? AND scene = 'hall' AND kind = 'decide'",
      attemptId,
    );
    await service.rows("UPDATE moves SET words = 'not asked for' WHERE id = ?", String(row!['id']));
    expect((await queueOf(tom)).first).not.toContain(row!['id']);
  });

  test('no worker marks, and none opens the queue', async () => {
    for (const stranger of [worker, await service.add(`passer.${number}`)]) {
      expect(await mark(stranger)).toEqual(notFound);
      expect(await readMarking(service.db, stranger, moveId)).toEqual(notFound);
      expect(await readMarkingQueue(service.db, stranger)).toEqual(notFound);
      expect(await recordMarkingTalk(service.db, stranger, moveId, talk)).toEqual(notFound);
    }
    expect(await mark(tom, marksForm(), marked, 'nothing')).toEqual(notFound);
  });

  test('the moment is as the worker knew it, without a word of its keys', async () => {
    const read = await opened(tom);
    expect(read.moment.title).toBe('Why, in writing');
    expect(read.known).toEqual(['It says two.']);
    expect(read.before.map(({ did }) => did)).toEqual([
      'Read the plan',
      'Do what is offered here (1)',
      'Do what is offered here (1)',
    ]);
    expect(read.before[1]!.offered).toHaveLength(2);
    expect(read.indicators.map(({ id }) => id)).toEqual(['L3-S1', 'L3-K1']);
    expect(read.competencies.map(({ id }) => id)).toEqual(['IP-01']);
    const all = JSON.stringify(read);
    for (const key of ['Because it is what helps', 'The debrief says this', 'credit'])
      expect(all).not.toContain(key);
    const rows = await service.rows('SELECT page FROM record_reads WHERE reader_id = ?', tom.id);
    expect(rows).toContainEqual({ page: `reasons ${moveId}` });
  });

  test.each([
    [{}, 'shown'],
    [{ 'mark-L3-S1': 'partly' }, 'shown'],
    [{ 'mark-L3-S1': 'partly', 'mark-L3-K1': 'partly' }, 'not-yet'],
    [{ 'mark-L3-K1': 'not-shown' }, 'not-yet'],
  ])('%o comes to %s by the rule of the policy', async (more, outcome) => {
    expect(await mark(tom, marksForm('shown', more))).toEqual({
      ok: true,
      value: { outcome, round: 1 },
    });
  });

  test('each indicator is marked, each with a reason', async () => {
    const refused = await mark(tom, { ...marksForm(), 'mark-L3-K1': '', 'reason-L3-S1': ' yes ' });
    expect(refused).toMatchObject({
      problem: {
        code: 'malformed',
        problems: [{ field: 'reason-L3-S1' }, { field: 'mark-L3-K1' }],
      },
    });
    expect((await opened(tom)).stage).toBe('unmarked');
  });

  test('sent twice it is kept once; other marks do not take the place of the first', async () => {
    const [one, two] = await Promise.all([mark(tom), mark(tom)]);
    expect([one, two]).toEqual([one, one]);
    expect(one.ok).toBe(true);
    const changed = await mark(tom, marksForm('not-shown'));
    expect(changed).toEqual({ ok: false, problem: { code: 'marked', by: tom.id } });
    expect((await opened(tom)).markings).toHaveLength(1);
  });

  test('of two who mark at once one is the marker, and the other is told', async () => {
    const both = await Promise.all([mark(tom), mark(grace, marksForm('not-shown'))]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ problem: { code: 'marked' } });
    expect((await opened(pat)).markings).toHaveLength(1);
  });

  test('the worker reads every mark, on the record and where they look back', async () => {
    await mark(tom, marksForm('partly'));
    const entry = await entryFor(worker);
    expect(entry).toMatchObject({ stage: 'done', counts: false, withheld: false });
    expect(entry!.markings[0]!.marks[0]).toMatchObject({
      mark: 'partly',
      reason: 'Says whom they asked, and what for.',
    });
    const back = await readMarksIn(service.db, worker, { id: attemptId, personId: worker.id });
    expect(back).toEqual([entry]);
    expect(await entryFor(worker, '2026-11-11T10:00:00.000Z')).toBeUndefined();
  });

  test('it is closed to whoever writes an observation of anything that the story bears on', async () => {
    await begin(service.db, tom, worker, ['IP-01']);
    const hidden = { ok: false, problem: { code: 'hidden' } };
    expect(await mark(tom)).toEqual(hidden);
    expect(await readMarking(service.db, tom, moveId)).toMatchObject(hidden);
    const queue = await queueOf(tom);
    expect(queue.first).not.toContain(moveId);
    expect(queue.closed).toBe(1);
    await mark(grace);
    expect(await entryFor(tom)).toBeUndefined();
    expect(await entryFor(grace)).toBeDefined();
  });
});

describe('marked twice', () => {
  beforeAll(() => begin1(1));
  afterAll(() => service.remove());
  beforeEach(writeAnew);

  test('the second marker sees nothing of the first marks before theirs are in', async () => {
    await mark(tom);
    expect((await queueOf(pat)).second).toContain(moveId);
    expect((await queueOf(tom)).second).not.toContain(moveId);
    expect((await queueOf(tom)).withOthers).toBeGreaterThan(0);
    for (const second of [pat, grace]) {
      const read = [
        await opened(second),
        await entryFor(second),
        await readMarksIn(service.db, second, { id: attemptId, personId: worker.id }),
      ];
      expect(JSON.stringify(read)).not.toContain('Says whom they asked');
      expect(await entryFor(second)).toMatchObject({ withheld: true, counts: false, markings: [] });
    }
    expect((await entryFor(tom))!.markings).toHaveLength(1);
    expect((await entryFor(worker))!.markings).toHaveLength(1);
    // Nor by asking for a day on which nobody had thought of a second marking.
    expect((await entryFor(pat, marked))!.markings).toEqual([]);
    expect(await mark(pat, marksForm(), later)).toMatchObject({ value: { round: 2 } });
    expect((await opened(pat)).markings).toHaveLength(2);
    expect((await entryFor(grace))!.counts).toBe(true);
    expect(await mark(grace)).toMatchObject({ problem: { code: 'marked' } });
  });

  test('of two who mark at once one becomes the second, and nobody is both', async () => {
    const both = await Promise.all([mark(tom), mark(pat)]);
    expect(both.map((one) => one.ok && one.value.round).sort()).toEqual([1, 2]);
    await writeAnew();
    await Promise.all([mark(tom), mark(tom)]);
    expect((await opened(tom)).markings).toHaveLength(1);
  });

  test('who differ talk; both marks stay, and nothing counts until then', async () => {
    await mark(tom);
    expect(await recordMarkingTalk(service.db, tom, moveId, talk, later)).toEqual(notFound);
    await mark(pat, marksForm('not-shown'), later);
    expect((await queueOf(grace)).differ).toContain(moveId);
    expect(await entryFor(worker)).toMatchObject({ stage: 'differ', counts: false });
    const early = await recordMarkingTalk(
      service.db,
      tom,
      moveId,
      { ...talk, heldOn: '2026-11-12' },
      later,
    );
    expect(early).toMatchObject({ problem: { problems: [{ field: 'heldOn' }] } });
    const formId = '019b0000-0000-7000-8000-000000000001';
    const settle = () => recordMarkingTalk(service.db, tom, moveId, { ...talk, formId }, later);
    expect([await settle(), await settle()]).toMatchObject([{ ok: true }, { ok: true }]);
    const entry = (await entryFor(worker))!;
    expect(entry).toMatchObject({ stage: 'done', counts: true });
    expect(entry.talks).toHaveLength(1);
    expect(entry.markings.map(({ outcome }) => outcome)).toEqual(['shown', 'not-yet']);
    expect((await queueOf(grace)).differ).not.toContain(moveId);
  });

  test('agreement is said with how much it rests on, and not said while there is little', async () => {
    const { agree } = await queueOf(grace);
    expect(agree).toMatchObject({ voice: 'silent', exact: undefined, kappa: undefined });
    expect(agree.texts).toBe(3);
    expect(agree.pairs).toBe(6);
  });

  test('a later policy draws nothing that was marked under an earlier one', async () => {
    await mark(tom);
    await adopt(
      service,
      { marking: { ...policy.marking, 'second-share': 0 } },
      '2026-11-12T12:00:00.000Z',
    );
    expect((await opened(tom)).stage).toBe('second-due');
    await writeAnew();
    await mark(tom, marksForm(), later);
    expect((await opened(tom)).stage).toBe('done');
  });
});
