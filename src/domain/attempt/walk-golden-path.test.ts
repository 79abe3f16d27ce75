import { describe, expect, test } from 'vitest';
import {
  choiceOf,
  decision,
  option,
  publish,
  tinyScenario,
  worth,
} from '../../../tests/support/tiny-scenario.ts';
import { checkGoldenPaths, fewestPaths } from './check-golden-paths.ts';
import { walkGoldenPath } from './walk-golden-path.ts';

const why = 'Because of what it does to the person.';
const more = { level: 2, routine: true, initiative: 'own', indicators: ['L2-S1'] } as const;
const weigh = 'I look at the person before I look at the clock.';
const things = (keys: object[]) =>
  Object.fromEntries(keys.map((key, at) => ['abc'[at]!, { text: 'Do it', key: { ...key, why } }]));

const published = publish(
  tinyScenario({
    hall: {
      title: 'The hall',
      finds: {
        plan: { kind: 'look', label: 'Read the plan', tells: 'It says.', note: 'The plan.' },
      },
      decision: decision({
        ask: option('sorting', { when: { knows: 'plan' } }),
        shove: option('slip', { key: worth(0.25, ['IP-01']) }),
      }),
    },
    slip: {
      decision: decision({
        mend: option('sorting', { recovers: true }),
        leave: option('sorting', { key: worth(0) }),
      }),
    },
    sorting: {
      decision: {
        ...more,
        kind: 'rank',
        prompt: 'In what order?',
        competencies: ['IP-01'],
        weigh,
        options: things([{ place: 1 }, { place: 2 }, { place: 3 }]),
        to: 'telling',
      } as never,
    },
    telling: {
      decision: {
        ...more,
        kind: 'pick',
        pick: 2,
        prompt: 'Which two?',
        competencies: ['IP-01'],
        weigh,
        options: things([{ right: true }, { right: true }, { right: false }]),
        to: 'writing',
      } as never,
    },
    writing: {
      decision: {
        ...more,
        kind: 'rationale',
        level: 3,
        prompt: 'Why?',
        asks: ['Why those two?'],
        competencies: ['IP-01'],
        weigh,
        to: 'end',
      } as never,
    },
    end: { title: 'The end', ending: 'mixed' },
  }),
);
const walk = (...moves: string[]) => walkGoldenPath(published, { moves });
const sound = ['find plan', 'decide ask', 'decide a b c', 'decide a b', 'say I asked him'];

describe('a path that is open to its end', () => {
  const plain = { ending: 'end', feel: 'mixed', harm: [], recovered: [] };
  test('comes to an ending, a total for each claim, and no harm', () => {
    expect(walk(...sound)).toEqual({
      ok: true,
      value: { ...plain, claims: { 'IP-01 level 2': 1 } },
    });
  });
  test('names harm and what is put right by scene and answer, and rests totals on anchors', () => {
    const moves = ['decide shove', 'decide mend', 'decide b a c', 'decide c a', 'say Well'];
    // Three anchors: a quarter for the harm, a quarter for two swapped of three, half of two picked.
    expect(walk(...moves)).toEqual({
      ok: true,
      value: {
        ...plain,
        claims: { 'IP-01 level 2': 0.333 },
        harm: ['hall shove'],
        recovered: ['slip mend'],
      },
    });
  });
});

describe('where a path cannot go on, a sentence says so', () => {
  test.each<[string, string[], number, string]>([
    [
      'an option that asks for something else first',
      ['decide ask'],
      0,
      'Step 1: `decide ask` is not offered in ‘The hall’; offered: `decide shove`, `find plan`.',
    ],
    [
      'an option that nobody wrote',
      ['find plan', 'decide dance'],
      1,
      'Step 2: `decide dance` is not offered in ‘The hall’; offered: `decide ask`, `decide shove`.',
    ],
    [
      'a find for the second time',
      ['find plan', 'find plan'],
      1,
      'Step 2: `find plan` is not offered in ‘The hall’; offered: `decide ask`, `decide shove`.',
    ],
    [
      'too few picked',
      [...sound.slice(0, 3), 'decide a'],
      3,
      'Step 4: `decide a` picks too many or too few in ‘A moment’; offered: `decide with 2 of: a b c`.',
    ],
    [
      'one thing left out of an order',
      [...sound.slice(0, 2), 'decide a b'],
      2,
      'Step 3: `decide a b` leaves some out in ‘A moment’; offered: `decide with all in order: a b c`.',
    ],
    [
      'reasons without words',
      [...sound.slice(0, 4), 'say'],
      4,
      'Step 5: `say` gives no reasons in ‘A moment’; offered: `say …`.',
    ],
    ['a word that is no move', ['dance ask'], 0, 'Step 1: `dance ask` cannot be read. A move is'],
    [
      'a move after the end',
      [...sound, 'go-on'],
      5,
      'Step 6: the story has already ended, in ‘The end’.',
    ],
    [
      'an end that is never met',
      ['find plan'],
      0,
      'The moves are over in ‘The hall’, which is no ending; offered: `decide ask`, `decide shove`.',
    ],
  ])('%s', (_, moves, step, message) => {
    const walked = walk(...moves);
    expect(walked.ok ? 'walked' : walked.problem.message).toContain(message);
    expect(walked).toMatchObject({ ok: false, problem: { step } });
  });
});

describe('the golden paths of a scenario', () => {
  const story = publish(
    tinyScenario({ hall: { decision: choiceOf(['end']) }, end: { ending: 'well' } }),
  );
  const path = (name: string, form?: string) => ({
    name,
    ...(form && { form }),
    moves: ['decide end-well'],
    result: {
      ending: 'end',
      feel: 'well' as const,
      claims: { 'IP-01 level 2': 1 },
      harm: [],
      recovered: [],
    },
  });
  const four = ['Amina', 'Ben', 'Chidi', 'Dana'].map((name) => path(name));
  const changed = (change: object) => four.with(2, { ...four[2]!, ...change });
  const codes = (paths: typeof four, forms = [story]) =>
    checkGoldenPaths(forms, { paths }).map((problem) => [problem.code, problem.path.join(' ')]);

  test('are sound when there are enough of them and all come out as written', () => {
    expect(four).toHaveLength(fewestPaths);
    expect(codes(four)).toEqual([]);
  });
  test.each<[string, typeof four, [string, string][]]>([
    ['one too few', four.slice(1), [['no-golden-paths', 'paths']]],
    ['the same one twice', changed({ name: 'Ben' }), [['no-golden-paths', 'paths 2 name']]],
    [
      'one that is blocked',
      changed({ moves: ['decide end-badly', 'go-on'] }),
      [['golden-path-blocked', 'paths 2 moves 1']],
    ],
    [
      'one that comes out otherwise',
      changed({ moves: ['decide end-badly'] }),
      [['golden-path-differs', 'paths 2 result claims IP-01 level 2']],
    ],
    [
      'one of a form that there is not',
      [...four, path('Efua', 'b')],
      [['golden-path-blocked', 'paths 4 form']],
    ],
  ])('%s is told where it is written', (_, paths, expected) => {
    expect(codes(paths)).toEqual(expected);
  });

  test('are wanted for every form, and each is walked in its own', () => {
    const forms = ['a', 'b'].map((form) => ({ ...story, form }));
    const of = (form: string) => four.map(({ name }) => path(name, form));
    expect(codes([...of('a'), ...of('b')], forms)).toEqual([]);
    expect(codes(of('a'), forms)).toEqual([['no-golden-paths', 'paths']]);
    expect(codes([...of('a'), ...of('b'), path('Efua')], forms)).toEqual([
      ['golden-path-blocked', 'paths 8'],
    ]);
  });
});
