import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '#domain/access/person.ts';
import { beginObservation } from '#server/begin-observation.ts';
import { readProfile } from '#server/profile/read-profile.ts';
import { importTraining, previewTraining } from '#server/training/import-training.ts';
import { readTraining } from '#server/training/read-training.ts';
import { readTrainingOverview } from '#server/training/read-training-overview.ts';
import { recordTraining } from '#server/training/record-training.ts';
import { withdrawTraining } from '#server/training/withdraw-training.ts';
import { freshService, type TestService } from '../support/service.ts';

let service: TestService;
let grace: Person;
let tom: Person;
let number = 0;
beforeAll(async () => {
  service = await freshService();
  grace = await service.add('grace', 'manager');
  tom = await service.add('tom', 'assessor');
});
afterAll(() => service.remove());

const notFound = { ok: false, problem: { code: 'not-found' } };
const at = (day: string) => `${day}T12:00:00.000Z`;
const somebody = () => service.add(`worker.${(number += 1)}`);
const medicines = {
  subject: 'medicines',
  kind: 'training',
  completedOn: '2026-03-01',
  expiresOn: '2027-03-01',
};
const read = async (viewer: Person, id: string, when?: string) => {
  const found = await readTraining(service.db, viewer, id, when);
  if (!found.ok) throw new Error(found.problem.code);
  return found.value;
};
const comparisonOf = async (viewer: Person, id: string, when?: string) =>
  (await read(viewer, id, when)).subjects.find(({ subject }) => subject === 'medicines')!.compared;

describe('who', () => {
  test('records and withdraws: managers, of themselves too', async () => {
    const worker = await somebody();
    for (const actor of [worker, tom, await somebody()]) {
      expect(await recordTraining(service.db, actor, worker.id, medicines)).toEqual(notFound);
      const body = { recordId: 'any', why: 'Made in error' };
      expect(await withdrawTraining(service.db, actor, worker.id, body)).toEqual(notFound);
      expect(await previewTraining(service.db, actor, 'a')).toEqual(notFound);
      expect(await importTraining(service.db, actor, 'a')).toEqual(notFound);
      expect(await readTrainingOverview(service.db, actor)).toEqual(notFound);
    }
    for (const id of [worker.id, grace.id])
      expect(await recordTraining(service.db, grace, id, medicines)).toEqual({
        ok: true,
        value: undefined,
      });
    expect(await recordTraining(service.db, grace, 'nobody', medicines)).toEqual(notFound);
  });
  test('reads: the worker, and whoever may read their record', async () => {
    const worker = await somebody();
    for (const viewer of [worker, tom, grace]) await read(viewer, worker.id);
    const other = await somebody();
    expect(await readTraining(service.db, other, worker.id)).toEqual(notFound);
  });
});

test.each([
  [{ subject: '' }, 'subject'],
  [{ subject: 'constructor' }, 'subject'],
  [{ kind: 'elsewhere' }, 'kind'],
  [{ completedOn: 'soon' }, 'completedOn'],
  [{ completedOn: '2999-01-01', expiresOn: '' }, 'completedOn'],
  [{ expiresOn: '2026-02-28' }, 'expiresOn'],
])('%o is refused', async (wrong, field) => {
  const worker = await somebody();
  const refused = await recordTraining(service.db, grace, worker.id, { ...medicines, ...wrong });
  expect(refused).toMatchObject({ ok: false, problem: { problems: [{ field }] } });
});

test('training changes no state, only what stands beside it', async () => {
  const worker = await somebody();
  const statesOf = async () => {
    const profile = await readProfile(service.db, worker, worker.id, at('2026-11-22'));
    return profile.ok && profile.value.lines;
  };
  const before = await statesOf();
  for (const subject of ['medicines', 'safeguarding', 'care-certificate'])
    await recordTraining(service.db, grace, worker.id, { ...medicines, subject });
  expect(await statesOf()).toEqual(before);
  expect(await comparisonOf(worker, worker.id)).toEqual([
    { competency: 'IP-04', hidden: false, state: 'no-evidence', comparison: 'trained-not-shown' },
  ]);
});

test('recorded twice it stands once; another end of the same is refused', async () => {
  const worker = await somebody();
  for (let times = 0; times < 2; times += 1)
    await recordTraining(service.db, grace, worker.id, medicines);
  expect((await read(grace, worker.id)).records).toHaveLength(1);
  const other = { ...medicines, expiresOn: '' };
  expect(await recordTraining(service.db, grace, worker.id, other)).toMatchObject({
    problem: { problems: [{ field: 'expiresOn' }] },
  });
});

test('withdrawn it is gone from then on, stands for the day before, and can be recorded again', async () => {
  const worker = await somebody();
  await recordTraining(service.db, grace, worker.id, medicines, at('2026-04-01'));
  const then = await read(worker, worker.id, at('2026-04-02'));
  const recordId = then.records[0]!.id;
  const refused = await withdrawTraining(service.db, grace, worker.id, { recordId, why: ' ' });
  expect(refused).toMatchObject({ problem: { problems: [{ field: 'why' }] } });
  const other = await somebody();
  const why = 'It was somebody else';
  expect(await withdrawTraining(service.db, grace, other.id, { recordId, why })).toEqual(notFound);
  await withdrawTraining(service.db, grace, worker.id, { recordId, why }, at('2026-05-01'));
  const after = await read(worker, worker.id, at('2026-05-02'));
  expect(after.records).toEqual([]);
  expect(after.withdrawn.map((row) => row.withdrawnWhy)).toEqual([why]);
  const again = await read(worker, worker.id, at('2026-04-02'));
  expect(again.subjects).toEqual(then.subjects);
  expect(again.withdrawn).toEqual([]);
  await recordTraining(service.db, grace, worker.id, medicines, at('2026-05-03'));
  expect((await read(worker, worker.id)).records).toHaveLength(1);
});

test('what was recorded later is left out of an earlier day', async () => {
  const worker = await somebody();
  await recordTraining(service.db, grace, worker.id, medicines, at('2026-04-10'));
  expect((await read(grace, worker.id, at('2026-04-09'))).records).toEqual([]);
  expect((await read(grace, worker.id, at('2026-04-10'))).records).toHaveLength(1);
});

test('an observer who is writing an observation is told nothing of what it is about', async () => {
  const worker = await somebody();
  await recordTraining(service.db, grace, worker.id, medicines);
  await beginObservation(service.db, tom, worker.id, ['IP-04']);
  expect(await comparisonOf(tom, worker.id)).toEqual([{ competency: 'IP-04', hidden: true }]);
  expect(await comparisonOf(grace, worker.id)).toMatchObject([{ hidden: false }]);
});

describe('a file', () => {
  const file = (username: string) =>
    [
      'user name;course;date completed;expiry',
      `${username};Medication;01/03/2026;01/03/2027`,
      `${username};Juggling;01/03/2026;`,
      `${username};MCA;2026-03-02;`,
      `nobody;MCA;2026-03-02;`,
      `=cmd|' /C calc'!A0;MCA;2026-03-02;`,
      `${username};Medication;2026-03-01;2027-03-01`,
    ].join('\r\n');

  test('is looked at without recording anything; then its good lines are recorded', async () => {
    const worker = await somebody();
    const text = file(worker.username);
    const preview = await previewTraining(service.db, grace, text);
    if (!preview.ok) throw new Error(preview.problem.code);
    const { good, problems } = preview.value;
    expect(good.map(({ line, title, already }) => [line, title, already])).toEqual([
      [2, 'Medicines', false],
      [4, 'Mental Capacity Act and consent', false],
      [7, 'Medicines', true],
    ]);
    expect(problems.map(({ line, column }) => [line, column])).toEqual([
      [3, 'subject'],
      [5, 'user name'],
      [6, 'user name'],
    ]);
    expect((await read(grace, worker.id)).records).toEqual([]);
    expect(await importTraining(service.db, grace, text)).toEqual({
      ok: true,
      value: { added: 2, already: 1, left: 3 },
    });
    const { records } = await read(worker, worker.id);
    expect(records.map(({ source }) => source)).toEqual(['imported', 'imported']);
  });

  test('twice adds nothing, even when both come at once', async () => {
    const worker = await somebody();
    const text = file(worker.username);
    await Promise.all([1, 2, 3].map(() => importTraining(service.db, grace, text)));
    expect(await importTraining(service.db, grace, text)).toEqual({
      ok: true,
      value: { added: 0, already: 3, left: 3 },
    });
    expect((await read(grace, worker.id)).records).toHaveLength(2);
  });

  test('of a thousand lines is recorded whole', async () => {
    const worker = await somebody();
    const days = Array.from({ length: 1000 }, (_, day) =>
      new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10),
    );
    const text = ['worker id,subject,completed', ...days.map((day) => `${worker.id},fire,${day}`)];
    const done = await importTraining(service.db, grace, text.join('\n'));
    expect(done).toMatchObject({ value: { added: 1000, left: 0 } });
    expect((await read(grace, worker.id)).records).toHaveLength(1000);
  });

  test('without the columns that are needed says which', async () => {
    const preview = await previewTraining(service.db, grace, 'name,course\nJoan,MCA');
    expect(preview.ok && preview.value.problems.map(({ message }) => message)).toEqual([
      'There is no column for the user name.',
      'There is no column for the completed.',
    ]);
  });
});

test('over the team: who is trained and has not shown it, what ran out, and what runs out next', async () => {
  const [one, two] = [await somebody(), await somebody()];
  await recordTraining(service.db, grace, one.id, medicines, at('2026-05-01'));
  const lapsed = { ...medicines, completedOn: '2025-03-01', expiresOn: '2026-03-01' };
  await recordTraining(service.db, grace, two.id, lapsed, at('2026-05-01'));
  const overview = await readTrainingOverview(service.db, grace, at('2026-05-02'));
  if (!overview.ok) throw new Error(overview.problem.code);
  const row = overview.value.subjects.find(({ subject }) => subject === 'medicines')!;
  const ids = (people: { id: string }[]) => people.map(({ id }) => id);
  expect(ids(row.compared['trained-not-shown'])).toContain(one.id);
  expect(ids(row.compared['trained-not-shown'])).not.toContain(two.id);
  expect(ids(row.runOut)).toContain(two.id);
  expect(overview.value.ending.map(({ person }) => person.id)).toContain(one.id);
});
