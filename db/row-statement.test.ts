import { describe, expect, test } from 'vitest';
import { mergeWrites, toStatements } from './row-statement.ts';

const moves = { head: 'INSERT INTO moves (id, step) VALUES', tail: '' };
const steps = { head: 'UPDATE a SET step = v.column2 FROM (VALUES', tail: ') AS v' };

test('a statement over rows has a place for each value, in order', () => {
  expect(
    toStatements({
      ...moves,
      rows: [
        ['a', 1],
        ['b', 2],
      ],
    }),
  ).toEqual([
    { sql: 'INSERT INTO moves (id, step) VALUES (?, ?), (?, ?)', args: ['a', 1, 'b', 2] },
  ]);
  expect(toStatements({ ...moves, rows: [] })).toEqual([]);
});

test('rows that hold more values than a statement takes go into several, none twice', () => {
  const rows = Array.from({ length: 5_001 }, (_, nth) => [nth, 1, 2, 3, 4, 5, 6]);
  const parts = toStatements({ ...moves, rows }) as { sql: string; args: number[] }[];
  expect(parts.map(({ args }) => args.length)).toEqual([29_995, 5_012]);
  expect(parts.map(({ sql }) => sql.split('?').length - 1)).toEqual([29_995, 5_012]);
  expect(parts.flatMap(({ args }) => args)).toEqual(rows.flat());
});

describe('several writes', () => {
  test('of the same words become one statement each, the first of all before the second of any', () => {
    const write = (id: string) => [
      { ...moves, rows: [[id, 1]] },
      { ...steps, rows: [[id, 2]] },
    ];
    expect(mergeWrites([write('a'), write('b')])).toEqual([
      { sql: `${moves.head} (?, ?), (?, ?)`, args: ['a', 1, 'b', 1] },
      { sql: `${steps.head} (?, ?), (?, ?)) AS v`, args: ['a', 2, 'b', 2] },
    ]);
  });

  test('that are not of rows alone keep their own order, one after the other', () => {
    const plain = (name: string) => [`DELETE ${name}`, `INSERT ${name}`];
    expect(mergeWrites([plain('x'), [{ ...moves, rows: [['a', 1]] }], plain('y')])).toEqual([
      { sql: `${moves.head} (?, ?)`, args: ['a', 1] },
      'DELETE x',
      'INSERT x',
      'DELETE y',
      'INSERT y',
    ]);
  });

  test('leave the rows they were given as they were', () => {
    const rows = [['a', 1]];
    mergeWrites([[{ ...moves, rows }], [{ ...moves, rows: [['b', 1]] }]]);
    expect(rows).toEqual([['a', 1]]);
  });
});
