import { describe, expect, test } from 'vitest';
import { branchingStory } from '../../../tests/support/branching-story.ts';
import type { Guard } from './guard.ts';
import {
  guardsIn,
  keyGuardsIn,
  leadingGuardsIn,
  movesIn,
  movesOf,
  proseIn,
  targetsIn,
  tellingGuardsIn,
} from './parts-of.ts';
import { Scenario } from './schema.ts';

/** A condition that says where it was put. */
const at = (place: string): Guard => ({ knows: place });
const told = (place: string) => [{ when: at(place), text: 'So.' }, 'Always.'];
const why = 'Because of what it does to the person.';
const asked = {
  prompt: 'What now?',
  level: 2,
  routine: true,
  initiative: 'own',
  competencies: ['IP-01'],
  indicators: ['L2-S1'],
};
const to = (place: string) => [{ when: at(place), to: 'end' }, { to: 'end' }];
const find = { kind: 'look', label: 'Look', note: 'Seen.' };
const scene = { title: 'A moment', place: 'The hall' };

/** One of everything that can have a condition, each asking for the way to itself. */
const everything = Scenario.parse({
  ...branchingStory(),
  facts: {},
  people: {
    ada: {
      name: 'Ada',
      about: 'Ninety, and up early.',
      portrait: { seed: 'ada', head: 'bun', skin: 'ae5d29' },
      faces: [{ when: at('person-face'), mood: 'angry' }, { mood: 'calm' }],
    },
  },
  interruptions: { bell: { when: at('interruption'), minutes: 1, to: 'end' } },
  'looking-back': told('looking-back'),
  start: 'hall',
  scenes: {
    hall: {
      ...scene,
      people: { ada: [{ when: at('scene-face'), mood: 'tired' }, { mood: 'calm' }] },
      text: told('text'),
      happens: [{ when: at('happens'), to: 'end' }],
      finds: { plan: { ...find, when: at('find'), tells: told('tells'), to: to('find-to') } },
      decision: {
        ...asked,
        kind: 'best-action',
        weigh: told('weigh'),
        options: {
          go: {
            text: 'Go on',
            when: at('option'),
            followed: told('followed'),
            to: to('option-to'),
            key: {
              credit: { 'IP-01': 1 },
              why,
              cases: [{ when: at('case'), credit: { 'IP-01': 0 }, why }],
            },
          },
        },
      },
    },
    shelf: {
      ...scene,
      text: 'A shelf.',
      decision: {
        ...asked,
        kind: 'pick',
        pick: 1,
        weigh: 'I look.',
        followed: told('all-followed'),
        to: to('decision-to'),
        options: {
          one: { text: 'One', followed: told('picked-followed'), key: { right: true, why } },
        },
      },
    },
    walk: { ...scene, text: 'A walk.', next: { label: 'Go on', to: to('next-to') } },
    both: {
      ...scene,
      text: 'Two things.',
      strands: { left: { start: 'walk', turn: { label: 'Turn' } } },
      attend: 'left',
      to: to('strands-to'),
    },
    end: { ...scene, text: 'It ends.', ending: 'well' },
  },
});

/** Where something stands in the file, and what stands there. */
const standing = (value: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce((part, key) => (part as Record<string | number, unknown>)[key], value);
const names = (parts: { what: Guard }[]) =>
  parts.map(({ what }) => ('knows' in what ? what.knows : '?')).sort();
const every = <Part>(list: (scene: Scenario['scenes'][string]) => Part[]) =>
  Object.values(everything.scenes).flatMap(list);

const leading = [
  ...['decision-to', 'find', 'find-to', 'happens', 'next-to'],
  ...['option', 'option-to', 'strands-to'],
];
const telling = [
  ...['all-followed', 'followed', 'picked-followed', 'scene-face', 'tells', 'text', 'weigh'],
];

describe('every condition is listed, once', () => {
  test('those that lead, those that keys ask, and those that only tell', () => {
    expect(names(every(leadingGuardsIn))).toEqual(leading);
    expect(names(every(keyGuardsIn))).toEqual(['case']);
    expect(names(every(tellingGuardsIn))).toEqual(telling);
  });
  test('all of a scenario, its people and its interruptions among them', () => {
    expect(names(guardsIn(everything))).toEqual(
      [...leading, ...telling, ...['case', 'interruption', 'looking-back', 'person-face']].sort(),
    );
  });
  test('and none is left out: as many as the text of the file has', () => {
    const written = JSON.stringify(everything).match(/"when":/g)!;
    expect(guardsIn(everything)).toHaveLength(written.length);
  });
});

describe('each part is found at its path', () => {
  const story = Scenario.parse(branchingStory());
  test.each([
    ['everything', everything],
    ['a branching story', story],
  ])('of %s', (_, scenario) => {
    for (const { what, path } of [...guardsIn(scenario), ...movesOf(scenario)])
      expect(standing(scenario, path), path.join('.')).toBe(what);
    for (const scene of Object.values(scenario.scenes))
      for (const { what, path } of [...targetsIn(scene), ...movesIn(scene), ...proseIn(scene)])
        expect(standing(scene, path), path.join('.')).toBe(what);
  });
});

describe('moves and ways', () => {
  const paths = (parts: { path: readonly (string | number)[] }[]) =>
    parts.map(({ path }) => path.join('.'));
  const { hall, shelf, both } = everything.scenes;
  test('what changes the world: happenings, finds, options, whole decisions, going on, turning', () => {
    expect(paths(movesOf(everything))).toEqual([
      'scenes.hall.happens.0',
      'scenes.hall.finds.plan',
      'scenes.hall.decision.options.go',
      'scenes.shelf.decision.options.one',
      'scenes.shelf.decision',
      'scenes.walk.next',
      'scenes.both.strands.left.turn',
      'interruptions.bell',
    ]);
  });
  test('where a scene leads, the starts of its strands among them', () => {
    expect(paths(targetsIn(hall!))).toEqual([
      'happens.0.to',
      'finds.plan.to',
      'decision.options.go.to',
    ]);
    expect(paths(targetsIn(shelf!))).toEqual(['decision.to']);
    expect(paths(targetsIn(both!))).toEqual(['strands.left.start', 'to']);
  });
});
