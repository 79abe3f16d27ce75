import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '#domain/access/person.ts';
import { foldPerson } from '#server/profile/fold-person.ts';
import { answerAccount } from '#server/reasons/answer-account.ts';
import { handInAccount } from '#server/reasons/hand-in-account.ts';
import { readAccount, readAccounts } from '#server/reasons/read-accounts.ts';
import { readDiscussions } from '#server/reasons/read-concluded.ts';
import { readMarkingQueue } from '#server/reasons/read-marking-queue.ts';
import { readWriting } from '#server/reasons/read-writing.ts';
import { begin, sign } from '../support/observing.ts';
import { freshService, type TestService } from '../support/service.ts';

let service: TestService;
let tom: Person;
let grace: Person;
let worker: Person;
let number = 0;

beforeAll(async () => {
  service = await freshService();
  tom = await service.add('tom', 'assessor');
  grace = await service.add('grace', 'manager');
});
afterAll(() => service.remove());
beforeEach(async () => {
  worker = await service.add(`writer.${(number += 1)}`);
});

const at = '2026-11-12T10:00:00.000Z';
const words =
  'A woman I support would not have the hoist. I asked her what was wrong and she told me that it had hurt. I stopped, and rang the office.';
const form = (more: Record<string, unknown> = {}) => ({
  ...{ competencies: ['IP-01'], level: '3', happenedOn: '2026-11-10', words },
  ...more,
});
const handIn = (more: Record<string, unknown> = {}, who = worker, of = worker) =>
  handInAccount(service.db, who, of.id, form(more), at);
const answer = (more: Record<string, unknown> = {}) => ({
  ...{ answer: 'accept', words: 'You say what you weighed, and what else there was.' },
  ...more,
});
const accountsOf = async (viewer = worker, when?: string) => {
  const read = await readAccounts(service.db, viewer, worker.id, when);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value.accounts;
};
const only = async () => (await accountsOf())[0]!.id;
const notFound = { ok: false, problem: { code: 'not-found' } };
const done = { ok: true, value: undefined };

describe('handing one in', () => {
  test('is for oneself only, whoever one is', async () => {
    for (const who of [tom, grace, await service.add(`other.${number}`)]) {
      expect(await handIn({}, who, worker)).toEqual(notFound);
      expect(await readWriting(service.db, who, worker.id, null)).toEqual(notFound);
    }
    expect(await handIn()).toEqual(done);
    expect(await handIn({}, tom, tom)).toEqual(done);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['nothing chosen', { competencies: [] }, 'competencies'],
    ['four chosen', { competencies: ['IP-01', 'IP-02', 'IP-03', 'IP-04'] }, 'competencies'],
    ['what is no competency', { competencies: ['constructor'] }, 'competencies'],
    ['no level', { level: '4' }, 'level'],
    ['no day', { happenedOn: '' }, 'happenedOn'],
    ['a day to come', { happenedOn: '2026-11-13' }, 'happenedOn'],
    ['hardly a word', { words: 'I stopped.' }, 'words'],
    ['too many words', { words: 'I stopped. '.repeat(400) }, 'words'],
  ])('refuses %s', async (_, more, field) => {
    expect(await handIn(more)).toMatchObject({ problem: { problems: [{ field }] } });
    expect(await accountsOf()).toEqual([]);
  });

  test('asks about what looks like a name, once, and keeps nothing until it is answered', async () => {
    const named = `${words} Then Mabelle came, from Larkfield.`;
    expect(await handIn({ words: named })).toEqual({
      ok: false,
      problem: {
        code: 'names',
        found: [
          { text: 'Mabelle', looks: 'name' },
          { text: 'Larkfield', looks: 'name' },
        ],
      },
    });
    const one = await handIn({ words: named, plain: ['Larkfield'] });
    expect(one).toMatchObject({ problem: { found: [{ text: 'Mabelle' }] } });
    expect(await accountsOf()).toEqual([]);
    expect(await handIn({ words: named, plain: ['Larkfield', 'Mabelle'] })).toEqual(done);
    const read = await readAccount(service.db, tom, await only());
    expect(read.ok && read.value.confirmed.map(({ text }) => text)).toEqual([
      'Mabelle',
      'Larkfield',
    ]);
  });

  test('knows the names of those who work here', async () => {
    const said = await handIn({ words: `${words} Tom helped.` });
    expect(said).toMatchObject({ problem: { code: 'names' } });
  });

  test('is stored once, however often it is sent', async () => {
    const formId = '019b0000-0000-7000-8000-00000000000a';
    expect(await handIn({ formId })).toEqual(done);
    expect(await handIn({ formId })).toEqual(done);
    expect(await accountsOf()).toHaveLength(1);
  });
});

describe('answering one', () => {
  test('is for an observer, never for the writer or another worker', async () => {
    await handIn();
    const id = await only();
    for (const who of [worker, await service.add(`passer.${number}`)])
      expect(await answerAccount(service.db, who, id, answer())).toEqual(notFound);
    const toms = await handIn({}, tom, tom).then(() =>
      service.rows('SELECT id FROM accounts WHERE person_id = ?', tom.id),
    );
    expect(await answerAccount(service.db, tom, String(toms[0]!['id']), answer())).toEqual(
      notFound,
    );
    expect(await answerAccount(service.db, tom, id, answer({ words: 'ok' }))).toMatchObject({
      problem: { problems: [{ field: 'words' }] },
    });
    expect(await answerAccount(service.db, grace, id, answer())).toEqual(done);
  });

  test('it waits in the queue of everybody but its writer until it is answered', async () => {
    await handIn();
    const id = await only();
    const waits = async (who: Person) => {
      const read = await readMarkingQueue(service.db, who);
      return read.ok && read.value.accounts.map((one) => one.id).includes(id);
    };
    expect([await waits(tom), await waits(grace)]).toEqual([true, true]);
    await answerAccount(service.db, tom, id, answer());
    expect(await waits(grace)).toBe(false);
  });

  test('counts as discussion once accepted, and never as practice', async () => {
    await handIn();
    const standing = async () => {
      const { standings } = await foldPerson(service.db, worker, '2026-11-20T12:00:00.000Z', [
        'IP-01',
      ]);
      const { practice, discussions } = standings[0]!.levels[3];
      return { practice, discussions };
    };
    const before = await standing();
    expect(await answerAccount(service.db, tom, await only(), answer(), at)).toEqual(done);
    const after = await standing();
    expect(before.discussions).toBe(0);
    expect(after).toEqual({ practice: before.practice, discussions: 1 });
  });

  test('happens once: the same again is done, another is told', async () => {
    await handIn();
    const id = await only();
    const both = await Promise.all([
      answerAccount(service.db, tom, id, answer(), at),
      answerAccount(service.db, grace, id, answer({ answer: 'return' }), at),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, problem: { code: 'answered' } });
    const winner = both[0]!.ok ? tom : grace;
    const same = both[0]!.ok ? answer() : answer({ answer: 'return' });
    expect(await answerAccount(service.db, winner, id, same, at)).toEqual(done);
  });

  test('returned, it can be written again; both stay, each as of its day', async () => {
    await handIn();
    const id = await only();
    expect(await handIn({ again: id })).toEqual(notFound);
    await answerAccount(service.db, tom, id, answer({ answer: 'return' }), at);
    expect(await handIn({ again: id }, tom, tom)).toEqual(notFound);
    expect(await handIn({ again: id, words: `${words} I would do it again.` })).toEqual(done);
    const accounts = await accountsOf();
    expect(accounts).toHaveLength(2);
    expect(accounts.find((one) => one.id === id)!.writtenAgain).toBe(
      accounts.find((one) => one.again === id)!.id,
    );
    expect(await accountsOf(worker, '2026-11-11T10:00:00.000Z')).toEqual([]);
    const read = await readDiscussions(service.db, worker, worker.id);
    expect(read.ok && read.value.entries.map(({ counts }) => counts)).toEqual([false]);
  });

  test('is closed to whoever writes an observation of the same thing', async () => {
    await handIn();
    const id = await only();
    const draft = await begin(service.db, tom, worker, ['IP-01'], at);
    expect(await readAccount(service.db, tom, id)).toMatchObject({ problem: { code: 'hidden' } });
    expect(await answerAccount(service.db, tom, id, answer())).toMatchObject({
      problem: { code: 'hidden' },
    });
    expect(await accountsOf(tom)).toEqual([]);
    expect(await accountsOf(grace)).toHaveLength(1);
    await sign(
      service.db,
      tom,
      draft,
      { 'entrustment-IP-02': undefined },
      '2026-11-21T10:00:00.000Z',
    );
    expect(await answerAccount(service.db, tom, id, answer())).toEqual(done);
  });
});

test('another worker reads nobody’s accounts', async () => {
  await handIn();
  const stranger = await service.add('somebody.else');
  expect(await readAccounts(service.db, stranger, worker.id)).toEqual(notFound);
  expect(await readAccount(service.db, stranger, await only())).toEqual(notFound);
  expect(await readAccount(service.db, worker, 'nothing')).toEqual(notFound);
});
