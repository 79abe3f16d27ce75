import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertAccount, insertAccountAnswer } from '#db';
import type { Person } from '#domain/access/person.ts';
import { foldPerson } from '#server/profile/fold-person.ts';
import { readSureness } from '#server/profile/read-sureness.ts';
import { recordMove } from '#server/record-move.ts';
import { saveReflection } from '#server/save-reflection.ts';
import { begin } from '../support/observing.ts';
import { freshService, toBody, ways, type TestService } from '../support/service.ts';

let service: TestService;
beforeAll(async () => {
  service = await freshService();
});
afterAll(() => service.remove());

const at = '2027-01-10T09:00:00.000Z';
const end = '2027-01-12T09:00:00.000Z';
const standingsOf = async (person: Person) =>
  (await foldPerson(service.db, person, end, ['IP-01', 'IP-02'])).standings.map(
    ({ levels, leading }) => [levels, leading.state],
  );

/** Plays the way of harm, saying each time how sure one is, or not saying it. */
async function play(name: string, sure?: 'sure' | 'unsure') {
  const person = await service.add(name);
  const id = await service.begin(person, 'hall', at);
  for (const [step, move] of ways.sound.entries()) {
    const made = await recordMove(
      service.db,
      person,
      id,
      toBody(step, move, sure && { confidence: sure }),
      at,
    );
    if (!made.ok) throw new Error(made.problem.code);
  }
  return { person, id };
}

/** Standings without what names rows, so that two people can be compared. */
const bare = (standings: unknown) => JSON.parse(JSON.stringify(standings)) as unknown;

describe('self-assessment averaged in', () => {
  test('how sure somebody was changes nothing of where they stand (method §8)', async () => {
    const silent = await play('silent');
    for (const sure of ['sure', 'unsure'] as const) {
      const { person } = await play(`was.${sure}`, sure);
      expect(bare(await standingsOf(person))).toEqual(bare(await standingsOf(silent.person)));
    }
  });

  test('what somebody says of themselves afterwards changes nothing', async () => {
    const { person, id } = await play('reflects');
    const before = await standingsOf(person);
    const words = { words: 'I think I did this very well.', shared: 'share' };
    await saveReflection(service.db, person, id, words, at);
    expect(await standingsOf(person)).toEqual(before);
  });

  test('an account counts only once an assessor has accepted it, and never as practice', async () => {
    const { person } = await play('accounts');
    const before = await standingsOf(person);
    const account = { id: randomUUIDv7(), personId: person.id, competencies: ['IP-01'], level: 2 };
    const words = 'I told somebody that the rail was loose.';
    await insertAccount(service.db, {
      ...{ ...account, happenedOn: '2027-01-01', words, again: null, at },
    });
    expect(await standingsOf(person)).toEqual(before);
    const tom = await service.add('tom.of.accounts', 'assessor');
    await insertAccountAnswer(service.db, {
      ...{ id: randomUUIDv7(), accountId: account.id, assessorId: tom.id, accepted: true },
      ...{ words: 'It is clear.', at },
    });
    const [after] = (await foldPerson(service.db, person, end, ['IP-01'])).standings;
    expect(after!.levels[2]).toMatchObject({ discussions: 1, practice: { observations: 0 } });
  });
});

describe('how sure and how sound', () => {
  test('is for whoever may read the record, as of a time', async () => {
    const { person } = await play('compared', 'unsure');
    const other = await service.add('other');
    const tom = await service.add('tom', 'assessor');
    expect(await readSureness(service.db, other, person.id, end)).toBeNull();
    const said = { decisions: 2, figures: null, least: 10, sureAndHarmful: [] };
    for (const viewer of [person, tom])
      expect(await readSureness(service.db, viewer, person.id, end)).toMatchObject(said);
    const early = '2027-01-09T09:00:00.000Z';
    expect(await readSureness(service.db, tom, person.id, early)).toMatchObject({ decisions: 0 });
  });

  test('leaves out what an observer may not see now', async () => {
    const { person } = await play('watched', 'sure');
    const mina = await service.add('mina', 'assessor');
    await begin(service.db, mina, person, ['IP-01'], at);
    expect(await readSureness(service.db, mina, person.id, end)).toMatchObject({ decisions: 0 });
  });

  test('counts only what is evidence: not what is played again', async () => {
    const { person } = await play('again', 'sure');
    const again = await service.begin(person, 'hall', end);
    const sure = toBody(0, 'decide ask', { confidence: 'sure' });
    await recordMove(service.db, person, again, sure, end);
    await service.play(person, again, ['decide wait'], 1, end);
    expect(
      await readSureness(service.db, person, person.id, '2027-02-01T09:00:00.000Z'),
    ).toMatchObject({ decisions: 2 });
  });
});
