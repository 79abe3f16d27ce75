import { describe, expect, test } from 'vitest';
import {
  decision,
  option,
  publish,
  tinyScenario,
  worth,
} from '../../../tests/support/tiny-scenario.ts';
import { playThrough } from './play.ts';

const why = 'Because of what it does to the person.';
const more = {
  level: 2,
  routine: true,
  initiative: 'own',
  competencies: ['IP-01'],
  indicators: ['L2-S1'],
  weigh: 'I look at the person before I look at the clock.',
} as const;
const things = (texts: string[], key: (at: number) => object) =>
  Object.fromEntries(
    texts.map((text, at) => [text.toLowerCase(), { text, key: { ...key(at), why } }]),
  );
const three = ['Amber', 'Brick', 'Clay'];

const published = publish(
  tinyScenario({
    hall: {
      title: 'Two doors',
      text: 'Both bells ring.',
      strands: {
        left: { start: 'left-door', turn: { label: 'Go left', minutes: 1 } },
        right: { start: 'right-door', turn: { label: 'Go right', minutes: 2 } },
      },
      attend: 'left',
      to: 'order',
    },
    'left-door': {
      strand: 'left',
      title: 'The left door',
      finds: { plan: { kind: 'look', label: 'Read the plan', tells: 'It says.', note: 'A plan.' } },
      decision: decision({ knock: option('left-done'), wait: option('left-done') }),
    },
    'left-done': { strand: 'left', closes: true },
    'right-door': {
      strand: 'right',
      title: 'The right door',
      next: { label: 'Open it', to: 'right-done' },
    },
    'right-done': { strand: 'right', closes: true },
    order: {
      decision: {
        ...more,
        kind: 'rank',
        prompt: 'In what order?',
        options: things(three, (at) => ({ place: at + 1 })),
        to: 'two',
      } as never,
    },
    two: {
      decision: {
        ...more,
        kind: 'pick',
        pick: 2,
        prompt: 'Which two?',
        options: things(three, (at) => ({ right: at < 2 })),
        to: 'scale',
      } as never,
    },
    scale: {
      decision: {
        ...more,
        kind: 'rate',
        scale: ['never', 'at times', 'always'],
        prompt: 'How often?',
        options: things(three, (at) => ({ rating: at + 1 })),
        to: 'reasons',
      } as never,
    },
    reasons: {
      decision: {
        ...more,
        kind: 'rationale',
        level: 3,
        prompt: 'Why?',
        asks: ['Why that order?'],
        to: 'last',
      } as never,
    },
    last: {
      decision: decision({
        mend: option('end', { recovers: true, followed: 'It holds.' }),
        leave: option('end', { key: worth(0, ['IP-01']) }),
      }),
    },
    end: { title: 'The end', ending: 'well' },
  }),
);

async function play(...typed: string[]) {
  const said: string[] = [];
  const lines = (async function* () {
    yield* typed;
  })();
  const ended = await playThrough(published, 2, lines, (line) => said.push(line));
  return { ended, text: said.join('\n') };
}
/** The numbers that some options have on the screen, in the order they are named. */
const numbersOf = (text: string, ...names: string[]) =>
  names.map((name) => new RegExp(`^ {2}(\\d) +${name}$`, 'm').exec(text)![1]!).join(' ');
const toOrder = ['1', 'a', ''];

describe('every kind of move is made by what is typed', () => {
  test('finds and strands by letters, going on with Enter', async () => {
    const { text } = await play('a', '?', 'a', '', 'a', '1');
    expect(text).toMatch(/ {2}a {2}Read the plan\n {2}b {2}Go right \(2 min\)\n/);
    expect(text).toContain('At the same time: The right door');
    expect(text).toContain('\nIt says.\n');
    expect(text).toMatch(/What you know\n {2}A plan\./);
    expect(text).toMatch(/ {2}Enter {2}Open it\n/);
    expect(text).toContain('In what order?');
  });

  test('an order, a pick, ratings and reasons, to the debrief', async () => {
    const ordered = await play(...toOrder);
    const order = numbersOf(ordered.text.split('In what order?')[1]!, ...three);
    const picking = await play(...toOrder, order);
    const pick = numbersOf(picking.text.split('Which two?')[1]!, 'Amber', 'Brick');
    const rating = await play(...toOrder, order, pick);
    const shown = rating.text.split('How often?')[1]!;
    const rate = [1, 2, 3]
      .map((at) => three.findIndex((name) => numbersOf(shown, name) === String(at)) + 1)
      .join(' ');
    const { ended, text } = await play(...toOrder, order, pick, rate, 'I asked him.', '1');
    expect(ended).toBe(true);
    expect(text).toContain('1 never, 2 at times, 3 always');
    expect(text).toContain('Write your reasons in one line.');
    const [, debrief] = text.split('Looking back');
    expect(debrief!.match(/^ {3}Sound judgement/gm)!.length).toBeGreaterThanOrEqual(4);
    expect(debrief).toContain('I asked him.');
    expect(debrief).toMatch(/IP-01 level 2: .* on \d decisions/);
    expect(debrief).toMatch(/None of this was recorded\.$/);
  });
});

describe('a wrong key changes nothing and says what is understood', () => {
  test.each<[string, string[], RegExp]>([
    ['a number past the last', ['3'], /Write a number from 1 to 2\. Or a letter: a, b\./],
    ['a letter that stands for nothing', ['z'], /Or a letter: a, b\. Or \? for/],
    ['nothing where something is decided', [''], /Write a number from 1 to 2\./],
    ['two numbers where one is wanted', ['1 2'], /Write a number from 1 to 2\./],
    ['an order with one left out', [...toOrder, '1 2'], /Write all the numbers in order/],
    ['an order with one twice', [...toOrder, '1 2 2'], /Write all the numbers in order/],
    ['too few picked', [...toOrder, '1 2 3', '1'], /Pick 2: write their numbers/],
    ['a rating off the scale', [...toOrder, '1 2 3', '1 2', '1 2 4'], /Rate each in turn/],
    [
      'reasons without a word',
      [...toOrder, '1 2 3', '1 2', '1 2 3', ''],
      /Write your reasons in one line\. Or \?/,
    ],
  ])('%s', async (_, typed, words) => {
    const before = await play(...typed.slice(0, -1));
    const { ended, text } = await play(...typed);
    expect(ended).toBe(false);
    expect(text.startsWith(before.text)).toBe(true);
    expect(text.slice(before.text.length).replaceAll(/\s+/g, ' ')).toMatch(words);
  });
});

test('quit stops it', async () => {
  const { ended, text } = await play('quit', '1');
  expect(ended).toBe(true);
  expect(text).not.toContain('It holds.');
});
