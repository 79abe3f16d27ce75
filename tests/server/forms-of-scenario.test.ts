import { randomUUIDv7 } from 'node:crypto';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { currentHashes, firstServiceId, openDatabase, type Database } from '#db';
import type { Person, Role } from '#domain/access/person.ts';
import type { MoveAnswer } from '#domain/attempt/shown-scene.ts';
import { replayAll } from '#server/replay-all.ts';
import { assignScenario } from '#server/assign-scenario.ts';
import { addSamplePerson } from '#server/sample/add-sample-person.ts';
import { makeContentFolder, type ContentFolder } from '../support/content-folder.ts';
import { startService, type RunningService } from '../support/running-service.ts';
import { ways } from '../support/service.ts';
import { nameIn, twoForms } from '../support/two-forms.ts';
import { visit, type Visitor } from '../support/visitor.ts';

let content: ContentFolder;
let service: RunningService;
let db: Database;
let manager: Person;
let people = 0;

beforeAll(async () => {
  content = await makeContentFolder({ early: twoForms() });
  const folder = dirname(dirname(content.fileOf('early')));
  service = await startService({ CONTENT_DIR: folder, SAMPLE: 'off' });
  db = await openDatabase(service.databaseUrl);
  manager = (await somebody('manager')).person;
}, 240_000);
afterAll(async () => {
  db.close();
  await service.stop();
  await content.remove();
});

/** Somebody new, signed in. */
async function somebody(role: Role = 'worker') {
  const id = randomUUIDv7();
  const username = `form.${role}.${(people += 1)}`;
  const person: Person = {
    ...{ id, username, name: 'A Player', role, category: 'CWP-CSW', startedOn: '2026-01-05' },
    ...{ services: [firstServiceId], everywhere: role === 'manager' },
  };
  await addSamplePerson(db, person, '2026-01-05T09:00:00.000Z');
  const visitor = visit(service.address);
  await visitor.signIn(username);
  return { id, person, visitor };
}

/** Begins the scenario, or finds it open: what is stored, beside who the first page is about. */
async function begin(visitor: Visitor) {
  const introduction = await visitor.get('/scenarios/early');
  const path = (await visitor.post('/scenarios/early')).goes!;
  const { rows } = await db.client.execute({
    sql: 'SELECT id, form, mode FROM attempts WHERE id = ?',
    args: [path.split('/').at(-1)!],
  });
  const attempt = {
    id: String(rows[0]!['id']),
    form: String(rows[0]!['form']),
    mode: String(rows[0]!['mode']),
  };
  const page = await visitor.get(path);
  for (const { body } of [introduction, page]) {
    expect(body).toContain(nameIn[attempt.form]);
    expect(body).not.toContain(nameIn[other(attempt.form)]);
    expect(body).not.toContain('{{');
  }
  return { ...attempt, page: page.body, introduction: introduction.body };
}

/** Makes moves such as `decide ask` over HTTP, and gives the last answer. */
async function play(visitor: Visitor, attemptId: string, moves: readonly string[]) {
  let last: MoveAnswer | undefined;
  for (const [step, words] of moves.entries()) {
    const [kind, choice] = words.split(' ');
    const { body } = await visitor.postJson(`/api/attempts/${attemptId}/moves`, {
      ...{ step, kind, choice },
    });
    last = JSON.parse(body) as MoveAnswer;
    expect(last.code, words).toBe('moved');
  }
  expect(last?.scene?.ending).toBeDefined();
}

async function playThrough(visitor: Visitor, moves: readonly string[] = ways.sound) {
  const { id, form, mode } = await begin(visitor);
  await play(visitor, id, moves);
  return { id, form, mode };
}

async function ask(personId: string) {
  const dueOn = '2099-12-31';
  // By the verb: in a real service a manager signs in with a code as well, which is tried elsewhere.
  const asked = await assignScenario(db, manager, personId, { slug: 'early', dueOn });
  expect(asked.ok).toBe(true);
}

const other = (form: string) => (form === 'a' ? 'b' : 'a');
const evidenceOf = async (attemptId: string) =>
  (
    await db.client.execute({
      sql: 'SELECT competency, anchor, harmful FROM evidence WHERE attempt_id = ?',
      args: [attemptId],
    })
  ).rows.length;

describe('a scenario of two forms', () => {
  test('is assessed the first time, and practice in the same form again', async () => {
    const { visitor } = await somebody();
    const first = await playThrough(visitor);
    expect(first.mode).toBe('assessed');
    expect(await evidenceOf(first.id)).toBe(3);
    const again = await playThrough(visitor, ways.harmful);
    expect(again).toMatchObject({ mode: 'practice', form: first.form });
    // Harm in practice is no evidence, so it asks for nothing.
    expect(await evidenceOf(again.id)).toBe(0);
    expect(await begin(visitor)).toMatchObject({ mode: 'practice', form: first.form });
  });

  test('begun twice is one attempt, in one form', async () => {
    const { visitor } = await somebody();
    const [one, two] = [await begin(visitor), await begin(visitor)];
    expect(two.id).toBe(one.id);
  });

  test('is told once more the other way after harm, assessed, and never a third time', async () => {
    const { visitor } = await somebody();
    const first = await playThrough(visitor, ways.harmful);
    const second = await playThrough(visitor);
    expect(second).toMatchObject({ mode: 'assessed', form: other(first.form) });
    expect(await evidenceOf(second.id)).toBe(3);
    expect(await begin(visitor)).toMatchObject({ mode: 'practice', form: second.form });
  });

  test('is told the other way where a manager asks for it, and never a third time', async () => {
    const { id, visitor } = await somebody();
    const first = await playThrough(visitor);
    await ask(id);
    const second = await playThrough(visitor);
    expect(second).toMatchObject({ mode: 'assessed', form: other(first.form) });
    await ask(id);
    const third = await playThrough(visitor);
    expect(third).toMatchObject({ mode: 'practice', form: second.form });
    expect(await evidenceOf(third.id)).toBe(0);
  });

  test('says beforehand whether it counts', async () => {
    const { visitor } = await somebody();
    const counting = (page: string) => !page.includes('Play it again as practice');
    // The button reads otherwise while an attempt is open, so it is read before each.
    const introduce = async () => counting((await visitor.get('/scenarios/early')).body);
    expect(await introduce()).toBe(true);
    await playThrough(visitor, ways.harmful);
    expect(await introduce()).toBe(true);
    await playThrough(visitor);
    expect(await introduce()).toBe(false);
  });

  test('cannot be played by what only the other form has', async () => {
    const { visitor } = await somebody();
    const { id, form } = await begin(visitor);
    const send = async (choice: string) => {
      const move = { step: 0, kind: 'decide', choice };
      const { body } = await visitor.postJson(`/api/attempts/${id}/moves`, move);
      return (JSON.parse(body) as MoveAnswer).code;
    };
    expect(await send(form === 'a' ? 'radio' : 'garden')).toBe('not-offered');
    expect(await send(form === 'a' ? 'garden' : 'radio')).toBe('moved');
  });
});

test('the faces of each form are its own, and an address that names no form is nowhere', async () => {
  const { visitor } = await somebody();
  const hash = (await currentHashes(db)).get('early')!;
  const face = (version: string) => visitor.get(`/portraits/${version}/ada.calm.svg`);
  const [a, b] = [await face(`${hash}.a`), await face(`${hash}.b`)];
  expect([a.status, b.status]).toEqual([200, 200]);
  expect(a.body).not.toBe(b.body);
  for (const version of [hash, `${hash}.c`, `${hash}.`, `${hash}.a.b`])
    expect((await face(version)).status, version).toBe(404);
  const { form, page, introduction } = await begin(visitor);
  for (const body of [page, introduction]) {
    expect(body).toContain(`/portraits/${hash}.${form}/`);
    expect(body).not.toContain(`/portraits/${hash}.${other(form)}/`);
  }
});

test('the debrief is of the form that was played, and harm in one is settled by the other', async () => {
  const { id, visitor } = await somebody();
  /** Whether each of the three steps of the concern is done, as the page of the competency says. */
  const steps = async () => {
    const { body } = await visitor.get(`/people/${id}/IP-01`);
    const [list = ''] = /steps-to-settle[^]*?<\/ol>/.exec(body) ?? [];
    return list
      .split('<li')
      .slice(1)
      .map((step) => /^[^>]*\bdone\b/.test(step));
  };
  const first = await playThrough(visitor, ways.harmful);
  expect(await steps()).toEqual([false, false, false]);
  const second = await playThrough(visitor);
  expect(await steps()).toEqual([false, true, false]);
  for (const { id: attempt, form } of [first, second]) {
    const { body } = await visitor.get(`/attempts/${attempt}/debrief`);
    expect(body).toContain(nameIn[form]);
    expect(body).not.toContain(nameIn[other(form)]);
  }
});

test('all of it is replayed without a difference, and a form that was altered is found', async () => {
  expect((await replayAll(db)).differences).toEqual([]);
  const { visitor } = await somebody();
  const { id, form } = await playThrough(visitor);
  const again = await openDatabase(service.databaseUrl);
  const set = (to: string) =>
    again.client.execute({ sql: 'UPDATE attempts SET form = ? WHERE id = ?', args: [to, id] });
  await set(other(form));
  const { differences } = await replayAll(again);
  expect(differences.map(({ attemptId }) => attemptId)).toContain(id);
  await set(form);
  expect((await replayAll(again)).differences).toEqual([]);
  again.close();
});
