import { randomUUIDv7 } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Person } from '#domain/access/person.ts';
import { saveReflection } from '#server/save-reflection.ts';
import {
  agreeAction,
  closeAction,
  noteSupervision,
} from '#server/supervision/add-to-supervision.ts';
import { readSupervision } from '#server/supervision/read-supervision.ts';
import { takeSupervisionForm } from '#server/supervision/take-supervision-form.ts';
import { begin, sign } from '../support/observing.ts';
import { atHold, day, held, notFound, supervising } from '../support/supervising.ts';

const here = supervising();

describe('the sheet', () => {
  test('is for the worker and for those who observe, and says the same to both', async () => {
    const other = await here.add('other');
    expect(await readSupervision(here.service.db, other, here.id, day(18))).toEqual(notFound);
    const own = await here.read(here.worker, day(18));
    const theirs = await here.read(here.grace, day(18));
    expect(own.sheet).toEqual(theirs.sheet);
    expect(own.sheet.concerns.lines).toHaveLength(1);
    expect(own.sheet.reflections.lines[0]?.says).toEqual(['I would ask first.']);
  });

  test('shows only what the worker shares now', async () => {
    const taken = { words: 'I take it back.', shared: 'private' };
    await saveReflection(here.service.db, here.worker, here.attempt, taken, day(17));
    expect((await here.read(here.grace, day(18))).sheet.reflections.lines).toEqual([]);
    expect((await here.read(here.worker, day(18))).sheet.reflections.lines).toEqual([]);
  });

  test('hides what the reader is observing now, from them alone', async () => {
    await begin(here.service.db, here.tom, here.worker, ['IP-01'], day(18));
    const blind = await here.read(here.tom, day(18));
    expect(blind.sheet.concerns.lines).toEqual([]);
    expect(blind.sheet.reflections.lines).toEqual([]);
    expect(blind.hidden).toBeGreaterThan(0);
    expect((await here.read(here.grace, day(18))).hidden).toBe(0);
  });

  test('is first read by the worker: a reading by others is none', async () => {
    expect((await here.read(here.grace, day(18))).supervision.seenAt).toBeNull();
    expect((await here.read(here.worker, day(18))).supervision.seenAt).toBe(day(18));
    expect((await here.read(here.worker, day(19))).supervision.seenAt).toBe(day(18));
    expect((await here.read(here.grace, day(19))).supervision.seenAt).toBe(day(18));
  });
});

describe('adding to it', () => {
  test('words may be added by both, once each, and by nobody else', async () => {
    const note = { formId: randomUUIDv7(), words: 'The mornings.' };
    for (const who of [here.worker, here.worker])
      expect((await noteSupervision(here.service.db, who, here.id, note, day(18))).ok).toBe(true);
    expect((await noteSupervision(here.service.db, here.grace, here.id, note, day(19))).ok).toBe(
      true,
    );
    const other = await here.add('other');
    expect(await noteSupervision(here.service.db, other, here.id, note, day(18))).toEqual(notFound);
    expect((await here.read(here.worker, day(19))).notes.map(({ by }) => by)).toEqual([
      here.worker.name,
      here.grace.name,
    ]);
  });

  test('what is agreed is written down by whoever observes, with an owner and a day', async () => {
    const agree = (who: Person, more = {}) =>
      agreeAction(here.service.db, who, here.id, here.action(more), day(18));
    expect(await agree(here.worker)).toEqual(notFound);
    const other = await here.add('other');
    for (const [more, field] of [
      [{ ownerId: other.id }, 'ownerId'],
      [{ dueOn: '2026-11-01' }, 'dueOn'],
      [{ dueOn: '' }, 'dueOn'],
      [{ action: ' ' }, 'action'],
    ] as const)
      expect(await agree(here.grace, more)).toMatchObject({ problem: { problems: [{ field }] } });
    const formId = randomUUIDv7();
    for (const who of [here.grace, here.grace])
      expect((await agree(who, { formId })).ok).toBe(true);
    expect((await here.read(here.worker, day(18))).agreed).toMatchObject([
      { owner: here.worker.name },
    ]);
  });
});

describe('holding it', () => {
  test('comes only after the worker has read it, and only by whoever opened it', async () => {
    expect(await here.hold()).toMatchObject(atHold(/read it first/));
    await here.read(here.worker, day(18));
    for (const who of [here.worker, here.tom]) expect(await here.hold(who)).toEqual(notFound);
    expect((await here.hold()).ok).toBe(true);
    expect(await here.hold()).toEqual(held);
  });

  test('keeps the sheet for ever as it stood, whatever comes later', async () => {
    await here.read(here.worker, day(18));
    await here.hold();
    const before = await here.read(here.grace, day(20, '10'));
    const seen = await begin(here.service.db, here.tom, here.worker, ['IP-01'], day(21));
    await sign(here.service.db, here.tom, seen, { observedOn: '2026-11-21' }, day(21, '12'));
    const again = { words: 'Something else.', shared: 'share' };
    await saveReflection(here.service.db, here.worker, here.attempt, again, day(22));
    const after = await here.read(here.grace, day(23));
    expect(after.sheet).toEqual(before.sheet);
    for (const done of [
      await noteSupervision(here.service.db, here.worker, here.id, { words: 'Late.' }, day(23)),
      await agreeAction(here.service.db, here.grace, here.id, here.action(), day(23)),
    ])
      expect(done).toEqual(held);
    expect((await here.read(here.grace, day(23))).notes).toEqual([]);
    expect(
      await here.service.rows('SELECT * FROM agreed_actions WHERE supervision_id = ?', here.id),
    ).toEqual([]);
  });

  test('waits until nothing of it is hidden from the holder', async () => {
    await here.read(here.worker, day(18));
    await begin(here.service.db, here.grace, here.worker, ['IP-01'], day(18));
    expect(await here.hold()).toMatchObject(atHold(/Sign or discard/));
  });

  test('what was agreed comes back first next time, and needs an outcome', async () => {
    await here.read(here.worker, day(18));
    await agreeAction(here.service.db, here.grace, here.id, here.action(), day(20));
    await here.hold();
    const next = await here.open('2026-11-27', day(24));
    const [due] = (await here.read(here.worker, day(25), next)).before;
    expect(due).toMatchObject({ words: 'Read the plan first.', outcome: null });
    expect(await here.hold(here.grace, day(27), next)).toMatchObject(atHold(/what came of/));
    const close = (who: Person, outcome: string) =>
      closeAction(here.service.db, who, due!.id, { outcome }, day(27));
    expect(await close(here.worker, 'Done by me.')).toEqual(notFound);
    expect(await close(here.grace, '')).toMatchObject({
      problem: { problems: [{ field: `outcome-${due!.id}` }] },
    });
    await close(here.grace, 'She does it now.');
    // Said once, it stands; the same again is done, and something else is told.
    expect(await close(here.grace, 'She does it now.')).toMatchObject({ ok: true });
    expect(await close(here.tom, 'Not at all.')).toMatchObject({
      problem: { problems: [{ field: `outcome-${due!.id}` }] },
    });
    expect((await here.hold(here.grace, day(27), next)).ok).toBe(true);
    expect((await here.read(here.worker, day(28), next)).before).toMatchObject([
      { outcome: 'She does it now.', closedBy: here.grace.name },
    ]);
  });
});

test('on the page of one person nothing is closed that was agreed with another', async () => {
  await agreeAction(here.service.db, here.grace, here.id, here.action(), day(18));
  const [agreed] = (await here.read(here.grace, day(18))).agreed;
  const mine = here.id;
  here.worker = await here.add('beside');
  const theirs = await here.open();
  const send = (page: string) => {
    const sent: Record<string, string> = { form: 'close', action: agreed!.id, outcome: 'Done.' };
    return takeSupervisionForm(here.service.db, here.grace, page, (name) => sent[name] ?? '');
  };
  expect(await send(theirs)).toEqual(notFound);
  expect(await send('nothing')).toEqual(notFound);
  const body = { outcome: 'Done.', personId: here.worker.id };
  expect(await closeAction(here.service.db, here.grace, agreed!.id, body)).toEqual(notFound);
  expect((await here.read(here.grace, day(18), mine)).agreed).toMatchObject([{ outcome: null }]);
  expect(await send(mine)).toEqual({ ok: true, value: 'close' });
});
