import { describe, expect, test } from 'vitest';
import { kinds, plainWorld } from '../../../tests/support/five-kinds.ts';
import { explainOptions, whyOf } from './explain-options.ts';

type Kind = keyof typeof kinds;

describe('every option that was offered is explained, and no other', () => {
  test('one way to act: by its key as it stood for who decided', () => {
    const explained = (known: string[]) =>
      explainOptions(kinds['best-action'], 'look', ['look'], plainWorld(known));
    expect(explained([])).toEqual([
      {
        id: 'look',
        text: 'Look first',
        chosen: true,
        why: 'Because looking is what it is, for the person.',
        credit: { 'IP-01': 0.5, 'IP-02': 0.25 },
        harmful: [],
      },
    ]);
    expect(explained(['plan'])[0]).toMatchObject({
      why: expect.stringContaining('the plan') as string,
      credit: { 'IP-01': 1, 'IP-02': 0.5 },
      harmful: ['IP-02'],
    });
  });

  test.each<
    [Kind, string, string[], [id: string, chosen: boolean, given: string, right: string][]]
  >([
    [
      'pick',
      'lamp lock',
      ['lock', 'stick', 'lamp', 'radio'],
      [
        ['lock', true, 'picked', 'one to leave'],
        ['stick', false, 'left', 'one to pick'],
        ['lamp', true, 'picked', 'one to pick'],
        ['radio', false, 'left', 'one to leave'],
      ],
    ],
    [
      'rank',
      'write=3 tell=1 rest=2',
      ['write', 'tell', 'rest'],
      [
        ['write', false, 'third', 'second'],
        ['tell', true, 'first', 'first'],
        ['rest', false, 'second', 'third'],
      ],
    ],
    [
      'rate',
      'ill=3 old=2',
      ['old', 'ill'],
      [
        ['old', false, 'A little', 'No'],
        ['ill', false, 'Rather', 'Very'],
      ],
    ],
  ])('%s "%s"', (kind, answer, offered, expected) => {
    const explained = explainOptions(kinds[kind], answer, offered, plainWorld());
    expect(
      explained.map(({ id, chosen, placed }) => [id, chosen, placed?.given, placed?.right]),
    ).toEqual(expected);
    // Only the whole answer is worth something.
    expect(explained.every(({ credit }) => !Object.keys(credit).length)).toBe(true);
  });

  test.each<[Kind, string, [given: number, right: number][]]>([
    [
      'pick',
      'lamp lock',
      [
        [0, 1],
        [1, 1],
        [1, 0],
        [0, 0],
      ],
    ],
    [
      'rank',
      'write=3 tell=1 rest=2',
      [
        [3, 2],
        [1, 1],
        [2, 3],
      ],
    ],
    [
      'rate',
      'ill=3 old=2',
      [
        [3, 4],
        [2, 1],
      ],
    ],
  ])('%s in numbers, for whoever draws it', (kind, answer, numbers) => {
    const { options } = kinds[kind] as { options: object };
    const explained = explainOptions(kinds[kind], answer, Object.keys(options), plainWorld());
    expect(explained.map(({ placed }) => [placed!.givenAt, placed!.rightAt])).toEqual(numbers);
  });

  test('harm is named where it is', () => {
    const lock = explainOptions(kinds.pick, 'lamp stick', ['lock', 'lamp'], plainWorld());
    expect(lock.map(({ harmful }) => harmful)).toEqual([['IP-02'], []]);
  });
  test('reasons have no options', () => {
    expect(explainOptions(kinds.rationale, '', [], plainWorld())).toEqual([]);
  });
});

describe('whyOf: of what was done, or of what was furthest from right', () => {
  test.each<[string, Kind, string, string[], string]>([
    ['the way chosen', 'best-action', 'look', [], 'looking'],
    ['the way chosen, for who knew', 'best-action', 'look', ['plan'], 'the plan'],
    ['the one picked that is not right', 'pick', 'lamp lock', [], 'the lock'],
    ['the first picked, where all are right', 'pick', 'lamp stick', [], 'the lamp'],
    ['the one furthest from its place', 'rank', 'write=1 tell=3 rest=2', [], 'telling'],
    ['the first of those as far', 'rank', 'write=1 tell=2 rest=3', [], 'writing'],
    ['the rating furthest off', 'rate', 'ill=3 old=3', [], 'age'],
  ])('%s', (_, kind, answer, known, about) => {
    expect(whyOf(kinds[kind], answer, plainWorld(known))).toBe(
      `Because ${about} is what it is, for the person.`,
    );
  });
  test('nothing of reasons', () => {
    expect(whyOf(kinds.rationale, '', plainWorld())).toBe('');
  });
});
