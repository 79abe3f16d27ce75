import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findPerson } from '#db';
import type { Person } from '#domain/access/person.ts';
import { listWitnessesOf, readWitnesses } from '#server/practice/read-witnesses.ts';
import { recordWitness } from '#server/practice/record-witness.ts';
import { foldPerson } from '#server/profile/fold-person.ts';
import { begin, sign } from '../support/observing.ts';
import { freshService, ways, type TestService } from '../support/service.ts';

let service: TestService;
let worker: Person;
let other: Person;
let tom: Person;
let grace: Person;
let number = 0;

beforeAll(async () => {
  service = await freshService();
  tom = await service.add('tom', 'assessor');
  grace = await service.add('grace', 'manager');
  other = await service.add('other');
});
beforeEach(async () => {
  worker = await service.add(`worker.${(number += 1)}`);
});
afterAll(() => service.remove());

const at = '2026-11-21T12:00:00.000Z';
const notFound = { ok: false, problem: { code: 'not-found' } };
const form = (more: object = {}) => ({
  relation: 'professional',
  witness: 'District nurse',
  seenOn: '2026-11-19',
  competencies: ['IP-01', 'IP-15'],
  words: 'She rang me about a red heel before anybody had asked her to look.',
  ...more,
});
const record = (by: Person, more: object = {}, when = at) =>
  recordWitness(service.db, by, worker.id, form(more), when);
const told = async (viewer: Person, when?: string) => {
  const read = await readWitnesses(service.db, viewer, worker.id, when);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value.statements;
};

test('an observer writes it down; nobody does about themselves, and no worker at all', async () => {
  for (const by of [tom, grace]) expect(await record(by)).toMatchObject({ ok: true });
  for (const by of [worker, other]) expect(await record(by)).toMatchObject(notFound);
  expect(await recordWitness(service.db, tom, tom.id, form(), at)).toMatchObject(notFound);
  expect(await recordWitness(service.db, tom, 'nobody', form(), at)).toMatchObject(notFound);
  expect((await told(worker)).map(({ recorder }) => recorder).sort()).toEqual(
    [tom.name, grace.name].sort(),
  );
  expect(await readWitnesses(service.db, other, worker.id)).toMatchObject(notFound);
});

test.each<[string, unknown]>([
  ['relation', 'friend'],
  ['witness', ''],
  ['seenOn', '2026-11-31'],
  ['seenOn', '2026-11-22'],
  ['competencies', []],
  ['competencies', ['IP-99']],
  ['competencies', ['IP-01', 'IP-02', 'IP-03', 'IP-04', 'IP-05']],
  ['words', 'Good.'],
])('%s may not be %j', async (field, value) => {
  expect(await record(tom, { [field]: value })).toMatchObject({
    problem: { code: 'malformed', problems: [{ field }] },
  });
  expect(await told(worker)).toEqual([]);
});

test('sent twice it is kept once, and an earlier day does not show it', async () => {
  const formId = '0199f0f0-0000-7000-8000-000000000001';
  for (const by of [tom, tom]) await record(by, { formId });
  expect(await told(worker)).toHaveLength(1);
  expect(await told(worker, '2026-11-20T12:00:00.000Z')).toEqual([]);
});

test('it stands with the competencies that it names, and counts towards no state', async () => {
  const attempt = await service.begin(worker, 'hall', at);
  await service.play(worker, attempt, ways.sound, 0, at);
  await sign(service.db, tom, await begin(service.db, tom, worker));
  const fold = async () => {
    const person = (await findPerson(service.db, worker.id))!;
    const { standings, record: of } = await foldPerson(service.db, person, at);
    return JSON.stringify([standings, of]);
  };
  const before = await fold();
  for (const by of [tom, grace, tom]) await record(by, { words: `${form().words} ${by.name}` });
  expect(await fold()).toBe(before);
  const of = (competency: string) =>
    listWitnessesOf(service.db, worker, worker.id, competency, '2026-11-22T12:00:00.000Z');
  expect(await of('IP-01')).toHaveLength(3);
  expect(await of('IP-02')).toEqual([]);
});
