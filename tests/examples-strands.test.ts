import { describe, expect, test } from 'vitest';
import { nextMoment } from '#domain/scenario/moment.ts';
import { readExample } from './examples/read-example.ts';
import { refusal, walk } from './examples/walk.ts';

const published = readExample('strands');
const lines = (...moves: string[]) => walk(published, moves).lines.slice(1);
const offered = (...moves: string[]) => walk(published, moves).offered;

describe('two things at once', () => {
  test('begin where the author says, and only what is attended to can be acted on', () => {
    const { view, lines, offered } = walk(published, []);
    expect(lines).toEqual(['*on-the-floor + she-is-crying | 0 | ']);
    expect(offered).toEqual(['decide kneel', 'decide ring', 'decide shout', 'turn phone']);
    expect(view.scene.title).toBe('On the floor');
    expect(view.beside).toEqual({
      title: 'Two bells',
      text: 'Both need you.',
      strands: [
        {
          id: 'phone',
          title: 'She is crying',
          place: 'The phone',
          text: 'She cannot find his slippers.',
          people: [],
          turn: { label: 'Pick the phone up', minutes: 2 },
        },
      ],
    });
  });

  test('turning costs time, changes what it says, and moves what is told to who attends', () => {
    expect(lines('turn phone')).toEqual(['on-the-floor + *she-is-crying | 2 | alone=2']);
    const { view } = walk(published, ['turn phone']);
    expect(view.scene.title).toBe('She is crying');
    expect(view.beside).toMatchObject({
      text: 'Both need you.\n\nYou hear him move.',
      strands: [{ title: 'On the floor', turn: { label: 'Go to Mr Aziz', minutes: 1 } }],
    });
    expect(view.past).toMatchObject({ title: 'On the floor', did: 'Pick the phone up' });
  });

  test('what is left alone moves on by itself, and stays there', () => {
    expect(lines('turn phone', 'find which', 'turn fall')).toEqual([
      'on-the-floor + *she-is-crying | 2 | alone=2',
      'he-tried + *she-is-crying | 4 | knows which',
      '*he-tried + she-is-crying | 5 | knows which',
    ]);
  });

  test('what is attended to does not', () => {
    expect(lines('turn phone', 'turn fall', 'decide kneel').at(-1)).toBe(
      '*looked-after + she-is-crying | 6 | ',
    );
  });

  test('a settled one is seen beside the other, without a way to it', () => {
    expect(offered('decide kneel')).toEqual(['turn phone']);
    const { view, offered: left } = walk(published, ['decide kneel', 'turn phone']);
    expect(view.beside!.strands).toEqual([
      expect.not.objectContaining({ turn: expect.anything() }),
    ]);
    expect(view.beside!.strands[0]!.title).toBe('He is looked after');
    expect(left).toEqual(['find which', 'go-on']);
  });

  test('an option that turns is one act: decided there, and then elsewhere', () => {
    const { lines, credit, view } = walk(published, ['decide ring']);
    expect(lines.at(-1)).toBe('looked-after + *she-is-crying | 1 | ');
    expect(credit).toEqual(['on-the-floor 0.5, counts at with-him']);
    expect(view.past!.did).toBe('Ring for a colleague and pick up the phone');
  });
});

describe('both settled lead on, in the world as they leave it', () => {
  test.each([
    ['soon', ['decide kneel', 'turn phone', 'go-on'], 'calm | 6 | alone=3'],
    ['the other first', ['turn phone', 'go-on', 'turn fall', 'decide ring'], 'calm | 5 | '],
    [
      'late',
      ['turn phone', 'find which', 'go-on', 'turn fall', 'decide kneel'],
      'tired | 9 | knows which',
    ],
  ])('%s', (_, moves, last) => {
    const { moment, lines } = walk(published, moves);
    expect(lines.at(-1)).toBe(last);
    expect(moment).not.toHaveProperty('strands');
    expect(moment.world.at).toBeUndefined();
  });

  test('whichever scene it was decided in, it is one anchor', () => {
    const late = walk(published, [
      'turn phone',
      'find which',
      'go-on',
      'turn fall',
      'decide kneel',
    ]);
    expect(late.credit).toEqual(['he-tried 1, counts at with-him']);
    expect(late.debrief().claims).toMatchObject([{ score: 1, anchors: 1 }]);
  });

  test('one move can lead out of both, with either of them open', () => {
    expect(lines('decide shout')).toEqual(['tired | 0 | ']);
    const after = ['turn phone', 'turn fall', 'decide shout'];
    expect(walk(published, after).moment).toEqual({
      scene: 'tired',
      world: expect.objectContaining({ minutes: 3 }) as object,
    });
  });
});

describe('what belongs to another strand is refused', () => {
  test.each([
    ['a find of the other', [], 'find which'],
    ['going on with the other', [], 'go-on'],
    ['an option of the other', ['turn phone'], 'decide kneel'],
    ['turning to where one is', [], 'turn fall'],
    ['turning to what is not there', [], 'turn kitchen'],
    ['turning to what is settled', ['decide ring'], 'turn fall'],
    ['going on where it is settled', ['decide kneel'], 'go-on'],
    ['turning once both are over', ['decide shout'], 'turn fall'],
  ])('%s', (_, moves, move) => {
    expect(refusal(published, moves, move)).toBe('not-offered');
  });

  test('by the machine itself too, whatever scene a moment says it is in', () => {
    const { moment } = walk(published, []);
    const forged = { ...moment, scene: 'she-is-crying' };
    expect(nextMoment(published.machine, forged, { type: 'go-on', choice: '' })).toBeUndefined();
    const attended = { ...forged, world: { ...moment.world, at: 'phone' } };
    expect(nextMoment(published.machine, attended, { type: 'go-on', choice: '' })).toBeDefined();
  });

  test('a condition can ask who is attended to', () => {
    expect(offered()).toContain('decide shout');
    const moment = { ...walk(published, []).moment };
    moment.world = { ...moment.world, at: 'phone' };
    const shout = { type: 'decide', choice: 'shout' } as const;
    expect(nextMoment(published.machine, moment, shout)).toBeUndefined();
  });
});

describe('replaying', () => {
  const moves = ['turn phone', 'find which', 'turn fall', 'decide kneel'];
  test('agrees, half way too', () => {
    for (let made = 0; made <= moves.length; made += 1)
      expect(walk(published, moves.slice(0, made)).replay()).toEqual([]);
  });
  test.each([
    ['a turn to elsewhere', 0, { choice: 'fall' }, 'could not have been made (not-offered)'],
    ['a turn taken for a find', 2, { kind: 'find' as const }, 'could not have been made'],
    ['a scene of the other strand', 1, { scene: 'on-the-floor' }, 'stood elsewhere'],
  ])('finds %s', (_, at, change, says) => {
    const found = walk(published, moves).replay((made) => Object.assign(made[at]!, change));
    expect(found.join('\n')).toContain(says);
  });
});
