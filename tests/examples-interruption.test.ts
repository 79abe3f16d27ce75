import { describe, expect, test } from 'vitest';
import type { PublishedScenario } from '#domain/scenario/published.ts';
import { toMachine } from '#domain/scenario/to-machine.ts';
import { readExample } from './examples/read-example.ts';
import { refusal, walk } from './examples/walk.ts';

const published = readExample('interruption');
/** Ben is dry and Cora is asked: then the office rings, with the worker at Cora’s side. */
const inTheMiddle = ['go-on', 'go-on', 'turn cora', 'find cup'];

describe('an interruption', () => {
  test.each([
    ['from an ordinary scene', ['find board'], 'the-hall | 5 | rung=true, knows board'],
    ['with two things going on', inTheMiddle, 'ben-is-dry + *cora-eats | 5 | rung=true, knows cup'],
    [
      'with one of them settled and still attended to',
      ['go-on', 'turn cora', 'go-on'],
      'ben-washes + *cora-is-done | 5 | rung=true',
    ],
  ])('comes %s, and comes back to the very place', (_, moves, place) => {
    const where = place.split(' | ')[0]!;
    const during = walk(published, moves);
    expect(during.lines.at(-1)).toContain(`the-phone (from `);
    expect(during.moment.left).toBeDefined();
    const after = walk(published, [...moves, 'decide later']);
    expect(after.lines.at(-1)).toBe(place);
    expect(after.moment).not.toHaveProperty('left');
    const before = walk(published, moves.slice(0, -1));
    expect(where.replace('cora-is-done', 'cora-eats')).toBe(before.lines.at(-1)!.split(' | ')[0]);
  });

  test('shows itself and nothing of what it came over', () => {
    const { view, offered } = walk(published, inTheMiddle);
    expect(view.scene).toMatchObject({ id: 'the-phone', title: 'The office rings' });
    expect(view.beside).toBeUndefined();
    expect(offered).toEqual(['decide later', 'decide rota', 'decide go']);
    for (const move of ['turn ben', 'go-on', 'find cup'])
      expect(refusal(published, inTheMiddle, move)).toBe('not-offered');
  });

  test('may have several moments, and time that passes in it passes outside', () => {
    const moves = [...inTheMiddle, 'decide rota', 'go-on'];
    expect(walk(published, moves).lines.slice(-3)).toEqual([
      'the-phone (from ben-is-dry + *cora-eats) | 5 | rung=true, knows cup',
      'the-rota (from ben-is-dry + *cora-eats) | 9 | rung=true, knows cup',
      'ben-is-dry + *cora-eats | 9 | rung=true, knows cup',
    ]);
    expect(walk(published, moves).view.past).toMatchObject({ title: 'The rota', did: 'Ring off' });
  });

  test('comes once: all goes on as before, to the end', () => {
    const moves = [...inTheMiddle, 'decide later', 'go-on', 'turn ben', 'go-on'];
    const walked = walk(published, moves);
    expect(walked.lines.slice(-3)).toEqual([
      'ben-is-dry + *cora-is-done | 10 | rung=true, knows cup',
      '*ben-is-dry + cora-is-done | 10 | rung=true, knows cup',
      'done | 10 | rung=true, knows cup',
    ]);
    expect(walked.moment.world.happened).toEqual(['office']);
    expect(walked.credit).toEqual(['the-phone 1, counts at the-phone']);
    expect(walked.replay()).toEqual([]);
  });

  test('that comes as both are settled gives way to it, and they lead on afterwards', () => {
    const moves = ['go-on', 'go-on', 'go-on', 'turn cora', 'go-on'];
    expect(walk(published, moves).lines.at(-1)).toBe(
      'the-phone (from ben-is-up + *cora-is-done) | 5 | rung=true',
    );
    const back = walk(published, [...moves, 'decide later']);
    expect(back.lines.at(-1)).toBe('done | 5 | rung=true');
    expect(back.replay()).toEqual([]);
  });

  test('can be left for good', () => {
    const { moment, lines, replay } = walk(published, [...inTheMiddle, 'decide go']);
    expect(lines.at(-1)).toBe('gone | 5 | rung=true, knows cup');
    expect(moment).not.toHaveProperty('left');
    expect(moment).not.toHaveProperty('strands');
    expect(replay()).toEqual([]);
  });

  test('does not come over an ending', () => {
    expect(walk(published, ['go-on', 'turn cora']).lines.at(-1)).toBe(
      'ben-washes + *cora-eats | 0 | ',
    );
    const { scenario } = published;
    const late = structuredClone(scenario);
    late.scenes['the-hall']!.next!.minutes = 9;
    late.scenes['the-hall']!.next!.to = 'done';
    expect(walk(played(late), ['go-on']).lines.at(-1)).toBe('done | 9 | ');
  });
});

/** The example with something changed in it. */
const played = (scenario: PublishedScenario['scenario']): PublishedScenario => ({
  ...published,
  scenario,
  machine: toMachine(scenario),
});

describe('two that are due at once come one after the other', () => {
  const two = structuredClone(published.scenario);
  two.interruptions!['door'] = { when: { minutes: { 'at-least': 5 } }, to: 'the-door' };
  two.scenes['the-door'] = {
    title: 'The door bell',
    place: 'The door',
    text: 'A parcel.',
    during: 'door',
    next: { label: 'Take it in', to: 'back' },
  };
  const both = played(two);

  test.each([
    ['an ordinary scene', ['find board'], 'the-hall'],
    ['the middle of two things', inTheMiddle, 'ben-is-dry + *cora-eats'],
  ])('and lead back to %s', (_, moves, place) => {
    const walked = walk(both, [...moves, 'decide later', 'go-on']);
    expect(walked.lines.slice(-3).map((line) => line.split(' | ')[0])).toEqual([
      `the-phone (from ${place})`,
      `the-door (from ${place})`,
      place,
    ]);
    expect(walked.moment.world.happened).toEqual(['office', 'door']);
    expect(walked.replay()).toEqual([]);
  });
});
