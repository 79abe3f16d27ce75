import { expect, test } from 'vitest';
import { markReasons } from '#server/reasons/mark-reasons.ts';
import { readMarksIn } from '#server/reasons/read-concluded.ts';
import { readMarking } from '#server/reasons/read-marking.ts';
import { readMarkingQueue } from '#server/reasons/read-marking-queue.ts';
import { recordMarkingTalk } from '#server/reasons/record-marking-talk.ts';
import { marked, marking, notFound, talk } from '../support/marking.ts';
import { begin } from '../support/observing.ts';
import { marksForm, writeReasons } from '../support/written-reasons.ts';

// Nothing is marked twice here.
const here = marking(0);

test('it comes to every observer but its writer, the oldest first, once it is finished', async () => {
  expect((await here.queueOf(here.tom)).first.at(-1)).toBe(here.moveId);
  const other = await writeReasons(here.service, here.tom, undefined, '2026-11-01T09:00:00.000Z');
  expect((await here.queueOf(here.tom)).first).not.toContain(other.moveId);
  expect((await here.queueOf(here.grace)).first[0]).toBe(other.moveId);
  const unfinished = await here.service.begin(here.pat, 'written');
  await here.service.play(here.pat, unfinished, ['decide sound', 'decide sound']);
  const { first } = await here.queueOf(here.grace);
  expect(await here.service.rows('SELECT 1 FROM attempts WHERE finished_at IS NULL')).toHaveLength(
    1,
  );
  expect(first).toHaveLength(new Set(first).size);
  expect(await markReasons(here.service.db, here.tom, other.moveId, marksForm())).toEqual(notFound);
  expect(await readMarking(here.service.db, here.tom, other.moveId)).toEqual(notFound);
});

test('words sent with another kind of decision are nobody’s reasons', async () => {
  const [row] = await here.service.rows(
    "SELECT id FROM moves WHERE attempt_id = ? AND scene = 'hall' AND kind = 'decide'",
    here.attemptId,
  );
  await here.service.rows(
    "UPDATE moves SET words = 'not asked for' WHERE id = ?",
    String(row!['id']),
  );
  expect((await here.queueOf(here.tom)).first).not.toContain(row!['id']);
});

test('no worker marks, and none opens the queue', async () => {
  for (const stranger of [here.worker, await here.service.add('passer')]) {
    expect(await here.mark(stranger)).toEqual(notFound);
    expect(await readMarking(here.service.db, stranger, here.moveId)).toEqual(notFound);
    expect(await readMarkingQueue(here.service.db, stranger)).toEqual(notFound);
    expect(await recordMarkingTalk(here.service.db, stranger, here.moveId, talk)).toEqual(notFound);
  }
  expect(await here.mark(here.tom, marksForm(), marked, 'nothing')).toEqual(notFound);
});

test('the moment is as the worker knew it, without a word of its keys', async () => {
  const read = await here.opened(here.tom);
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
  const rows = await here.service.rows(
    'SELECT page FROM record_reads WHERE reader_id = ?',
    here.tom.id,
  );
  expect(rows).toContainEqual({ page: `reasons ${here.moveId}` });
});

test.each([
  [{}, 'shown'],
  [{ 'mark-L3-S1': 'partly' }, 'shown'],
  [{ 'mark-L3-S1': 'partly', 'mark-L3-K1': 'partly' }, 'not-yet'],
  [{ 'mark-L3-K1': 'not-shown' }, 'not-yet'],
])('%o comes to %s by the rule of the policy', async (more, outcome) => {
  expect(await here.mark(here.tom, marksForm('shown', more))).toEqual({
    ok: true,
    value: { outcome, round: 1 },
  });
});

test('each indicator is marked, each with a reason', async () => {
  const refused = await here.mark(here.tom, {
    ...marksForm(),
    'mark-L3-K1': '',
    'reason-L3-S1': ' yes ',
  });
  expect(refused).toMatchObject({
    problem: {
      code: 'malformed',
      problems: [{ field: 'reason-L3-S1' }, { field: 'mark-L3-K1' }],
    },
  });
  expect((await here.opened(here.tom)).stage).toBe('unmarked');
});

test('sent twice it is kept once; other marks do not take the place of the first', async () => {
  const [one, two] = await Promise.all([here.mark(here.tom), here.mark(here.tom)]);
  expect([one, two]).toEqual([one, one]);
  expect(one.ok).toBe(true);
  const changed = await here.mark(here.tom, marksForm('not-shown'));
  expect(changed).toEqual({ ok: false, problem: { code: 'marked', by: here.tom.id } });
  expect((await here.opened(here.tom)).markings).toHaveLength(1);
});

test('of two who mark at once one is the marker, and the other is told', async () => {
  const both = await Promise.all([
    here.mark(here.tom),
    here.mark(here.grace, marksForm('not-shown')),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ problem: { code: 'marked' } });
  expect((await here.opened(here.pat)).markings).toHaveLength(1);
});

test('the worker reads every mark, on the record and where they look back', async () => {
  await here.mark(here.tom, marksForm('partly'));
  const entry = await here.entryFor(here.worker);
  expect(entry).toMatchObject({ stage: 'done', counts: false, withheld: false });
  expect(entry!.markings[0]!.marks[0]).toMatchObject({
    mark: 'partly',
    reason: 'Says whom they asked, and what for.',
  });
  const back = await readMarksIn(here.service.db, here.worker, {
    id: here.attemptId,
    personId: here.worker.id,
  });
  expect(back).toEqual([entry]);
  expect(await here.entryFor(here.worker, '2026-11-11T10:00:00.000Z')).toBeUndefined();
});

test('it is closed to whoever writes an observation of anything that the story bears on', async () => {
  await begin(here.service.db, here.tom, here.worker, ['IP-01']);
  const hidden = { ok: false, problem: { code: 'hidden' } };
  expect(await here.mark(here.tom)).toEqual(hidden);
  expect(await readMarking(here.service.db, here.tom, here.moveId)).toMatchObject(hidden);
  const queue = await here.queueOf(here.tom);
  expect(queue.first).not.toContain(here.moveId);
  expect(queue.closed).toBe(1);
  await here.mark(here.grace);
  expect(await here.entryFor(here.tom)).toBeUndefined();
  expect(await here.entryFor(here.grace)).toBeDefined();
});
