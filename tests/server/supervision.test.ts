import { randomUUIDv7 } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { insertSupervision } from '#db';
import type { Person } from '#domain/access/person.ts';
import { agreeAction } from '#server/supervision/add-to-supervision.ts';
import { listSupervisionsOf } from '#server/supervision/list-supervisions-of.ts';
import { openSupervision } from '#server/supervision/open-supervision.ts';
import { day, notFound, supervising } from '../support/supervising.ts';

const here = supervising();

describe('opening a supervision', () => {
  test('is for those who observe, and never about themselves', async () => {
    const body = { onDay: '2026-11-25' };
    const other = await here.add('other');
    for (const [actor, about] of [
      [here.worker, here.worker.id],
      [other, here.worker.id],
      [here.tom, here.tom.id],
      [here.grace, here.grace.id],
      [here.grace, 'nobody'],
    ] as const)
      expect(await openSupervision(here.service.db, actor, about, body, day(17))).toEqual(notFound);
    expect(
      (await openSupervision(here.service.db, here.tom, here.worker.id, body, day(17))).ok,
    ).toBe(true);
  });

  test('twice for a day is one; another while one is open is refused', async () => {
    expect(await here.open()).toBe(here.id);
    const body = { onDay: '2026-11-26' };
    expect(
      await openSupervision(here.service.db, here.grace, here.worker.id, body, day(17)),
    ).toMatchObject({
      ok: false,
      problem: { problems: [{ field: 'onDay' }] },
    });
    const past = { onDay: '2026-11-01' };
    expect(
      (await openSupervision(here.service.db, here.tom, here.worker.id, past, day(17))).ok,
    ).toBe(false);
  });

  test('a kept page sent again after it was held leads to what it opened', async () => {
    const body = { formId: randomUUIDv7(), onDay: '2026-11-20' };
    const send = () => openSupervision(here.service.db, here.tom, here.worker.id, body, day(18));
    const first = await send();
    if (!first.ok) throw new Error(first.problem.code);
    await here.read(here.worker, day(18), first.value.id);
    expect((await here.hold(here.tom, day(19), first.value.id)).ok).toBe(true);
    expect(await send()).toEqual(first);
  });

  test('by two processes at once is one', async () => {
    const other = await here.service.reopen();
    const body = () => ({ formId: randomUUIDv7(), onDay: '2026-11-25' });
    const opened = await Promise.all(
      [here.service.db, other].map((db) =>
        openSupervision(db, here.tom, here.worker.id, body(), day(17)),
      ),
    );
    expect(new Set(opened.map((one) => one.ok && one.value.id)).size).toBe(1);
    const twice = {
      personId: here.worker.id,
      holderId: here.tom.id,
      onDay: '2026-11-26',
      openedAt: day(17),
    };
    await expect(insertSupervision(other, { id: randomUUIDv7(), ...twice })).rejects.toThrow();
  });
});

test('opening the list is noted, for whoever observes and not for the worker', async () => {
  for (const viewer of [here.worker, here.tom])
    await listSupervisionsOf(here.service.db, viewer, here.worker.id, day(18), day(19));
  const noted =
    "SELECT reader_id, at FROM record_reads WHERE page = 'supervisions' AND person_id = ?";
  expect(await here.service.rows(noted, here.worker.id)).toMatchObject([
    { reader_id: here.tom.id, at: day(19) },
  ]);
});

test('the list is as of a time, and for nobody else', async () => {
  await here.read(here.worker, day(18));
  await agreeAction(here.service.db, here.grace, here.id, here.action(), day(20));
  await here.hold();
  const list = async (viewer: Person, at: string) => {
    const value = await listSupervisionsOf(here.service.db, viewer, here.worker.id, at);
    return value.ok ? value.value : value.problem;
  };
  expect(await list(here.worker, day(21))).toMatchObject({
    supervisions: [{ heldAt: day(20), seenAt: day(18) }],
    open: [{ owner: here.worker.name }],
  });
  expect(await list(here.grace, day(17, '12'))).toMatchObject({
    supervisions: [{ heldAt: null, seenAt: null }],
    open: [],
  });
  expect(await list(here.grace, day(16))).toMatchObject({ supervisions: [] });
  const other = await here.add('other');
  expect(await list(other, day(21))).toEqual({ code: 'not-found' });
});
