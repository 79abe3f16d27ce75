import { expect, test } from 'vitest';
import { readMarksIn } from '#server/reasons/read-concluded.ts';
import { recordMarkingTalk } from '#server/reasons/record-marking-talk.ts';
import { policy } from '../support/first-policy.ts';
import { later, marked, marking, notFound, talk } from '../support/marking.ts';
import { adopt, marksForm } from '../support/written-reasons.ts';

// Everything is marked twice here.
const here = marking(1);

test('the second marker sees nothing of the first marks before theirs are in', async () => {
  await here.mark(here.tom);
  expect((await here.queueOf(here.pat)).second).toContain(here.moveId);
  expect((await here.queueOf(here.tom)).second).not.toContain(here.moveId);
  expect((await here.queueOf(here.tom)).withOthers).toBeGreaterThan(0);
  for (const second of [here.pat, here.grace]) {
    const read = [
      await here.opened(second),
      await here.entryFor(second),
      await readMarksIn(here.service.db, second, { id: here.attemptId, personId: here.worker.id }),
    ];
    expect(JSON.stringify(read)).not.toContain('Says whom they asked');
    expect(await here.entryFor(second)).toMatchObject({
      withheld: true,
      counts: false,
      markings: [],
    });
  }
  expect((await here.entryFor(here.tom))!.markings).toHaveLength(1);
  expect((await here.entryFor(here.worker))!.markings).toHaveLength(1);
  // Nor by asking for a day on which nobody had thought of a second marking.
  expect((await here.entryFor(here.pat, marked))!.markings).toEqual([]);
  expect(await here.mark(here.pat, marksForm(), later)).toMatchObject({ value: { round: 2 } });
  expect((await here.opened(here.pat)).markings).toHaveLength(2);
  expect((await here.entryFor(here.grace))!.counts).toBe(true);
  expect(await here.mark(here.grace)).toMatchObject({ problem: { code: 'marked' } });
});

test('of two who mark at once one becomes the second, and nobody is both', async () => {
  const both = await Promise.all([here.mark(here.tom), here.mark(here.pat)]);
  expect(both.map((one) => one.ok && one.value.round).sort()).toEqual([1, 2]);
  await here.writeAnew();
  await Promise.all([here.mark(here.tom), here.mark(here.tom)]);
  expect((await here.opened(here.tom)).markings).toHaveLength(1);
});

test('who differ talk; both marks stay, and nothing counts until then', async () => {
  await here.mark(here.tom);
  expect(await recordMarkingTalk(here.service.db, here.tom, here.moveId, talk, later)).toEqual(
    notFound,
  );
  await here.mark(here.pat, marksForm('not-shown'), later);
  expect((await here.queueOf(here.grace)).differ).toContain(here.moveId);
  expect(await here.entryFor(here.worker)).toMatchObject({ stage: 'differ', counts: false });
  const early = await recordMarkingTalk(
    here.service.db,
    here.tom,
    here.moveId,
    { ...talk, heldOn: '2026-11-12' },
    later,
  );
  expect(early).toMatchObject({ problem: { problems: [{ field: 'heldOn' }] } });
  const formId = '019b0000-0000-7000-8000-000000000001';
  const settle = () =>
    recordMarkingTalk(here.service.db, here.tom, here.moveId, { ...talk, formId }, later);
  expect([await settle(), await settle()]).toMatchObject([{ ok: true }, { ok: true }]);
  const entry = (await here.entryFor(here.worker))!;
  expect(entry).toMatchObject({ stage: 'done', counts: true });
  expect(entry.talks).toHaveLength(1);
  expect(entry.markings.map(({ outcome }) => outcome)).toEqual(['shown', 'not-yet']);
  expect((await here.queueOf(here.grace)).differ).not.toContain(here.moveId);
});

test('agreement is said with how much it rests on, and not said while there is little', async () => {
  const { agree } = await here.queueOf(here.grace);
  expect(agree).toMatchObject({ voice: 'silent', exact: undefined, kappa: undefined });
  expect(agree.texts).toBe(3);
  expect(agree.pairs).toBe(6);
});

test('a later policy draws nothing that was marked under an earlier one', async () => {
  await here.mark(here.tom);
  await adopt(
    here.service,
    { marking: { ...policy.marking, 'second-share': 0 } },
    '2026-11-12T12:00:00.000Z',
  );
  expect((await here.opened(here.tom)).stage).toBe('second-due');
  await here.writeAnew();
  await here.mark(here.tom, marksForm(), later);
  expect((await here.opened(here.tom)).stage).toBe('done');
});
