import { describe, expect, test } from 'vitest';
import { branchingStory } from '../../../tests/support/branching-story.ts';
import {
  fromArrows,
  option,
  tinyScenario,
  worth,
  decision,
} from '../../../tests/support/tiny-scenario.ts';
import { Scenario } from './schema.ts';
import { toStoryGraph } from './story-graph.ts';
import { toOutline } from './story-outline.ts';

const story = Scenario.parse(branchingStory());
const graph = toStoryGraph(story, [
  { name: 'which-first', level: 2, competency: 'IP-01', weight: 1, scenes: ['which-first'] },
]);
const sceneOf = (id: string) => graph.scenes.find((scene) => scene.id === id)!;

describe('the ways of a story', () => {
  test.each([
    ['two-bells', ['splits on-the-floor', 'splits she-is-crying']],
    [
      'on-the-floor',
      [
        'A he-is-up',
        'B he-is-up (harm)',
        'C he-is-up',
        'happens he-is-up if Minutes that Mr Aziz has been alone: 10 or more',
      ],
    ],
    ['she-is-crying', ['find put-down', 'next put-down']],
    [
      'he-is-up',
      [
        'settled which-first if Minutes that Mr Aziz has been alone: 5 or more',
        'settled which-first otherwise',
      ],
    ],
    ['which-first', ['decided two-of-four']],
    ['reasons', ['decided well if done: Ask what happened', 'decided mixed otherwise']],
    ['office-asks', ['next back']],
  ])('from %s', (from, said) => {
    const ways = graph.ways.filter((way) => way.from === from && way.by !== 'interrupts');
    expect(
      ways.map(({ letter, by, to, when, otherwise, harmful }) =>
        [
          `${letter ?? by} ${to}`,
          when === undefined ? '' : ` if ${when}`,
          otherwise ? ' otherwise' : '',
          harmful ? ' (harm)' : '',
        ].join(''),
      ),
    ).toEqual(said);
  });

  test('an interruption comes from anywhere, under the name of the interruption', () => {
    expect(graph.ways.filter(({ by }) => by === 'interrupts')).toMatchObject([
      { from: 'office-rings', to: 'office-rings', when: 'minutes since the start: 20 or more' },
    ]);
  });
});

describe('the order of a story', () => {
  test('each scene comes after what leads to it, interruptions after the rest', () => {
    expect(graph.scenes.map(({ id, number }) => `${number} ${id}`)).toEqual([
      '1 two-bells',
      '2 on-the-floor',
      '3 he-is-up',
      '4 she-is-crying',
      '5 put-down',
      '6 which-first',
      '7 two-of-four',
      '8 how-likely',
      '9 reasons',
      '10 well',
      '11 mixed',
      '12 office-rings',
      '13 office-asks',
    ]);
  });

  test.each([
    ['S>A A>C,D C>D', 's a c d'],
    ['S>A A>D,C C>D', 's a c d'],
    ['S>A A>B B>A,E', 's a b e'],
  ])('%s', (arrows, order) => {
    const { scenes } = toStoryGraph(fromArrows(arrows), []);
    expect(scenes.map(({ id }) => id).join(' ')).toBe(order);
  });

  test('a scene that nothing leads to is not lost', () => {
    const lost = tinyScenario({
      hall: { next: { label: 'Go on', to: 'end' } },
      end: { ending: 'well' },
      attic: { ending: 'hard' },
    });
    expect(toStoryGraph(lost, []).scenes.map(({ id }) => id)).toEqual(['hall', 'end', 'attic']);
  });
});

describe('a decision', () => {
  test.each([
    ['on-the-floor', 'Choose one', 'Sound: A'],
    ['which-first', 'Put in order', 'Order: B, A, C'],
    ['two-of-four', 'Pick 2', 'Right: A, B'],
    ['how-likely', 'Rate each', 'A: not, B: likely'],
    ['reasons', 'Give reasons', 'Marked by a person'],
  ])('at %s: %s, %s', (id, kind, answer) => {
    expect(sceneOf(id).decision).toMatchObject({ kind, answer });
  });

  test('names its anchors, and whatever can harm', () => {
    expect(sceneOf('which-first').decision?.anchors).toEqual(['IP-01']);
    expect(sceneOf('two-of-four').decision?.anchors).toEqual([]);
    const harms = graph.scenes.flatMap(({ id, decision: made }) =>
      (made?.options ?? []).flatMap((one) => (one.harmful.length ? [`${id} ${one.letter}`] : [])),
    );
    expect(harms).toEqual(['on-the-floor B', 'which-first C', 'two-of-four D']);
  });

  test('can harm, and be sound, where only one case of its key says so', () => {
    const why = 'Because of what it does to the person.';
    const key = {
      ...worth(0.5),
      cases: [
        { when: { knows: 'plan' }, credit: { 'IP-01': 1 }, why },
        { when: { not: { knows: 'plan' } }, credit: { 'IP-01': 0 }, harmful: ['IP-01'], why },
      ],
    };
    const { scenes } = toStoryGraph(
      tinyScenario({
        hall: { decision: decision({ go: option('end', { key }) }) },
        end: { ending: 'well' },
      }),
      [],
    );
    expect(scenes[0]!.decision!.options).toMatchObject([{ sound: true, harmful: ['IP-01'] }]);
  });
});

test('strands and interruptions are frames round their scenes', () => {
  expect(graph.frames).toEqual([
    {
      id: 'fall',
      kind: 'strand',
      title: 'fall',
      how: 'Go to Mr Aziz',
      scenes: ['on-the-floor', 'he-is-up'],
    },
    {
      id: 'phone',
      kind: 'strand',
      title: 'phone',
      how: 'Pick the phone up again',
      scenes: ['she-is-crying', 'put-down'],
    },
    {
      ...{ id: 'office-rings', kind: 'interruption', title: 'office rings' },
      how: 'minutes since the start: 20 or more',
      scenes: ['office-rings', 'office-asks'],
    },
  ]);
});

describe('the outline', () => {
  const outline = toOutline(story, graph);
  const outlined = (id: string) => outline.find((scene) => scene.story.id === id)!;

  test('says every key in words', () => {
    const { options } = outlined('on-the-floor').decision!;
    expect(options.map(({ keys }) => keys[0]!.worth)).toEqual([
      [{ competency: 'IP-01', words: 'sound' }],
      [{ competency: 'IP-01', words: 'would have done harm' }],
      [{ competency: 'IP-01', words: 'partly sound' }],
    ]);
    expect(outlined('which-first').decision!.options[1]!.keys[0]!.worth).toEqual([
      { words: 'place 1' },
    ]);
    expect(outlined('how-likely').decision!.options[1]!.keys[0]!.worth).toEqual([
      { words: 'rated “likely”' },
    ]);
  });

  test('says where moves lead, what they change and what brings one here', () => {
    expect(outlined('on-the-floor').decision!.options[2]).toMatchObject({
      changes: ['Turns to: phone'],
      leads: [{ to: { id: 'he-is-up', number: 3, title: 'He is up' } }],
    });
    expect(outlined('office-asks').next!.leads).toEqual([{ otherwise: false }]);
    expect(outlined('office-rings').comes).toMatchObject([
      { when: 'minutes since the start: 20 or more' },
    ]);
    expect(outlined('two-bells').strands.map(({ label }) => label)).toEqual([
      'Go to Mr Aziz',
      'Pick the phone up again',
    ]);
    expect(outlined('reasons').decision!.after!.leads).toHaveLength(2);
  });
});
