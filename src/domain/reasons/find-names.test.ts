import { describe, expect, test } from 'vitest';
import { findNames } from './find-names.ts';

const found = (text: string, known?: string[]) =>
  findNames(text, known).map(({ text, looks }) => `${looks}: ${text}`);

describe('what names nobody passes', () => {
  test.each([
    'A man I support, K, would not eat on Tuesday. I sat down with him. He said: ‘Leave it.’ I did.',
    'On 12 November 2026 I was at the day centre. She uses a Zimmer frame and has Parkinson’s.',
    'It was in the Mental Capacity Act, and I had asked the GP. The NHS line said to wait.',
    'Breakfast was late. Nobody was cross.\n- Then I wrote it down.\nAfter that I rang the nurse.',
    'She said “Not today.” I asked her why, and Mrs K told me. I’d been there since March.',
    'I told the senior. Her daughter said no. My manager’s view was the same as mine.',
    'I gave 2 tablets at 08:15 and wrote it at 10:00. 999 was not needed. It took 20 minutes.',
    '',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('what looks like a name is asked about', () => {
  test.each<[string, string[]]>([
    ['I went in to Mabelle and she was cold.', ['name: Mabelle']],
    ['Mary would not eat. I told Mary Ellen Jones.', ['name: Mary', 'name: Mary Ellen Jones']],
    ['mary was cold', ['name: mary']],
    ['Mrs Achebe told me.', ['name: Mrs Achebe']],
    ['I asked Dr. Osei, and mr Lee too.', ['name: Dr. Osei', 'name: mr Lee']],
    ['Zadie said no.', ['name: Zadie']],
    ['Zadie’s room was cold.', ['name: Zadie’s']],
    ['We went to Rowan House together.', ['name: Rowan']],
    ['I gave her Movicol.', ['name: Movicol']],
    ['Then WILFRED fell.', ['name: WILFRED']],
    ['I rang O’Brien, and Anne-Marie came.', ['name: O’Brien', 'name: Anne-Marie']],
  ])('%s', (text, names) => {
    expect(found(text)).toEqual(names);
  });

  test('a name of somebody here is, even at the start of a sentence', () => {
    expect(found('Grace came. It was a grace.', ['Grace Adeyemi'])).toEqual(['name: Grace']);
    expect(found('Grace came.')).toEqual([]);
  });

  test('each thing once, in the order of the text', () => {
    expect(found('I saw Wilf. Then I rang Wilf, and Mabelle.')).toEqual([
      'name: Wilf',
      'name: Mabelle',
    ]);
  });
});

describe('so is what somebody can be found by', () => {
  test.each<[string, string[]]>([
    ['Call 07700 900123 now.', ['phone: 07700 900123']],
    ['Call +44 7700 900 123 now.', ['phone: +44 7700 900 123']],
    ['Call 020 7946 0018 now.', ['phone: 020 7946 0018']],
    ['It is 943 476 5919 on the chart.', ['nhs-number: 943 476 5919']],
    ['It is 9434765919 on the chart.', ['nhs-number: 9434765919']],
    ['He is from 12/03/1941.', ['birth: 12/03/1941']],
    ['He is from 12/03/41.', ['birth: 12/03/41']],
    ['He was there on 3 March 1941.', ['birth: 3 March 1941']],
    ['She was born in 1941.', ['birth: born in 1941.']],
    ['She is in room 12 and he in Flat 4b.', ['room: room 12', 'room: Flat 4b']],
    ['We met at 14 Larch Road.', ['address: 14 Larch Road']],
    ['It went to LS1 4AP.', ['postcode: LS1 4AP']],
    ['I wrote to a.person@example.org.', ['email: a.person@example.org']],
  ])('%s', (text, things) => {
    expect(found(text)).toEqual(things);
  });
});
