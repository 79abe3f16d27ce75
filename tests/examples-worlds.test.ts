import { describe, expect, test } from 'vitest';
import { readExample } from './examples/read-example.ts';
import { refusal, walk } from './examples/walk.ts';

describe('finds: look, ask, call, stop', () => {
  const published = readExample('finds');
  test.each([
    ['looking costs minutes', ['find plan'], 'the-bathroom | 2 | knows plan'],
    [
      'asking changes something',
      ['find plan', 'find her-arm'],
      'the-bathroom | 2 | trust=2, knows plan, knows her-arm',
    ],
    ['a call may lead away', ['find nurse'], 'the-nurse | 5 | knows nurse'],
    ['so may stopping', ['find wait'], 'no-bath | 1 | knows wait'],
  ])('%s', (_, moves, line) => {
    expect(walk(published, moves).lines.at(-1)).toBe(line);
  });

  test.each([
    [[], ['find plan', 'find nurse', 'find wait', 'decide bath']],
    [['find plan'], ['find her-arm', 'find nurse', 'find wait', 'decide bath']],
    [
      ['find plan', 'find her-arm'],
      ['find nurse', 'find wait', 'decide bath', 'decide shower'],
    ],
  ])('after %j: %j', (moves, offered) => {
    expect(walk(published, moves).offered).toEqual(offered);
  });

  test('each is done once, and only when its condition holds', () => {
    expect(refusal(published, ['find plan'], 'find plan')).toBe('not-offered');
    expect(refusal(published, [], 'find her-arm')).toBe('not-offered');
    expect(refusal(published, [], 'decide shower')).toBe('not-offered');
  });

  test('what was found stays in full beside the scene, and as a line in the notebook', () => {
    const { view, debrief } = walk(published, ['find plan', 'find her-arm', 'find nurse']);
    expect(view.known.map(({ note }) => note)).toEqual([
      'A new patch.',
      'The patch must stay dry.',
      'The nurse is coming.',
    ]);
    expect(view.past).toMatchObject({ did: 'Ring the nurse', followed: 'She is coming.' });
    const here = walk(published, ['find plan', 'find her-arm']).view;
    expect(here.finds.map(({ id, kind, minutes }) => [id, kind, minutes])).toEqual([
      ['nurse', 'call', 5],
      ['wait', 'stop', 1],
    ]);
    // Told in the world that asking left, in which she trusts more.
    expect(here.found.at(-1)!.tells).toBe('It must stay dry.\n\nShe shows you.');
    expect(debrief().path.map((one) => one.kind === 'step' && one.step.did)).toEqual([
      'Read the plan',
      'Ask her about the patch',
      'Ring the nurse',
    ]);
  });
});

describe('people: facts of their own, and a face that shows them', () => {
  const published = readExample('people');
  test.each([
    [[], 'solemn', ''],
    [['decide ask'], 'in-pain', 'dot.trust=2'],
    [['decide push'], 'angry', 'dot.trust=0'],
    [['decide ask', 'go-on'], 'smiling', 'dot.trust=2'],
    [['decide push', 'go-on'], 'angry', 'dot.trust=0'],
  ])('%j: %s', (moves, mood, facts) => {
    const { view, lines } = walk(published, moves);
    expect(view.people).toEqual([{ id: 'dot', name: 'Dot', mood }]);
    expect(lines.at(-1)!.split(' | ')[2]).toBe(facts);
  });
  test('the debrief names them as their author describes them', () => {
    expect(walk(published, ['decide ask']).debrief().decisions[0]!.facts).toEqual([
      { about: 'How far Dot trusts you', value: '1' },
      { about: "Dot's mouth is sore", value: 'yes' },
    ]);
  });
});

describe('timers: minutes since something began', () => {
  const published = readExample('timers');
  test.each([
    ['does not run before it is started', ['find salt'], 'the-stove | 3 | knows salt'],
    ['is set before the minutes of the same move pass', ['go-on'], 'it-boils | 1 | boiling=1'],
    [
      'counts from then on, not from the start',
      ['find salt', 'go-on'],
      'it-boils | 4 | boiling=1, knows salt',
    ],
    [
      'runs with every move that takes time',
      ['go-on', 'find door', 'decide chat'],
      'it-boils | 5 | boiling=5, knows door',
    ],
    [
      'makes something happen the moment it is due',
      ['go-on', 'find door', 'decide chat', 'decide chat'],
      'burnt | 6 | boiling=6, knows door',
    ],
    [
      'stops at its greatest',
      ['go-on', 'find door', 'find gate'],
      'burnt | 34 | boiling=6, knows door, knows gate',
    ],
    [
      'that is stopped does not run on with the minutes of that move',
      ['go-on', 'find door', 'decide off'],
      'eaten | 9 | knows door',
    ],
  ])('a timer %s', (_, moves, line) => {
    const walked = walk(published, moves);
    expect(walked.lines.at(-1)).toBe(line);
    expect(walked.replay()).toEqual([]);
  });
  test('a text may ask about it like about a counter', () => {
    const told = (moves: string[]) => walk(published, moves).view.scene.text;
    expect(told(['go-on'])).toBe('The pan rattles.');
    expect(told(['go-on', 'find door'])).toBe('The pan rattles.\n\nIt is nearly dry.');
  });
});

describe('ripples: what was done shows later', () => {
  const published = readExample('ripples');
  test.each([
    [
      'promise',
      'She nods.\n\nShe looks at the clock.',
      'The lunch trolley is late.\n\nJoan stands in her door.',
      'Joan waited for an hour.',
    ],
    ['say-when', '', 'The lunch trolley is late.', 'Joan had her tea at two.'],
  ])('%s', (choice, followed, later, lookingBack) => {
    const { view } = walk(published, [`decide ${choice}`]);
    expect([view.past!.followed, view.scene.text]).toEqual([followed, later]);
    const { debrief } = walk(published, [`decide ${choice}`, 'go-on']);
    expect(debrief().lookingBack).toBe(lookingBack);
    // Told in the world in which it was decided: nothing had been promised yet.
    expect(debrief().decisions[0]!.weigh).toBe('I promise what I can keep.');
  });
});
