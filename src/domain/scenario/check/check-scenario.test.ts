import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { frameworks, soundInput } from '../../../../tests/support/sound-scenario.ts';
import { option, worth, type ScenarioInput } from '../../../../tests/support/tiny-scenario.ts';
import { explore } from '../explore.ts';
import { Scenario } from '../schema.ts';
import { checkReach } from './check-reach.ts';
import { checkScenario } from './check-scenario.ts';

const check = (input: ScenarioInput) => checkScenario(Scenario.parse(input), frameworks, 2);

test('a sound scenario passes, with its anchors', () => {
  const { problems, anchors, moments } = check(soundInput());
  expect(problems).toEqual([]);
  expect(anchors.map(({ name, level, scenes }) => [name, level, scenes])).toEqual([
    ['entering', 2, ['hall', 'flood']],
    ['stairs', 3, ['stairs']],
  ]);
  expect(moments).toBeGreaterThan(6);
});

type Break = (scenes: ScenarioInput['scenes'], all: ScenarioInput) => void;
const options = (scenes: ScenarioInput['scenes'], scene: string) =>
  scenes[scene]!.decision!.options;

// What is wrong, the code it gets, where it is, and how to make it so in the sound scenario.
const broken: [string, string, string, Break][] = [
  [
    'a start that is no scene',
    'unknown-scene',
    'start',
    (_, all) => {
      all.start = 'attic';
    },
  ],
  [
    'an option to no scene',
    'unknown-scene',
    'scenes.hall.decision.options.ask.to',
    (s) => {
      options(s, 'hall')['ask']!.to = 'attic';
    },
  ],
  [
    'a branch to no scene',
    'unknown-scene',
    'scenes.hall.decision.options.shout.to.0.to',
    (s) => {
      options(s, 'hall')['shout']!.to = [
        { when: { knows: 'plan' }, to: 'attic' },
        { to: 'stairs' },
      ];
    },
  ],
  [
    'going on to no scene',
    'unknown-scene',
    'scenes.kitchen.next.to',
    (s) => {
      s['kitchen']!.next!.to = 'attic';
    },
  ],
  [
    'a happening that leads to no scene',
    'unknown-scene',
    'scenes.hall.happens.0.to',
    (s) => {
      s['hall']!.happens![0]!.to = 'attic';
    },
  ],

  [
    'a last branch with a condition',
    'no-way-out',
    'scenes.hall.decision.options.shout.to',
    (s) => {
      options(s, 'hall')['shout']!.to = [{ when: { knows: 'plan' }, to: 'stairs' }];
    },
  ],
  [
    'a scene with nothing to do',
    'no-way-out',
    'scenes.kitchen',
    (s) => {
      delete s['kitchen']!.next;
    },
  ],
  [
    'a scene where nothing is offered at times',
    'no-way-out',
    'scenes.stairs',
    (s) => {
      for (const one of Object.values(options(s, 'stairs'))) one.when = { knows: 'plan' };
    },
  ],

  [
    'a condition on no fact',
    'unknown-fact',
    'scenes.hall.decision.options.ask.when',
    (s) => {
      options(s, 'hall')['ask']!.when = { fact: 'dry', is: true };
    },
  ],
  [
    'a condition deep inside others',
    'unknown-fact',
    'scenes.hall.decision.options.ask.when.all.0.any.1.not',
    (s) => {
      options(s, 'hall')['ask']!.when = {
        all: [{ any: [{ knows: 'plan' }, { not: { fact: 'dry', is: true } }] }],
      };
    },
  ],
  [
    'a condition in a text',
    'unknown-fact',
    'scenes.hall.text.0.when',
    (s) => {
      s['hall']!.text = [{ when: { fact: 'dry', is: true }, text: 'Dry.' }];
    },
  ],
  [
    'a condition in what a find tells',
    'unknown-fact',
    'scenes.hall.finds.plan.tells.0.when',
    (s) => {
      s['hall']!.finds!['plan']!.tells = [{ when: { fact: 'dry', is: true }, text: 'Dry.' }];
    },
  ],
  [
    'a condition in what followed',
    'unknown-fact',
    'scenes.stairs.decision.options.run.followed.0.when',
    (s) => {
      options(s, 'stairs')['run']!.followed = [{ when: { fact: 'dry', is: true }, text: 'Dry.' }];
    },
  ],
  [
    'a condition on a face',
    'unknown-fact',
    'scenes.stairs.people.ada.0.when',
    (s) => {
      s['stairs']!.people = { ada: [{ when: { fact: 'dry', is: true }, mood: 'calm' }] };
    },
  ],
  [
    'a condition on a happening',
    'unknown-fact',
    'scenes.hall.happens.0.when',
    (s) => {
      s['hall']!.happens![0]!.when = { fact: 'dry', is: true };
    },
  ],
  [
    'a condition on a branch',
    'unknown-fact',
    'scenes.hall.decision.options.shout.to.0.when',
    (s) => {
      options(s, 'hall')['shout']!.to = [
        { when: { fact: 'dry', is: true }, to: 'kitchen' },
        { to: 'stairs' },
      ];
    },
  ],
  [
    'a branch of going on',
    'unknown-fact',
    'scenes.kitchen.next.to.0.when',
    (s) => {
      s['kitchen']!.next!.to = [{ when: { fact: 'dry', is: true }, to: 'well' }, { to: 'stairs' }];
    },
  ],
  [
    'setting no fact',
    'unknown-fact',
    'scenes.kitchen.next.set.dry',
    (s) => {
      s['kitchen']!.next!.set = { dry: true };
    },
  ],
  [
    'adding to no fact',
    'unknown-fact',
    'scenes.kitchen.next.add.dry',
    (s) => {
      s['kitchen']!.next!.add = { dry: 1 };
    },
  ],

  [
    'a flag asked about as a counter',
    'wrong-kind-of-fact',
    'scenes.hall.decision.options.ask.when',
    (s) => {
      options(s, 'hall')['ask']!.when = { fact: 'wet', 'at-least': 1 };
    },
  ],
  [
    'a counter asked about as a flag',
    'wrong-kind-of-fact',
    'scenes.hall.decision.options.ask.when',
    (s) => {
      options(s, 'hall')['ask']!.when = { fact: 'trust', is: true };
    },
  ],
  [
    'a flag set to a number',
    'wrong-kind-of-fact',
    'scenes.kitchen.next.set.wet',
    (s) => {
      s['kitchen']!.next!.set = { wet: 1 };
    },
  ],
  [
    'a counter set to true',
    'wrong-kind-of-fact',
    'scenes.kitchen.next.set.trust',
    (s) => {
      s['kitchen']!.next!.set = { trust: true };
    },
  ],
  [
    'a flag added to',
    'wrong-kind-of-fact',
    'scenes.hall.finds.plan.add.wet',
    (s) => {
      s['hall']!.finds!['plan']!.add = { wet: 1 };
    },
  ],

  [
    'a condition on no find',
    'unknown-find',
    'scenes.hall.finds.tap.when',
    (s) => {
      s['hall']!.finds!['tap']!.when = { knows: 'map' };
    },
  ],
  [
    'a person nobody described',
    'unknown-person',
    'scenes.stairs.people.bo',
    (s) => {
      s['stairs']!.people = { bo: 'calm' };
    },
  ],

  [
    'a counter that starts outside its bounds',
    'fact-out-of-bounds',
    'facts.trust.start',
    (_, all) => {
      all.facts!['trust'] = { counter: [0, 4], start: 5, about: 'Trust' };
    },
  ],
  [
    'a counter set outside its bounds',
    'fact-out-of-bounds',
    'scenes.kitchen.next.set.trust',
    (s) => {
      s['kitchen']!.next!.set = { trust: 9 };
    },
  ],
  [
    'a counter that a path takes too high',
    'fact-out-of-bounds',
    'scenes.hall',
    (s) => {
      options(s, 'hall')['ask']!.add = { trust: 4 };
    },
  ],
  [
    'a counter that a path takes too low',
    'fact-out-of-bounds',
    'scenes.hall',
    (s) => {
      options(s, 'hall')['ask']!.add = { trust: -2 };
    },
  ],
  [
    'a counter out of bounds before anybody moves',
    'fact-out-of-bounds',
    'scenes.flood',
    (s) => {
      s['hall']!.happens = [
        { when: { fact: 'trust', 'at-most': 1 }, add: { trust: 9 }, to: 'flood' },
      ];
    },
  ],

  [
    'a decision and a way on',
    'two-things-at-once',
    'scenes.stairs',
    (s) => {
      s['stairs']!.next = { label: 'Go on', to: 'well' };
    },
  ],
  [
    'a decision in an ending',
    'two-things-at-once',
    'scenes.stairs',
    (s) => {
      s['stairs']!.ending = 'well';
    },
  ],
  [
    'two finds of one name',
    'find-named-twice',
    'scenes.kitchen.finds.plan',
    (s) => {
      s['kitchen']!.finds = { plan: s['hall']!.finds!['plan']! };
    },
  ],
  [
    'a circle of happenings',
    'happens-for-ever',
    'scenes.hall.happens',
    (s) => {
      s['flood']!.happens = [{ when: { fact: 'wet', is: true }, to: 'hall' }];
    },
  ],
  [
    'a happening that leads to its own scene',
    'happens-for-ever',
    'scenes.flood.happens',
    (s) => {
      s['flood']!.happens = [{ when: { fact: 'wet', is: true }, to: 'flood' }];
    },
  ],

  [
    'a claim to no competency',
    'unknown-competency',
    'claims.1.competency',
    (_, all) => {
      all.claims.push({ competency: 'IP-99', level: 2 });
    },
  ],
  [
    'a decision on no competency',
    'unknown-competency',
    'scenes.flood.decision.competencies.1',
    (s) => {
      s['flood']!.decision!.competencies = ['IP-01', 'IP-99'];
    },
  ],
  [
    'an indicator nobody knows',
    'unknown-indicator',
    'scenes.flood.decision.indicators.0',
    (s) => {
      s['flood']!.decision!.indicators = ['L2-S9'];
    },
  ],
  [
    'an outcome nobody knows',
    'unknown-outcome',
    'certificate.0',
    (_, all) => {
      all.certificate = ['CC-99.9'];
    },
  ],

  [
    'equivalents of two levels',
    'anchor-uneven',
    'scenes.stairs.decision',
    (s) => {
      s['stairs']!.decision!.anchor = 'entering';
    },
  ],
  [
    'equivalents of two weights',
    'anchor-uneven',
    'scenes.flood.decision',
    (s) => {
      s['flood']!.decision!.weight = 2;
    },
  ],
  [
    'equivalents of which one is routine',
    'anchor-uneven',
    'scenes.flood.decision',
    (s) => {
      s['flood']!.decision!.routine = false;
    },
  ],
  [
    'one option',
    'nothing-to-decide',
    'scenes.flood.decision.options',
    (s) => {
      delete options(s, 'flood')['wade'];
    },
  ],
  [
    'an option without credit for a competency',
    'keys-missing',
    'scenes.stairs.decision.options.run.key.credit',
    (s) => {
      options(s, 'stairs')['run']!.key = worth(0);
    },
  ],
  [
    'credit for a competency not decided on',
    'keys-missing',
    'scenes.flood.decision.options.mop.key.credit',
    (s) => {
      options(s, 'flood')['mop']!.key = worth({ 'IP-01': 1, 'IP-02': 1 });
    },
  ],
  [
    'harm to a competency not decided on',
    'keys-missing',
    'scenes.flood.decision.options.wade.key.harmful',
    (s) => {
      options(s, 'flood')['wade']!.key = worth(0, ['IP-02']);
    },
  ],
  [
    'options that are worth the same',
    'keys-do-not-discriminate',
    'scenes.flood.decision',
    (s) => {
      options(s, 'flood')['wade']!.key = worth(0.75);
    },
  ],
  [
    'options that are worth the same for one of two',
    'keys-do-not-discriminate',
    'scenes.stairs.decision',
    (s) => {
      options(s, 'stairs')['run']!.key = worth({ 'IP-01': 0, 'IP-02': 0.75 });
    },
  ],

  [
    'a level 3 decision that is routine',
    'not-level-3',
    'scenes.stairs.decision',
    (s) => {
      s['stairs']!.decision!.routine = true;
    },
  ],
  [
    'a level 3 decision under supervision',
    'not-level-3',
    'scenes.stairs.decision',
    (s) => {
      s['stairs']!.decision!.initiative = 'supervised';
    },
  ],
  [
    'a level 3 decision that is not complex',
    'not-level-3',
    'scenes.stairs.decision',
    (s) => {
      delete s['stairs']!.decision!.complexity;
    },
  ],
  [
    'a level 3 decision that is complex in one way, twice',
    'not-level-3',
    'scenes.stairs.decision',
    (s) => {
      s['stairs']!.decision!.complexity = ['missing-facts', 'missing-facts'];
    },
  ],

  [
    'a scene no path leads to',
    'unreachable-scene',
    'scenes.attic',
    (s) => {
      s['attic'] = { title: 'Attic', place: 'Up', text: 'Dust.', ending: 'well' };
    },
  ],
  [
    'an option never offered',
    'dead-option',
    'scenes.stairs.decision.options.sit',
    (s) => {
      options(s, 'stairs')['sit'] = option('well', {
        when: { all: [{ knows: 'plan' }, { not: { knows: 'plan' } }] },
        key: worth({ 'IP-01': 1, 'IP-02': 1 }),
      });
    },
  ],
  [
    'an option never offered, named like a find that is',
    'dead-option',
    'scenes.hall.decision.options.plan',
    (s) => {
      options(s, 'hall')['plan'] = option('stairs', { when: { minutes: { 'at-least': 90 } } });
    },
  ],
  [
    'a find never offered',
    'dead-option',
    'scenes.hall.finds.tap',
    (s) => {
      s['hall']!.finds!['tap']!.when = { fact: 'trust', 'at-least': 4 };
    },
  ],
  [
    'a claim with too little to rest on',
    'too-few-anchors',
    'claims.1',
    (_, all) => {
      all.claims.push({ competency: 'IP-02', level: 2 });
    },
  ],
  [
    'a level 3 claim that rests on level 2',
    'too-few-anchors',
    'claims.0',
    (_, all) => {
      all.claims = [{ competency: 'IP-01', level: 3 }];
    },
  ],
];

describe('the checker finds', () => {
  test.each(broken)('%s: %s', (_, code, path, breakIt) => {
    const input = soundInput();
    breakIt(input.scenes, input);
    const found = check(input).problems;
    const places = found.filter((one) => one.code === code).map((one) => one.path.join('.'));
    expect(places, JSON.stringify(found)).toContain(path);
    for (const { message, remedy } of found) {
      expect(message).toMatch(/^.{10,}\.$/);
      expect(remedy).toMatch(/^.{10,}\.$/);
    }
  });

  test('a scenario too large to look at all of', () => {
    const scenario = Scenario.parse(soundInput());
    expect(checkReach(scenario, explore(scenario, 3)).map((one) => one.code)).toEqual([
      'too-large',
    ]);
  });

  test('each of these by a row of its own', () => {
    const codes = readdirSync(import.meta.dirname)
      .filter((name) => !name.includes('.test.'))
      .map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'))
      .flatMap((text) => [...text.matchAll(/(?:code: |report\(\s*|unknown\(\s*)'([a-z0-9-]+)'/g)])
      .map(([, code]) => code!);
    expect(codes).toContain('too-few-anchors');
    const tested = new Set(['too-large', ...broken.map(([, code]) => code)]);
    expect([...new Set(codes)].filter((code) => !tested.has(code))).toEqual([]);
  });
});

test('paths are not explored while a name is unknown, since the machine could not be built', () => {
  const input = soundInput();
  input.start = 'attic';
  expect(check(input)).toMatchObject({ moments: 0, anchors: [] });
});
