import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '#domain/access/person.ts';
import { tableTitles, isTableName, tableOf } from '#domain/pack/tables.ts';
import { addPerson } from '#server/auth/add-person.ts';
import { beginObservation } from '#server/begin-observation.ts';
import { answerCsv } from '#server/pack/answer-csv.ts';
import { readPack, readPersonPack } from '#server/pack/read-pack.ts';
import { writeCsv } from '#server/pack/write-csv.ts';
import { listReadings } from '#server/readings/list-readings.ts';
import { endDuty } from '#server/risk/end-given.ts';
import { giveDuty } from '#server/risk/give-duty.ts';
import { recordDelegation } from '#server/risk/record-delegation.ts';
import { setRequirement } from '#server/risk/set-requirement.ts';
import { signObservation } from '#server/sign-observation.ts';
import { recordTraining } from '#server/training/record-training.ts';
import { withdrawTraining } from '#server/training/withdraw-training.ts';
import { freshService, ways, type TestService } from '../support/service.ts';

let service: TestService;
let grace: Person;
let tom: Person;
let joan: Person;
beforeAll(async () => {
  service = await freshService();
  grace = await service.add('grace', 'manager');
  tom = await service.add('tom', 'assessor');
  joan = await service.add('joan');
});
afterAll(() => service.remove());

const notFound = { ok: false, problem: { code: 'not-found' } };
const at = (day: string) => `${day}T12:00:00.000Z`;
const packOf = async (viewer: Person, when: string) => {
  const read = await readPack(service.db, viewer, when);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
};
const own = async (viewer: Person, when: string) => {
  const read = await readPersonPack(service.db, viewer, joan.id, when);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value.pack;
};
const must = <Value>(done: { ok: true; value: Value } | { ok: false; problem: unknown }): Value => {
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
  return done.value;
};
async function observe(day: string, entrustment: number) {
  const begun = must(await beginObservation(service.db, tom, joan.id, ['IP-01'], at(day)));
  const form = {
    ...{ observedOn: day, observedTime: '08:15', place: 'Kitchen', task: 'mealtime' },
    ...{ seen: 'She saw that he was not himself, and asked.', personSaid: '' },
    'entrustment-IP-01': entrustment,
  };
  must(await signObservation(service.db, tom, begun.id, form, at(day)));
}

describe('who', () => {
  test('reads that of the service: managers', async () => {
    for (const viewer of [joan, tom]) expect(await readPack(service.db, viewer)).toEqual(notFound);
    expect((await readPack(service.db, grace)).ok).toBe(true);
  });
  test('whoever is in it finds there that it was opened', async () => {
    const opened = async () => {
      const read = await listReadings(service.db, joan, joan.id);
      return read.ok ? read.value.readings : [];
    };
    await readPack(service.db, grace, '2026-03-02T12:00:00.000Z');
    expect(await opened()).toContainEqual({
      ...{ reader: grace.name, part: 'The records of everybody on paper' },
      ...{ times: 1, at: '2026-03-02T12:00:00.000Z' },
    });
    await readPersonPack(service.db, grace, joan.id, '2026-03-03T12:00:00.000Z');
    expect((await opened()).map(({ part }) => part)).toContain('All of the record on paper');
  });
  test('reads that of a person: they themselves, and who may read their record', async () => {
    const other = await service.add('leah');
    expect(await readPersonPack(service.db, other, joan.id)).toEqual(notFound);
    for (const viewer of [joan, tom, grace])
      expect((await readPersonPack(service.db, viewer, joan.id)).ok).toBe(true);
  });
  test('a worker and a manager are shown the same of the worker', async () => {
    expect(await own(joan, at('2026-03-01'))).toEqual({
      ...(await own(grace, at('2026-03-01'))),
    });
  });
});

test('a pack of a past day equals what was shown on that day, whatever came since', async () => {
  const played = await service.begin(joan, 'hall', at('2026-02-01'));
  await service.play(joan, played, ways.sound, 0, at('2026-02-01'));
  await observe('2026-02-10', 4);
  must(await giveDuty(service.db, grace, joan.id, { duty: 'lone-visits' }, at('2026-02-11')));
  const delegation = {
    ...{ initials: 'MB', task: 'tube-feeding', delegatedBy: 'Ruth Calder', delegatedRole: 'Nurse' },
    ...{ signedOn: '2026-02-12', reviewOn: '2026-08-12' },
  };
  must(await recordDelegation(service.db, grace, joan.id, delegation, at('2026-02-12')));
  const training = { subject: 'medicines', kind: 'training', completedOn: '2026-02-01' };
  const body = { ...training, expiresOn: '2027-02-01' };
  must(await recordTraining(service.db, grace, joan.id, body, at('2026-02-13')));

  const day = at('2026-02-20');
  const shown = { service: await packOf(grace, day), person: await own(joan, day) };
  expect(shown.service.tasks.map(({ title }) => title)).toHaveLength(2);
  expect(shown.person.competence.find(({ competency }) => competency === 'IP-01')).toMatchObject({
    shown: { observations: 1, observers: [tom.name], lastSeen: '2026-02-10' },
  });
  expect(shown.person.gaps.length).toBeGreaterThan(0);
  expect(shown.person.actions.length).toBeGreaterThan(0);
  expect(shown.person.training).toHaveLength(1);

  // Everything is changed after that day.
  const later = at('2026-03-01');
  const [record] = await service.rows('SELECT id FROM training_records');
  const gone = { recordId: String(record!['id']), why: 'It was another person' };
  must(await withdrawTraining(service.db, grace, joan.id, gone, later));
  const [duty] = await service.rows('SELECT id FROM duties_given');
  const ended = { id: String(duty!['id']), why: 'She has changed her round' };
  must(await endDuty(service.db, grace, joan.id, ended, later));
  await observe('2026-03-02', 1);
  const needs = { needs: { 'IP-01': '2' }, reason: 'Only this for now, in a test.' };
  must(await setRequirement(service.db, grace, 'CWP-CSW', needs, later));
  const newcomer = { name: 'New Comer', username: 'new', role: 'worker', category: 'CWP-NTC' };
  must(await addPerson(service.db, grace, { ...newcomer, startedOn: '2026-03-01' }, later));
  expect(await packOf(grace, at('2026-04-01'))).not.toEqual(shown.service);
  expect(await own(joan, at('2026-04-01'))).not.toEqual(shown.person);

  expect(await packOf(grace, day)).toEqual(shown.service);
  expect(await own(joan, day)).toEqual(shown.person);
});

test('a task is done alone only with confirmed competence and a live sign-off', async () => {
  const { tasks } = await packOf(grace, at('2026-02-20'));
  expect(tasks.every(({ alone, cover }) => !alone && cover !== 'confirmed')).toBe(true);
  const [late] = (await packOf(grace, at('2026-09-01'))).tasks.filter(({ signOff }) => signOff);
  expect(late).toMatchObject({ alone: false, signOff: { status: 'lapsed' } });
});

test('what the viewer is writing an observation of is hidden everywhere in it', async () => {
  const begun = must(await beginObservation(service.db, grace, joan.id, ['IP-01']));
  expect(begun.id).toBeTruthy();
  const now = new Date().toISOString();
  for (const pack of [await packOf(grace, now), await own(grace, now)]) {
    const about = ({ person, competency }: { person: { id: string }; competency: string }) =>
      person.id === joan.id && competency === 'IP-01';
    expect(pack.competence.filter(about)).toMatchObject([{ shown: null }]);
    expect(pack.gaps.filter(about)).toEqual([]);
    for (const task of pack.tasks.filter(({ person }) => person.id === joan.id))
      for (const rest of task.rests)
        if (rest.competency === 'IP-01')
          expect([rest.state, task.cover, task.alone]).toEqual([null, 'hidden', false]);
    const table = tableOf(pack, 'competence').rows.filter(
      (row) => row[0] === joan.name && row[1] === 'IP-01',
    );
    expect(table.map((row) => row.slice(5, 14))).toEqual([['Hidden', ...Array(8).fill('')]]);
  }
  // She herself sees it.
  const mine = (await own(joan, now)).competence.find(({ competency }) => competency === 'IP-01');
  expect(mine!.shown).not.toBeNull();
});

describe('a table as a file', () => {
  test('has every table of the pack, each row as wide as its head', async () => {
    const pack = await packOf(grace, at('2026-02-20'));
    for (const name of Object.keys(tableTitles)) {
      if (!isTableName(name)) throw new Error(name);
      const { columns, rows } = tableOf(pack, name);
      for (const row of rows) expect(row, name).toHaveLength(columns.length);
      const answer = answerCsv(pack, name, '2026-02-20');
      expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      expect(answer.headers.get('content-disposition')).toBe(
        `attachment; filename="${name}-2026-02-20.csv"`,
      );
    }
    for (const name of ['constructor', 'toString', '../x'])
      expect(answerCsv(pack, name, '2026-02-20').status).toBe(404);
  });
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('never runs %j', (cell) => {
    const csv = writeCsv({ columns: ['a'], rows: [[cell]] });
    expect(csv).toContain(`'${cell}`);
    expect(csv).not.toMatch(/\n"?[=+\-@\t\r]/);
  });
  test('begins with the mark of UTF-8, and keeps letters, commas and quotes', () => {
    const csv = writeCsv({ columns: ['a', 'b'], rows: [['Zoë, "Z"', 'two\nlines']] });
    expect(csv).toBe('\uFEFFa,b\r\n"Zoë, ""Z""","two\nlines"\r\n');
  });
});

test('no rating is predicted: none of its words stands in a pack or on its pages', async () => {
  const ratings = /\b(outstanding|good|requires improvement|inadequate)\b/i;
  const pack = await packOf(grace, new Date().toISOString());
  // What the Commission asks is quoted; all else is said by this product.
  const said = { ...pack, questions: [], framework: null };
  expect(JSON.stringify(said)).not.toMatch(ratings);
  const folder = join(import.meta.dirname, '../../src');
  const files = [
    ...readdirSync(join(folder, 'components/pack')).map((name) => `components/pack/${name}`),
    ...readdirSync(join(folder, 'domain/pack')).map((name) => `domain/pack/${name}`),
    'pages/pack/index.astro',
    'pages/people/[personId]/pack/index.astro',
  ];
  for (const file of files)
    expect(readFileSync(join(folder, file), 'utf8'), file).not.toMatch(ratings);
  for (const file of files.slice(-2))
    expect(readFileSync(join(folder, file), 'utf8')).toContain('It predicts no rating');
});
