import { describe, expect, test } from 'vitest';
import { readExample } from './examples/read-example.ts';
import { refusal, walk } from './examples/walk.ts';

/** What a first decision comes to: where it leads, what it is worth and, in words, why. */
function decide(name: string, moves: string[]) {
  const { lines, credit, debrief } = walk(readExample(name), moves);
  return [lines.at(-1), credit.at(-1), debrief().decisions[0]!.why];
}

describe('best-action: one way to act', () => {
  test.each([
    ['decide ask', 'her-way | 2 | heard=true', '1', 'It finds out what she wants'],
    ['decide coat', 'your-way | 0 | ', '0.5', 'It keeps her dry'],
    ['decide lock', 'your-way | 0 | ', '0, harm', 'It shuts somebody in'],
  ])('%s', (move, line, credit, why) => {
    expect(decide('best-action', [move])).toEqual([
      line,
      `at-the-door ${credit}, counts at at-the-door`,
      expect.stringContaining(why),
    ]);
  });

  test('what is offered is told in words, and what follows only once it is chosen', () => {
    const published = readExample('best-action');
    const { decision } = walk(published, []).view;
    expect(decision).toMatchObject({ kind: 'best-action', prompt: 'What do you do?' });
    expect(decision!.options.map(({ id }) => id).sort()).toEqual(['ask', 'coat', 'lock']);
    expect(walk(published, ['decide ask']).view.past).toEqual({
      title: 'At the door',
      text: 'Ada stands at the front door in her slippers. It rains.',
      did: 'Ask her where she is off to',
      followed: 'She tells you about the post.',
    });
  });

  test('what is not offered cannot be done', () => {
    const published = readExample('best-action');
    for (const move of ['decide shout', 'decide ask lock', 'find ask', 'go-on', 'turn ask'])
      expect(refusal(published, [], move)).toBe('not-offered');
  });
});

describe('pick: so many of several', () => {
  test.each([
    ['decide stick lamp', 'there | 3 | lit=true', '1', 'He walks with it'],
    // The order in which they are picked says nothing.
    ['decide lamp stick', 'there | 3 | lit=true', '1', 'Most falls at night'],
    ['decide lamp radio', 'there | 3 | lit=true', '0.5', 'It does no harm'],
    ['decide stick sheet', 'in-the-dark | 3 | ', '0, harm', 'Somebody who is held'],
  ])('%s', (move, line, credit, why) => {
    expect(decide('pick', [move])).toEqual([
      line,
      `at-the-cupboard ${credit}, counts at at-the-cupboard`,
      expect.stringContaining(why),
    ]);
  });

  test.each([
    ['decide stick', 'wrong-number'],
    ['decide stick stick', 'wrong-number'],
    ['decide stick lamp radio', 'wrong-number'],
    ['decide stick broom', 'not-offered'],
  ])('%s: %s', (move, code) => {
    expect(refusal(readExample('pick'), [], move)).toBe(code);
  });

  test('each that is picked is told, in the order of the file, and then what follows on all', () => {
    const { view, debrief } = walk(readExample('pick'), ['decide radio lamp']);
    expect(view.past).toMatchObject({
      did: 'His old radio. The little lamp.',
      followed: 'You hold the lamp low.\n\nYou set off together.',
    });
    const options = debrief().decisions[0]!.options.map(({ id, placed }) => [id, placed]);
    expect(Object.fromEntries(options)).toMatchObject({
      stick: { given: 'left', right: 'one to pick' },
      lamp: { given: 'picked', right: 'one to pick' },
      radio: { given: 'picked', right: 'one to leave' },
      sheet: { given: 'left', right: 'one to leave' },
    });
  });
});

describe('rank: put in order', () => {
  test.each([
    ['breath pain toilet tea window', 'seen-to | 10 | ', '1'],
    // Two neighbours changed about: 18 of 20.
    ['pain breath toilet tea window', 'seen-to | 10 | ', '0.75'],
    // Turned about: 8 of 20, less than chance.
    ['window tea toilet pain breath', 'seen-to | 10 | ', '0'],
    // Half right and harmful: harm earns nothing.
    ['tea breath pain toilet window', 'too-late | 10 | late=true', '0, harm'],
    // Harmful only where it comes first.
    ['breath tea pain toilet window', 'seen-to | 10 | ', '0.5'],
  ])('%s', (order, line, credit) => {
    expect(decide('rank', [`decide ${order}`]).slice(0, 2)).toEqual([
      line,
      `the-board ${credit}, counts at the-board`,
    ]);
  });

  test.each([
    ['decide breath pain', 'not-all'],
    ['decide breath pain toilet tea tea', 'not-all'],
    ['decide breath pain toilet tea window door', 'not-offered'],
  ])('%s: %s', (move, code) => {
    expect(refusal(readExample('rank'), [], move)).toBe(code);
  });

  test('only what came first is done and told', () => {
    const { view } = walk(readExample('rank'), ['decide tea breath pain toilet window']);
    expect(view.past).toMatchObject({
      did: '1. Mrs Low would like more tea. 2. Miss Fry cannot catch her breath. 3. Mrs Hall is in pain. 4. Mr Ode needs the toilet. 5. Mr Bell wants the window shut.',
      followed: 'She takes two sugars.',
    });
    const second = walk(readExample('rank'), ['decide breath tea pain toilet window']);
    expect(second.view.past!.followed).toBe('');
  });
});

describe('rate: each on a scale', () => {
  test.each([
    ['infection=3 thirst=3 age=1', 1, false],
    // 5/6 as it stands; 7/9 once both are measured from their own means, and the lower counts.
    ['infection=3 thirst=2 age=1', 7 / 9, false],
    // Keeping to the middle is no way to do well.
    ['infection=2 thirst=2 age=2', 1 / 2, false],
    // Two of three are right, but age was called likely.
    ['infection=3 thirst=3 age=3', 0, true],
  ])('%s: %d', (ratings, credit, harmful) => {
    const { lines, debrief } = walk(readExample('rate'), [`decide ${ratings}`]);
    expect(lines.at(-1)).toBe('told | 1 | ');
    const [shown] = debrief().decisions[0]!.shows;
    expect(shown).toMatchObject({ harmful, anchor: 'muddled' });
    expect(shown!.credit).toBeCloseTo(credit, 12);
  });

  test.each([
    ['decide infection=3 thirst=3', 'not-all'],
    ['decide infection=3 thirst=3 age=0', 'not-all'],
    ['decide infection=3 thirst=3 age=4', 'not-offered'],
    ['decide infection=3 thirst=3 age=1.5', 'not-offered'],
    ['decide infection=3 thirst=3 age=1 moon=1', 'not-offered'],
  ])('%s: %s', (move, code) => {
    expect(refusal(readExample('rate'), [], move)).toBe(code);
  });

  test('the answer and the key are told in the words of the scale', () => {
    const { view, debrief } = walk(readExample('rate'), ['decide infection=3 thirst=2 age=1']);
    expect(view.past).toMatchObject({
      did: 'An infection: Likely. She has drunk too little: Perhaps. It is only her age: Hardly.',
      followed: 'You write down what you have seen.',
    });
    const { options, why } = debrief().decisions[0]!;
    expect(options.find(({ id }) => id === 'thirst')!.placed).toMatchObject({
      given: 'Perhaps',
      right: 'Likely',
    });
    expect(why).toBe('It is common and soon put right.');
  });
});

describe('rationale: reasons in words of one’s own', () => {
  const published = readExample('rationale');

  test('are kept, shown and told, and worth nothing before a person has read them', () => {
    const { lines, credit, view, debrief } = walk(published, [
      'decide both',
      'say It is his life.',
    ]);
    expect(lines.at(-1)).toBe('written | 5 | ');
    expect(credit).toEqual(['pulled-apart 1, counts at pulled-apart']);
    expect(view.past).toMatchObject({ did: 'It is his life.', followed: 'She reads it twice.' });
    expect(debrief().decisions[1]).toMatchObject({
      chosen: 'It is his life.',
      worth: 'to-be-read',
      anchored: false,
      options: [],
      why: '',
    });
    expect(debrief().claims).toMatchObject([{ score: 1, anchors: 1 }]);
    expect(debrief().matters).toBeUndefined();
  });
  test('what they are about is asked', () => {
    expect(walk(published, ['decide her']).view.decision).toEqual({
      kind: 'rationale',
      prompt: 'Why did you do that?',
      options: [],
      asks: ['What you weighed', 'What would change your mind'],
    });
  });
  test('none at all are refused', () => {
    expect(refusal(published, ['decide her'], 'say')).toBe('nothing-written');
  });
});

describe('known: worth something else to whoever found out first', () => {
  test.each([
    [['decide hold'], '0.5', 'Right, but by luck'],
    [['find chart', 'decide hold'], '1', 'The chart says four'],
    [['decide give'], '0.25', 'It trusts the pot'],
    [['find chart', 'decide give'], '0, harm', 'You had read'],
  ])('%j', (moves, credit, why) => {
    const [, shown, said] = decide('known', moves);
    expect([shown, said]).toEqual([
      `the-pot ${credit}, counts at the-pot`,
      expect.stringContaining(why),
    ]);
  });
  test('every option is explained as it stands for who decided', () => {
    const whyGive = (moves: string[]) =>
      walk(readExample('known'), moves)
        .debrief()
        .decisions[0]!.options.find(({ id }) => id === 'give')!;
    expect(whyGive(['decide hold'])).toMatchObject({ credit: { 'IP-01': 0.25 }, harmful: [] });
    expect(whyGive(['find chart', 'decide hold'])).toMatchObject({
      credit: { 'IP-01': 0 },
      harmful: ['IP-01'],
    });
  });
});
