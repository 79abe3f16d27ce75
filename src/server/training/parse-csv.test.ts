import { describe, expect, test } from 'vitest';
import { decodeFile, longestFile } from './decode-file.ts';
import { parseCsv, parseFirstLine } from './parse-csv.ts';

const cellsOf = (text: string) => parseCsv(text).rows.map(({ line, cells }) => [line, ...cells]);

describe('the lines of a file', () => {
  test.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons, as where a comma is for decimals', 'a;b\r\n1;2'],
    ['tabs', 'a\tb\n1\t2\n'],
    ['a mark at the start', '\uFEFFa,b\n1,2\n'],
    ['old line ends', 'a,b\r1,2\r'],
  ])('with %s', (_, text) => {
    expect(cellsOf(text)).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
    ]);
  });
  test('are counted as an editor counts them', () => {
    expect(cellsOf('a,b\n\n1,"x\ny, z"\n2,3\n')).toEqual([
      [1, 'a', 'b'],
      [3, '1', 'x\ny, z'],
      [5, '2', '3'],
    ]);
  });
  test('a quote that is not closed is told, and takes no other line along', () => {
    const { rows, problems } = parseCsv('a,b\n1,"2\n3,4\n5,"6" x\n7,8\n');
    expect(rows.map(({ line }) => line)).toEqual([1, 3, 5]);
    expect(problems.map(({ line }) => line)).toEqual([2, 4]);
  });
  test('hold nothing of a column that is not kept, and are still counted right', () => {
    const text = 'a,b,c\n1,"NI\nQQ",3\n4,QQ,6,7\n';
    const { rows } = parseCsv(text, [true, false, true]);
    expect(rows).toEqual([
      { line: 1, cells: ['a', '', 'c'] },
      { line: 2, cells: ['1', '\n', '3'] },
      { line: 4, cells: ['4', '', '6', ''] },
    ]);
    expect(parseFirstLine(`\n${text}`)).toEqual({ line: 2, cells: ['a', 'b', 'c'] });
  });
  test('of nothing are none', () => {
    expect(parseCsv('')).toEqual({ rows: [], problems: [] });
  });
});

describe('the bytes of a file', () => {
  const bytes = (...from: number[]) => new Uint8Array(from);
  test.each([
    ['UTF-8', new TextEncoder().encode('Zoë')],
    ['Windows-1252', bytes(0x5a, 0x6f, 0xeb)],
    ['UTF-16, as "Unicode text"', bytes(0xff, 0xfe, 0x5a, 0, 0x6f, 0, 0xeb, 0)],
  ])('as %s', (_, read) => {
    expect(decodeFile(read)).toEqual({ ok: true, value: 'Zoë' });
  });
  test.each([
    ['a workbook', bytes(0x50, 0x4b, 3, 4), /save it as CSV/],
    ['a picture', bytes(0x89, 0x50, 0, 1), /no text/],
    ['too much', new Uint8Array(longestFile + 1).fill(65), /too long/],
  ])('that are %s are refused with what to do', (_, read, words) => {
    expect(decodeFile(read)).toEqual({ ok: false, problem: expect.stringMatching(words) });
  });
});
