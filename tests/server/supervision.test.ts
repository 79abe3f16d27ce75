import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { insertSupervision } from '#db';
import type { Person } from '#domain/access/person.ts';
import { saveReflection } from '#server/save-reflection.ts';
import {
  agreeAction,
  closeAction,
  noteSupervision,
} from '#server/supervision/add-to-supervision.ts';
import { holdSupervision } from '#server/supervision/hold-supervision.ts';
import { listSupervisionsOf } from '#server/supervision/list-supervisions-of.ts';
import { openSupervision } from '#server/supervision/open-supervision.ts';
import { readSupervision } from '#server/supervision/read-supervision.ts';
import { takeSupervisionForm } from '#server/supervision/take-supervision-form.ts';
import { begin, sign } from '../support/observing.ts';
import { freshService, ways, type TestService } from '../support/service.ts';

let service: TestService;
let tom: Person;
let grace: Person;
let worker: Person;
let attempt: string;
let id: string;
let number = 0;
const day = (of: number, hour = '09') => `2026-11-${of}T${hour}:00:00.000Z`;
const notFound = { ok: false, problem: { code: 'not-found' } };
const held = { ok: false, problem: { code: 'held' } };
const atHold = (message: RegExp) => ({
  ok: false,
  problem: { problems: [{ field: 'hold', message: expect.stringMatching(message) as string }] },
});

beforeAll(async () => {
  service = await freshService();
  tom = await service.add('tom', 'assessor');
  grace = await service.add('grace', 'manager');
}, 60_000);
afterAll(() => service.remove());

const open = async (onDay = '2026-11-20', at = day(17), holder = grace) => {
  const opened = await openSupervision(service.db, holder, worker.id, { onDay }, at);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  return opened.value.id;
};
const read = async (viewer: Person, at: string, which = id) => {
  const value = await readSupervision(service.db, viewer, which, at);
  if (!value.ok) throw new Error(value.problem.code);
  return value.value;
};
const hold = (holder = grace, at = day(20), which = id) =>
  holdSupervision(service.db, holder, which, at);
const action = (more = {}) => ({
  ...{ ownerId: worker.id, action: 'Read the plan first.', dueOn: '2026-11-30' },
  ...more,
});

/** A supervision that is open, with somebody who chose harm and wrote about it. */
beforeEach(async () => {
  worker = await service.add(`worker.${(number += 1)}`);
  attempt = await service.begin(worker, 'hall', day(16));
  await service.play(worker, attempt, ways.harmful, 0, day(16));
  const words = { words: 'I would ask first.', shared: 'share' };
  await saveReflection(service.db, worker, attempt, words, day(16, '10'));
  id = await open();
});

describe('opening a supervision', () => {
  test('is for those who observe, and never about themselves', async () => {
    const body = { onDay: '2026-11-25' };
    const other = await service.add(`other.${number}`);
    for (const [actor, about] of [
      [worker, worker.id],
      [other, worker.id],
      [tom, tom.id],
      [grace, grace.id],
      [grace, 'nobody'],
    ] as const)
      expect(await openSupervision(service.db, actor, about, body, day(17))).toEqual(notFound);
    expect((await openSupervision(service.db, tom, worker.id, body, day(17))).ok).toBe(true);
  });

  test('twice for a day is one; another while one is open is refused', async () => {
    expect(await open()).toBe(id);
    const body = { onDay: '2026-11-26' };
    expect(await openSupervision(service.db, grace, worker.id, body, day(17))).toMatchObject({
      ok: false,
      problem: { problems: [{ field: 'onDay' }] },
    });
    const past = { onDay: '2026-11-01' };
    expect((await openSupervision(service.db, tom, worker.id, past, day(17))).ok).toBe(false);
  });

  test('a kept page sent again after it was held leads to what it opened', async () => {
    const body = { formId: randomUUIDv7(), onDay: '2026-11-20' };
    const send = () => openSupervision(service.db, tom, worker.id, body, day(18));
    const first = await send();
    if (!first.ok) throw new Error(first.problem.code);
    await read(worker, day(18), first.value.id);
    expect((await hold(tom, day(19), first.value.id)).ok).toBe(true);
    expect(await send()).toEqual(first);
  });

  test('by two processes at once is one', async () => {
    const other = await service.reopen();
    const body = () => ({ formId: randomUUIDv7(), onDay: '2026-11-25' });
    const opened = await Promise.all(
      [service.db, other].map((db) => openSupervision(db, tom, worker.id, body(), day(17))),
    );
    expect(new Set(opened.map((one) => one.ok && one.value.id)).size).toBe(1);
    const twice = { personId: worker.id, holderId: tom.id, onDay: '2026-11-26', openedAt: day(17) };
    await expect(insertSupervision(other, { id: randomUUIDv7(), ...twice })).rejects.toThrow();
  });
});

describe('the sheet', () => {
  test('is for the worker and for those who observe, and says the same to both', async () => {
    const other = await service.add(`other.${number}`);
    expect(await readSupervision(service.db, other, id, day(18))).toEqual(notFound);
    const own = await read(worker, day(18));
    const theirs = await read(grace, day(18));
    expect(own.sheet).toEqual(theirs.sheet);
    expect(own.sheet.concerns.lines).toHaveLength(1);
    expect(own.sheet.reflections.lines[0]?.says).toEqual(['I would ask first.']);
  });

  test('shows only what the worker shares now', async () => {
    const taken = { words: 'I take it back.', shared: 'private' };
    await saveReflection(service.db, worker, attempt, taken, day(17));
    expect((await read(grace, day(18))).sheet.reflections.lines).toEqual([]);
    expect((await read(worker, day(18))).sheet.reflections.lines).toEqual([]);
  });

  test('hides what the reader is observing now, from them alone', async () => {
    await begin(service.db, tom, worker, ['IP-01'], day(18));
    const blind = await read(tom, day(18));
    expect(blind.sheet.concerns.lines).toEqual([]);
    expect(blind.sheet.reflections.lines).toEqual([]);
    expect(blind.hidden).toBeGreaterThan(0);
    expect((await read(grace, day(18))).hidden).toBe(0);
  });

  test('is first read by the worker: a reading by others is none', async () => {
    expect((await read(grace, day(18))).supervision.seenAt).toBeNull();
    expect((await read(worker, day(18))).supervision.seenAt).toBe(day(18));
    expect((await read(worker, day(19))).supervision.seenAt).toBe(day(18));
    expect((await read(grace, day(19))).supervision.seenAt).toBe(day(18));
  });
});

describe('adding to it', () => {
  test('words may be added by both, once each, and by nobody else', async () => {
    const note = { formId: randomUUIDv7(), words: 'The mornings.' };
    for (const who of [worker, worker])
      expect((await noteSupervision(service.db, who, id, note, day(18))).ok).toBe(true);
    expect((await noteSupervision(service.db, grace, id, note, day(19))).ok).toBe(true);
    const other = await service.add(`other.${number}`);
    expect(await noteSupervision(service.db, other, id, note, day(18))).toEqual(notFound);
    expect((await read(worker, day(19))).notes.map(({ by }) => by)).toEqual([
      worker.name,
      grace.name,
    ]);
  });

  test('what is agreed is written down by whoever observes, with an owner and a day', async () => {
    const agree = (who: Person, more = {}) =>
      agreeAction(service.db, who, id, action(more), day(18));
    expect(await agree(worker)).toEqual(notFound);
    const other = await service.add(`other.${number}`);
    for (const [more, field] of [
      [{ ownerId: other.id }, 'ownerId'],
      [{ dueOn: '2026-11-01' }, 'dueOn'],
      [{ dueOn: '' }, 'dueOn'],
      [{ action: ' ' }, 'action'],
    ] as const)
      expect(await agree(grace, more)).toMatchObject({ problem: { problems: [{ field }] } });
    const formId = randomUUIDv7();
    for (const who of [grace, grace]) expect((await agree(who, { formId })).ok).toBe(true);
    expect((await read(worker, day(18))).agreed).toMatchObject([{ owner: worker.name }]);
  });
});

describe('holding it', () => {
  test('comes only after the worker has read it, and only by whoever opened it', async () => {
    expect(await hold()).toMatchObject(atHold(/read it first/));
    await read(worker, day(18));
    for (const who of [worker, tom]) expect(await hold(who)).toEqual(notFound);
    expect((await hold()).ok).toBe(true);
    expect(await hold()).toEqual(held);
  });

  test('keeps the sheet for ever as it stood, whatever comes later', async () => {
    await read(worker, day(18));
    await hold();
    const before = await read(grace, day(20, '10'));
    const seen = await begin(service.db, tom, worker, ['IP-01'], day(21));
    await sign(service.db, tom, seen, { observedOn: '2026-11-21' }, day(21, '12'));
    const again = { words: 'Something else.', shared: 'share' };
    await saveReflection(service.db, worker, attempt, again, day(22));
    const after = await read(grace, day(23));
    expect(after.sheet).toEqual(before.sheet);
    for (const done of [
      await noteSupervision(service.db, worker, id, { words: 'Late.' }, day(23)),
      await agreeAction(service.db, grace, id, action(), day(23)),
    ])
      expect(done).toEqual(held);
    expect((await read(grace, day(23))).notes).toEqual([]);
    expect(await service.rows('SELECT * FROM agreed_actions WHERE supervision_id = ?', id)).toEqual(
      [],
    );
  });

  test('waits until nothing of it is hidden from the holder', async () => {
    await read(worker, day(18));
    await begin(service.db, grace, worker, ['IP-01'], day(18));
    expect(await hold()).toMatchObject(atHold(/Sign or discard/));
  });

  test('what was agreed comes back first next time, and needs an outcome', async () => {
    await read(worker, day(18));
    await agreeAction(service.db, grace, id, action(), day(20));
    await hold();
    const next = await open('2026-11-27', day(24));
    const [due] = (await read(worker, day(25), next)).before;
    expect(due).toMatchObject({ words: 'Read the plan first.', outcome: null });
    expect(await hold(grace, day(27), next)).toMatchObject(atHold(/what came of/));
    const close = (who: Person, outcome: string) =>
      closeAction(service.db, who, due!.id, { outcome }, day(27));
    expect(await close(worker, 'Done by me.')).toEqual(notFound);
    expect(await close(grace, '')).toMatchObject({
      problem: { problems: [{ field: `outcome-${due!.id}` }] },
    });
    await close(grace, 'She does it now.');
    // Said once, it stands; the same again is done, and something else is told.
    expect(await close(grace, 'She does it now.')).toMatchObject({ ok: true });
    expect(await close(tom, 'Not at all.')).toMatchObject({
      problem: { problems: [{ field: `outcome-${due!.id}` }] },
    });
    expect((await hold(grace, day(27), next)).ok).toBe(true);
    expect((await read(worker, day(28), next)).before).toMatchObject([
      { outcome: 'She does it now.', closedBy: grace.name },
    ]);
  });
});

test('on the page of one person nothing is closed that was agreed with another', async () => {
  await agreeAction(service.db, grace, id, action(), day(18));
  const [agreed] = (await read(grace, day(18))).agreed;
  const mine = id;
  worker = await service.add(`beside.${number}`);
  const theirs = await open();
  const send = (page: string) => {
    const sent: Record<string, string> = { form: 'close', action: agreed!.id, outcome: 'Done.' };
    return takeSupervisionForm(service.db, grace, page, (name) => sent[name] ?? '');
  };
  expect(await send(theirs)).toEqual(notFound);
  expect(await send('nothing')).toEqual(notFound);
  const body = { outcome: 'Done.', personId: worker.id };
  expect(await closeAction(service.db, grace, agreed!.id, body)).toEqual(notFound);
  expect((await read(grace, day(18), mine)).agreed).toMatchObject([{ outcome: null }]);
  expect(await send(mine)).toEqual({ ok: true, value: 'close' });
});

test('opening the list is noted, for whoever observes and not for the worker', async () => {
  for (const viewer of [worker, tom])
    await listSupervisionsOf(service.db, viewer, worker.id, day(18), day(19));
  const noted =
    "SELECT reader_id, at FROM record_reads WHERE page = 'supervisions' AND person_id = ?";
  expect(await service.rows(noted, worker.id)).toMatchObject([{ reader_id: tom.id, at: day(19) }]);
});

test('the list is as of a time, and for nobody else', async () => {
  await read(worker, day(18));
  await agreeAction(service.db, grace, id, action(), day(20));
  await hold();
  const list = async (viewer: Person, at: string) => {
    const value = await listSupervisionsOf(service.db, viewer, worker.id, at);
    return value.ok ? value.value : value.problem;
  };
  expect(await list(worker, day(21))).toMatchObject({
    supervisions: [{ heldAt: day(20), seenAt: day(18) }],
    open: [{ owner: worker.name }],
  });
  expect(await list(grace, day(17, '12'))).toMatchObject({
    supervisions: [{ heldAt: null, seenAt: null }],
    open: [],
  });
  expect(await list(grace, day(16))).toMatchObject({ supervisions: [] });
  const other = await service.add(`other.${number}`);
  expect(await list(other, day(21))).toEqual({ code: 'not-found' });
});
