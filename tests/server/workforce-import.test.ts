import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstServiceId } from '#db';
import type { Person } from '#domain/access/person.ts';
import type { StaffChoices } from '#domain/workforce/settle-staff.ts';
import { readWorkforceCodes, readWorkforceCodesIn } from '#server/content/read-workforce-codes.ts';
import { readTraining } from '#server/training/read-training.ts';
import { importWorkforceFile } from '#server/workforce/import-file.ts';
import { previewWorkforceFile } from '#server/workforce/preview-file.ts';
import { readWorkforceFile } from '#server/workforce/read-file.ts';
import { readWorkforceFacts } from '#server/workforce/read-facts.ts';
import {
  secrets,
  staffFile,
  staffGenerations,
  trainingFile,
  trainingGenerations,
  writeFile,
} from '../support/workforce-files.ts';
import { freshService, type TestService } from '../support/service.ts';

let service: TestService;
let grace: Person;
let number = 0;
const at = '2026-11-20T09:00:00.000Z';
beforeAll(async () => {
  service = await freshService();
  grace = { ...(await service.add('grace', 'manager')), services: [firstServiceId] };
  await service.db.client.execute({
    sql: 'UPDATE services SET local_est_id = ? WHERE id = ?',
    args: ['Home 1', firstServiceId],
  });
});
afterAll(() => service.remove());

const noChoice: StaffChoices = { category: '', same: () => '' };
const somebody = () => `W-${(number += 1)}`;
const preview = async (text: string, who = grace) => {
  const read = await previewWorkforceFile(service.db, who, text, at);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
};
const planOf = async (text: string) => {
  const read = await preview(text);
  if (read.kind !== 'staff') throw new Error(JSON.stringify(read));
  return read.plan;
};
const problemsOf = async (text: string) => {
  const read = await preview(text);
  const { problems } = read.kind === 'staff' ? read.plan : read;
  return problems.map(({ line, column, code }) => [line, column, code]);
};
const bring = async (text: string, choices = noChoice) => {
  const done = await importWorkforceFile(service.db, grace, text, choices, at);
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
  return done.value;
};
const personOf = async (id: string) =>
  (
    await service.rows(
      'SELECT people.* FROM people JOIN workforce_records ON person_id = people.id WHERE unique_worker_id = ?',
      id,
    )
  )[0]!;
const all = async () =>
  Promise.all(
    ['people', 'memberships', 'workforce_records', 'training_records', 'credentials'].map((table) =>
      service.rows(`SELECT * FROM ${table}`),
    ),
  );

test('what is shipped names only role categories and subjects that there are', async () => {
  const { pathway } = await readWorkforceCodes();
  expect(pathway['1']).toEqual({ title: 'New to care', category: 'CWP-NTC' });
  const none = { categories: new Set<string>(), subjects: new Set<string>() };
  await expect(readWorkforceCodesIn(service.content.folder, none)).rejects.toThrow(/CWP-NTC/);
});

describe('a staff file', () => {
  test.each(Object.entries(staffGenerations))('%s is brought', async (_, columns) => {
    const id = somebody();
    // In any order, case and spacing.
    const odd = columns.toReversed();
    const text = writeFile(odd, [{ UNIQUEWORKERID: id, DISPLAYID: `Ned ${id}` }]);
    const [first, ...rest] = text.split('\r\n');
    const renamed = `\uFEFF${first!.toLowerCase().replace('displayid', ' Display ID ')}`;
    const done = await bring([renamed, ...rest].join('\r\n'), {
      ...noChoice,
      category: 'CWP-CSW',
    });
    expect(done).toEqual({
      ...{ kind: 'staff', added: 1, linked: 0, changed: 0, already: 0, left: 0 },
    });
    const person = await personOf(id);
    expect(person).toMatchObject({
      ...{ name: `Ned ${id}`, username: `ned.w.${number}`, role: 'worker' },
      started_on: '2025-02-03',
      category: columns.includes('CWPCATEGORY') ? 'CWP-NTC' : 'CWP-CSW',
    });
    const own = (
      await service.rows('SELECT * FROM credentials WHERE person_id = ?', person.id as string)
    ).length;
    expect(own).toBe(0);
    const viewer = { ...grace, id: person.id as string, role: 'worker' as const };
    const facts = await readWorkforceFacts(service.db, viewer, viewer.id, at);
    const says = Object.fromEntries(facts[0]!.facts.map((one) => [one.title, one.says]));
    expect(says).toMatchObject({
      'Main job role': 'Care worker',
      'Care Certificate': 'Started or partly done',
      'Highest social care qualification': 'Yes, level 2',
      'Qualifications achieved': 'code 29 in 2019',
    });
    expect(says['Level 2 Adult Social Care Certificate']).toBe(
      columns.includes('L2CARECERT') ? 'Completed, 2025' : undefined,
    );
  });

  test('twice changes nothing, even when three come at once', async () => {
    const text = staffFile(
      ...[somebody(), somebody()].map((id) => ({
        UNIQUEWORKERID: id,
        DISPLAYID: 'Ann Ó Nuallaín',
      })),
    );
    await Promise.all([1, 2, 3].map(() => bring(text)));
    const before = await all();
    expect(await bring(text)).toMatchObject({ added: 0, changed: 0, already: 2, left: 0 });
    expect(await all()).toEqual(before);
    const { username } = await personOf(`W-${number}`);
    expect(username).toMatch(/^ann\.o\.nuallain(\.2)?$/);
  });

  test('is looked at without writing; what changed is said from and to, and older files take nothing away', async () => {
    const id = somebody();
    const line = { UNIQUEWORKERID: id, DISPLAYID: 'Bea Changed' };
    await bring(staffFile(line));
    const before = await all();
    const changed = staffFile({ ...line, CARECERT: '1', CWPCATEGORY: '2' });
    const plan = await planOf(changed);
    expect(plan.changed.map(({ changes }) => changes)).toEqual([
      [
        { title: 'Care Certificate', from: 'Started or partly done', to: 'Completed' },
        { title: 'Role category', from: 'New to care', to: 'Care or support worker' },
      ],
    ]);
    expect(await all()).toEqual(before);
    expect(await bring(changed)).toMatchObject({ added: 0, changed: 1 });
    const old = writeFile(staffGenerations['without L2CARECERT']!, [
      { ...line, CARECERT: '1', CWPCATEGORY: '2' },
    ]);
    expect(await bring(old)).toMatchObject({ changed: 0, already: 1 });
    // The role category here is for the people here to say.
    expect((await personOf(id)).category).toBe('CWP-NTC');
  });

  test('somebody here of the same name is offered, and linked only where that is said', async () => {
    const known = await service.add(`known.${somebody()}`);
    const id = somebody();
    const text = staffFile({ UNIQUEWORKERID: id, DISPLAYID: known.name });
    const { same, fresh } = await planOf(text);
    expect(fresh).toEqual([]);
    expect(same.map(({ candidates }) => candidates.map((one) => one.id))).toEqual([[known.id]]);
    expect(await bring(text)).toMatchObject({ added: 0, linked: 0, left: 1 });
    const wrong = { ...noChoice, same: () => grace.id };
    expect(await bring(text, wrong)).toMatchObject({ linked: 0, left: 1 });
    const said = { ...noChoice, same: (line: number) => (line === 2 ? known.id : '') };
    expect(await bring(text, said)).toMatchObject({ added: 0, linked: 1, left: 0 });
    expect((await personOf(id)).id).toBe(known.id);
    expect(await bring(text, said)).toMatchObject({ already: 1, linked: 0 });
    const other = staffFile({ UNIQUEWORKERID: somebody(), DISPLAYID: known.name });
    expect(await bring(other)).toMatchObject({ added: 1 });
  });

  test('who works at two workplaces is one person with two records, once that is said', async () => {
    const second = '00000000-0000-7000-8000-00000000000b';
    await service.rows(
      "INSERT INTO services (id, name, local_est_id, added_at) VALUES (?, 'Second', 'Home 2', '')",
      second,
    );
    const both = { ...grace, services: [firstServiceId, second] };
    const id = somebody();
    const text = staffFile(
      { UNIQUEWORKERID: id, DISPLAYID: 'Moll Both' },
      { UNIQUEWORKERID: id, DISPLAYID: 'Moll Both', LOCALESTID: 'Home 2' },
    );
    const take = async (same: (line: number) => string) => {
      const done = await importWorkforceFile(service.db, both, text, { ...noChoice, same }, at);
      return done.ok && done.value;
    };
    expect(await take(() => '')).toMatchObject({ added: 1, linked: 0, left: 1 });
    const { id: person } = await personOf(id);
    expect(await take(() => person as string)).toMatchObject({ added: 0, linked: 1, left: 0 });
    expect(await take(() => '')).toMatchObject({ added: 0, already: 2, left: 0 });
    const facts = await readWorkforceFacts(service.db, both, person as string, at);
    expect(facts.map(({ workplace }) => workplace)).toEqual(['Our service', 'Second']);
    const changed = text.replace(',3,1;2025,', ',1,1;2025,');
    expect(changed).not.toBe(text);
    const done = await importWorkforceFile(service.db, both, changed, noChoice, at);
    expect(done).toMatchObject({ value: { changed: 1, already: 1 } });
    const places = 'SELECT service_id FROM memberships WHERE person_id = ?';
    expect(await service.rows(places, person as string)).toHaveLength(2);
    expect(
      await readWorkforceFacts(
        service.db,
        { ...both, services: [], everywhere: false },
        person as string,
        at,
      ),
    ).toEqual([]);
  });

  test('without a role category asks for one, and writes nothing until it is chosen', async () => {
    const text = staffFile({ UNIQUEWORKERID: somebody(), DISPLAYID: 'Cy', CWPCATEGORY: '999' });
    const before = await all();
    for (const category of ['', 'CWP-NOPE', 'constructor']) {
      const done = await importWorkforceFile(
        service.db,
        grace,
        text,
        { ...noChoice, category },
        at,
      );
      expect(done).toMatchObject({ ok: false, problem: { problems: [{ field: 'category' }] } });
    }
    expect(await all()).toEqual(before);
    expect(await bring(text, { ...noChoice, category: 'CWP-PA' })).toMatchObject({ added: 1 });
  });

  test('a line that takes somebody out deletes nothing', async () => {
    const line = { UNIQUEWORKERID: somebody(), DISPLAYID: 'Dot Gone' };
    await bring(staffFile(line));
    const before = await all();
    const gone = staffFile({ ...line, STATUS: 'delete', MAINJOBROLE: 'x' });
    const plan = await planOf(gone);
    expect(plan.leaving.map(({ person }) => person?.name)).toEqual(['Dot Gone']);
    expect(await bring(gone)).toMatchObject({ added: 0, changed: 0, left: 0 });
    expect(await all()).toEqual(before);
  });

  test('every bad line is told by line, column and code; the good ones are brought', async () => {
    const good = somebody();
    const bad: [Record<string, string>, string | null, string][] = [
      [{ LOCALESTID: 'Elsewhere' }, 'LOCALESTID', 'unknown-service'],
      [{ UNIQUEWORKERID: '' }, 'UNIQUEWORKERID', 'empty'],
      [{ UNIQUEWORKERID: good }, 'UNIQUEWORKERID', 'twice'],
      [{ UNIQUEWORKERID: 'qq 12 34 56 c' }, 'UNIQUEWORKERID', 'ni-number'],
      [{ DISPLAYID: "=cmd|' /C calc'!A0" }, 'DISPLAYID', 'formula'],
      [{ DISPLAYID: '@SUM(A1)' }, 'DISPLAYID', 'formula'],
      [{ DISPLAYID: 'x'.repeat(81) }, 'DISPLAYID', 'too-long'],
      [{ DISPLAYID: 'a\u0000b' }, 'DISPLAYID', 'odd-letters'],
      [{ STATUS: 'CHGSUB' }, 'STATUS', 'unknown-code'],
      [{ MAINJOBROLE: 'constructor' }, 'MAINJOBROLE', 'unknown-code'],
      [{ EMPLSTATUS: '5' }, 'EMPLSTATUS', 'unknown-code'],
      [{ STARTDATE: '2025-02-03' }, 'STARTDATE', 'not-a-day'],
      [{ STARTDATE: '31/02/2025' }, 'STARTDATE', 'not-a-day'],
      [{ STARTDATE: '21/11/2026' }, 'STARTDATE', 'to-come'],
      [{ CARECERT: '1;2025' }, 'CARECERT', 'unknown-code'],
      [{ L2CARECERT: '2;2025' }, 'L2CARECERT', 'unknown-code'],
      [{ CWPCATEGORY: '8' }, 'CWPCATEGORY', 'unknown-code'],
      [{ SCQUAL: '1;x' }, 'SCQUAL', 'unknown-code'],
      [{ QUALACH03: 'x;2019' }, 'QUALACH03', 'unknown-code'],
    ];
    const text = staffFile(
      { UNIQUEWORKERID: good, DISPLAYID: 'Eve\n Right', L2CARECERT: '3;', NONSCQUAL: '2;' },
      ...bad.map(([cells]) => ({ UNIQUEWORKERID: somebody(), DISPLAYID: 'Fay', ...cells })),
    );
    // Too many cells, and a quote that is not closed.
    const broken = `${text}Home 1,a,b\r\n`;
    const expected = [
      ...bad.map(([, column, code], at) => [at + 4, column, code]),
      [bad.length + 4, null, 'cells'],
    ];
    expect(await problemsOf(broken)).toEqual(expected);
    const read = await preview(broken);
    if (read.kind !== 'staff') throw new Error(read.kind);
    for (const { message, remedy } of read.plan.problems)
      expect([message, remedy].join(' ')).toMatch(/^.+\. .+\.$/);
    // What the page carries along says the same again, whatever was dropped from it.
    const again = await problemsOf(read.reduced.replaceAll('\n', '\r\n'));
    expect(again).toEqual(expected);
    expect(await bring(read.reduced)).toMatchObject({ added: 1, left: bad.length + 1 });
    expect((await personOf(good)).name).toBe('Eve Right');
  });

  test('is for managers, and only for services of theirs', async () => {
    const text = staffFile({ UNIQUEWORKERID: somebody(), DISPLAYID: 'Gil' });
    for (const role of ['worker', 'assessor'] as const) {
      const who = { ...grace, role };
      const notFound = { ok: false, problem: { code: 'not-found' } };
      expect(await previewWorkforceFile(service.db, who, text, at)).toEqual(notFound);
      expect(await importWorkforceFile(service.db, who, text, noChoice, at)).toEqual(notFound);
    }
    const elsewhere = { ...grace, services: [], everywhere: false };
    const read = await preview(text, elsewhere);
    expect(read.kind === 'staff' && read.plan.problems[0]?.code).toBe('unknown-service');
  });
});

describe('a training file', () => {
  const line = (id: string, category: string, more: Record<string, string> = {}) => ({
    ...{ UNIQUEWORKERID: id, CATEGORY: category, DATECOMPLETED: '01/03/2026' },
    ...more,
  });
  test.each(Object.entries(trainingGenerations))(
    '%s is brought as claimed training',
    async (_, columns) => {
      const id = somebody();
      await bring(staffFile({ UNIQUEWORKERID: id, DISPLAYID: `Hal ${id}` }));
      const text = writeFile(
        columns,
        [line(id, '13', { EXPIRYDATE: '01/03/2027' }), line(id, '6'), line(id, '29')],
        { LOCALESTID: 'Home 1' },
      );
      const read = await preview(text);
      expect(read).toMatchObject({
        kind: 'training',
        withoutSubject: [{ title: 'Diabetes', lines: 1 }],
        problems: [],
      });
      expect(await bring(text)).toMatchObject({ kind: 'training', added: 2, already: 0, left: 0 });
      expect(await bring(text)).toMatchObject({ added: 0, already: 2 });
      const who = (await personOf(id)).id as string;
      const own = await readTraining(service.db, { ...grace, id: who, role: 'worker' }, who);
      expect(own.ok && own.value.records.map((one) => [one.subject, one.kind, one.source])).toEqual(
        [
          ['fire', 'training', 'imported'],
          ['medicines', 'training', 'imported'],
        ],
      );
    },
  );
  test('tells what is wrong', async () => {
    const id = somebody();
    await bring(staffFile({ UNIQUEWORKERID: id, DISPLAYID: 'Ida' }));
    const text = trainingFile(
      line('nobody', '13'),
      line(id, '999'),
      line(id, '13', { DATECOMPLETED: '' }),
      line(id, '13', { DATECOMPLETED: '21/11/2026' }),
      line(id, '13', { EXPIRYDATE: '28/02/2026' }),
      line(id, '12'),
      line(id, '32', { EXPIRYDATE: '01/03/2027' }),
    );
    expect(await problemsOf(text)).toEqual([
      [2, 'UNIQUEWORKERID', 'unknown-worker'],
      [3, 'CATEGORY', 'unknown-code'],
      [4, 'DATECOMPLETED', 'empty'],
      [5, 'DATECOMPLETED', 'to-come'],
      [6, 'EXPIRYDATE', 'ends-first'],
      [8, 'EXPIRYDATE', 'other-end'],
    ]);
  });
});

describe('what is no such file', () => {
  test.each([
    ['', 'no-first-line'],
    ['"', 'no-first-line'],
    ['a,b\n1,2', 'unknown-file'],
    // Without its first line somebody's details stand there: none of them is said.
    ['Home 1,1,UNCHECKED,Joan,QQ123456C,ZZ1 9ZZ', 'unknown-file'],
    ['LOCALESTID,STATUS,ESTNAME,ADDRESS1,MAINSERVICE\n', 'workplace-file'],
    ['LOCALESTID,UNIQUEWORKERID,DISPLAYID,MAINJOBROLE,EMPLSTATUS,STARTDATE', 'missing-column'],
    [`${staffGenerations['newest']!.join()},displayid`, 'column-twice'],
    [','.repeat(99_000), 'unknown-file'],
  ])('%s: %s', async (text, code) => {
    const read = await preview(text);
    expect(read.kind).toBe('refused');
    expect(read).toMatchObject({ problems: [{ code }] });
    expect(JSON.stringify(read)).not.toMatch(/QQ123456C|ZZ1/);
  });
  test('a huge cell and quotes that are not closed are told and take no line along', async () => {
    const id = somebody();
    const sound = staffFile({ UNIQUEWORKERID: id, DISPLAYID: 'Jo' });
    const huge = `${sound}Home 1,"${'QQ123456C '.repeat(5000)}\r\n${'"\r\n'.repeat(40)}`;
    const problems = await problemsOf(huge);
    expect(problems).toContainEqual([3, null, 'not-csv']);
    expect((await planOf(huge)).fresh.map(({ row }) => row.uniqueWorkerId)).toEqual([id]);
    expect(JSON.stringify(await preview(huge))).not.toContain('QQ123456C');
  });
});

test('nothing of what is dropped is shown, carried along or stored', async () => {
  const [id, other] = [somebody(), somebody()];
  const bad = { UNIQUEWORKERID: other, DISPLAYID: 'Kit', CARECERT: 'x', STARTDATE: 'y' };
  const staff = `${staffFile({ UNIQUEWORKERID: id, DISPLAYID: 'Lil' }, bad)}Home 1,${secrets[0]},"${secrets[1]}\r\n`;
  const training = trainingFile({ UNIQUEWORKERID: id, CATEGORY: '2', DATECOMPLETED: '01/03/2026' });
  for (const text of [staff, training]) {
    // Dropped as it is parsed: no cell holds it, not even before it is looked at.
    const file = JSON.stringify(readWorkforceFile(text));
    for (const secret of secrets) expect(file).not.toContain(secret);
    for (const secret of secrets) expect(JSON.stringify(await preview(text))).not.toContain(secret);
    await bring(text);
  }
  const files = await Promise.all(
    ['', '-wal'].map((end) => readFile(`${fileURLToPath(service.db.url)}${end}`, 'latin1')),
  );
  const stored = files.join('');
  expect(stored).toContain(id);
  for (const secret of secrets) expect(stored).not.toContain(secret);
});
