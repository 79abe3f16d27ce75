import { describe, expect, test } from 'vitest';
import { checkRows, type Known } from './check-rows.ts';
import { readDay } from './read-day.ts';
import { readHeader } from './read-table.ts';
import { TrainingSubjects } from './subjects.ts';

const known: Known = {
  people: new Map([
    ['amina', 'a'],
    ['-joan', 'j'],
  ]),
  subjects: TrainingSubjects.parse({
    about: 'What training is called in a test.',
    subjects: {
      medicines: { title: 'Medicines', also: ['Medication & PRN'], competencies: ['IP-04'] },
      'care-certificate': {
        title: 'Care Certificate',
        competencies: [],
        award: 'care-certificate',
      },
    },
  }),
  recorded: [
    { personId: 'j', subject: 'medicines', completedOn: '2026-01-31', expiresOn: '2027-01-31' },
  ],
  today: '2026-11-22',
};
const columns = ['User Name', 'Course', 'Completed', 'Expires', 'Kind', 'Trainer'];
const { header } = readHeader(columns, 1);
const check = (...lines: string[][]) =>
  checkRows(
    lines.map((cells, at) => ({ line: at + 2, cells })),
    header,
    known,
  );
const problemsOf = (...cells: string[]) =>
  check(cells).problems.map(({ column, message }) => [column, message]);

test.each([
  ['31/01/2026', '2026-01-31'],
  ['1/2/2026', '2026-02-01'],
  ['01-02-2026', '2026-02-01'],
  ['01.02.2026', '2026-02-01'],
  [' 2026-02-01 ', '2026-02-01'],
  ['2026-02-01 00:00:00', '2026-02-01'],
  ['2026-02-01T09:00:00.000Z', '2026-02-01'],
  ['29/02/2024', '2024-02-29'],
  ['29/02/2026', undefined],
  ['02/13/2026', undefined],
  ['31/1/26', undefined],
  ['45962', undefined],
  ['', undefined],
])('the day “%s” is %s', (written, day) => {
  expect(readDay(written)).toBe(day);
});

describe('the first line', () => {
  test('names its columns in many ways, and what is not used is said', () => {
    expect(header).toEqual({
      at: { user: 0, subject: 1, completed: 2, expires: 3, kind: 4 },
      unused: ['Trainer'],
      width: 6,
    });
  });
  test('what is missing or there twice is told with how to mend it', () => {
    const { problems } = readHeader(['Subject', 'course'], 1);
    expect(problems.map(({ message }) => message)).toEqual([
      'Two columns are for the subject.',
      'There is no column for the user name.',
      'There is no column for the completed.',
    ]);
    for (const { remedy } of problems) expect(remedy).toMatch(/\.$/);
  });
});

describe('a line', () => {
  test('that is right, whatever the case and dashes of its names', () => {
    expect(check(['AMINA', 'medication and prn', '31/01/2026', '', '', ''])).toEqual({
      good: [
        {
          ...{ line: 2, personId: 'a', subject: 'medicines', kind: 'training' },
          ...{ completedOn: '2026-01-31', expiresOn: null, already: false },
        },
      ],
      problems: [],
    });
  });
  test.each([
    [
      ['nobody', 'Medicines', '31/01/2026'],
      [['user name', 'Nobody here has the user name “nobody”.']],
    ],
    [['', 'Medicines', '31/01/2026'], [['user name', 'It is empty.']]],
    [['amina', 'Juggling', '31/01/2026'], [['subject', '“Juggling” is not a subject here.']]],
    [['amina', 'Medicines', '31/02/2026'], [['completed', '“31/02/2026” is not a day.']]],
    [['amina', 'Medicines', '23/11/2026'], [['completed', 'The day is still to come.']]],
    [['amina', 'Medicines', '01/01/0206'], [['completed', 'The day is before 1950.']]],
    [['amina', 'Medicines', '31/01/2026', 'soon'], [['expires', '“soon” is not a day.']]],
    [
      ['amina', 'Medicines', '31/01/2026', '30/01/2026'],
      [['expires', 'It runs out before it was completed.']],
    ],
    [['amina', 'Medicines', '31/01/2026', '', 'maybe'], [['kind', '“maybe” is not known.']]],
    [
      ['amina', 'Medicines', '31/01/2026', '', '', 'x', 'y'],
      [[null, expect.stringMatching(/more cells/)]],
    ],
  ])('that is wrong: %s', (cells, expected) => {
    expect(problemsOf(...cells)).toEqual(expected);
  });
  test('that is wrong twice is told twice, and keeps no other from being recorded', () => {
    const { good, problems } = check(
      ['nobody', 'Juggling', '31/01/2026'],
      ['amina', 'Medicines', '31/01/2026'],
    );
    expect(problems.map(({ line, column }) => [line, column])).toEqual([
      [2, 'user name'],
      [2, 'subject'],
    ]);
    expect(good.map(({ line }) => line)).toEqual([3]);
  });
  test('that is recorded already, or stands twice in the file, is said to be', () => {
    const { good } = check(
      ["'-joan", 'Medicines', '31/01/2026', '31/01/2027'],
      ['amina', 'Medicines', '01/03/2026'],
      ['amina', 'medicines', '2026-03-01'],
    );
    expect(good.map(({ already }) => already)).toEqual([true, false, true]);
  });
  test('that says another end than the record is told, never recorded over it', () => {
    const cells = ['-joan', 'Medicines', '31/01/2026', '31/01/2028'];
    expect(check(cells).good).toEqual([]);
    expect(problemsOf(...cells)[0]![1]).toMatch(/recorded with 2027-01-31/);
  });
  test('with what looks like a formula is text', () => {
    expect(problemsOf('=1+1', '@SUM(A1)', '-2')).toEqual([
      ['user name', 'Nobody here has the user name “=1+1”.'],
      ['subject', '“@SUM(A1)” is not a subject here.'],
      ['completed', '“-2” is not a day.'],
    ]);
  });
  test('of what another body issued is always brought', () => {
    const { good } = check(['amina', 'Care Certificate', '31/01/2026', '', 'here']);
    expect(good[0]!.kind).toBe('brought');
  });
});
