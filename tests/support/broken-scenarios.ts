import type { Broken } from './check-sound.ts';
import { option, worth } from './tiny-scenario.ts';

const dry = { fact: 'dry', is: true };
const unsure = [{ when: dry, text: 'Dry.' }];
const oddWay = [{ when: dry, to: 'kitchen' }, { to: 'stairs' }];
const hall = 'scenes.hall.decision.options';
const flood = 'scenes.flood.decision.options';
const stairs = 'scenes.stairs.decision.options';
const byTrust = [{ when: { fact: 'trust', 'at-least': 2 }, to: 'well' }, { to: 'hard' }];
const look = { kind: 'look', label: 'Look', tells: 'It tells.', note: 'Noted.' };
const never = { all: [{ knows: 'plan' }, { not: { knows: 'plan' } }] };
const full = worth({ 'IP-01': 1, 'IP-02': 1 });

/** By code of the checker: ways to break the sound scenario so that it is found. */
export const brokenScenarios: Record<string, Broken[]> = {
  'unknown-scene': [
    ['a start that is no scene', 'start', 'attic'],
    ['an option to no scene', `${hall}.ask.to`, 'attic'],
    ['a branch to no scene', `${hall}.shout.to`, [{ to: 'attic' }], `${hall}.shout.to.0.to`],
    ['going on to no scene', 'scenes.kitchen.next.to', 'attic'],
    ['a happening that leads to no scene', 'scenes.hall.happens.0.to', 'attic'],
  ],
  'no-way-out': [
    ['a last branch with a condition', `${hall}.shout.to`, [{ when: dry, to: 'stairs' }]],
    ['a scene with nothing to do', 'scenes.kitchen.next', undefined, 'scenes.kitchen'],
    [
      'a scene where at times nothing is offered',
      stairs,
      {
        wait: option(byTrust, { when: { knows: 'plan' }, key: full }),
        run: option('hard', { when: { knows: 'tap' }, key: worth({ 'IP-01': 0, 'IP-02': 0 }) }),
      },
      'scenes.stairs',
    ],
  ],
  'unknown-fact': [
    ['a condition on no fact', `${hall}.ask.when`, dry],
    [
      'one deep inside others',
      `${hall}.ask.when`,
      { all: [{ any: [{ not: dry }] }] },
      `${hall}.ask.when.all.0.any.0.not`,
    ],
    ['a condition in a text', 'scenes.hall.text', unsure, 'scenes.hall.text.0.when'],
    [
      'one in what a find tells',
      'scenes.hall.finds.plan.tells',
      unsure,
      'scenes.hall.finds.plan.tells.0.when',
    ],
    ['one in what followed', `${stairs}.run.followed`, unsure, `${stairs}.run.followed.0.when`],
    ['one on a find', 'scenes.hall.finds.plan.when', dry],
    [
      'one on a face',
      'scenes.stairs.people.ada',
      [{ when: dry, mood: 'calm' }],
      'scenes.stairs.people.ada.0.when',
    ],
    ['one on a happening', 'scenes.hall.happens.0.when', dry],
    ['one on a branch of an option', `${hall}.shout.to`, oddWay, `${hall}.shout.to.0.when`],
    [
      'one on a branch of going on',
      'scenes.kitchen.next.to',
      oddWay,
      'scenes.kitchen.next.to.0.when',
    ],
    ['setting no fact', 'scenes.kitchen.next.set', { dry: true }, 'scenes.kitchen.next.set.dry'],
    ['adding to no fact', 'scenes.kitchen.next.add', { dry: 1 }, 'scenes.kitchen.next.add.dry'],
  ],
  'wrong-kind-of-fact': [
    ['a flag asked about as a counter', `${hall}.ask.when`, { fact: 'wet', 'at-least': 1 }],
    ['a counter asked about as a flag', `${hall}.ask.when`, { fact: 'trust', is: true }],
    ['a flag set to a number', 'scenes.kitchen.next.set.wet', 1],
    ['a counter set to true', 'scenes.kitchen.next.set.trust', true],
    ['a flag added to', 'scenes.hall.finds.plan.add', { wet: 1 }, 'scenes.hall.finds.plan.add.wet'],
  ],
  'unknown-find': [['a condition on no find', 'scenes.hall.finds.tap.when', { knows: 'map' }]],
  'unknown-person': [['somebody nobody described', 'scenes.stairs.people.bo', 'calm']],
  'fact-out-of-bounds': [
    ['a counter that starts outside', 'facts.trust.start', 5],
    ['a counter set outside', 'scenes.kitchen.next.set.trust', 9],
    ['a counter that a path takes too high', `${hall}.ask.add.trust`, 4, 'scenes.hall'],
    ['a counter that a path takes too low', `${hall}.ask.add.trust`, -2, 'scenes.hall'],
    [
      'a counter that a find takes too high',
      'scenes.hall.finds.plan.add',
      { trust: 4 },
      'scenes.hall',
    ],
    [
      'a counter that a happening takes too high',
      'scenes.hall.happens.0.add',
      { trust: 4 },
      'scenes.hall',
    ],
  ],
  'two-things-at-once': [
    [
      'a decision and a way on',
      'scenes.stairs.next',
      { label: 'Go on', to: 'well' },
      'scenes.stairs',
    ],
    ['a decision in an ending', 'scenes.stairs.ending', 'well', 'scenes.stairs'],
  ],
  'after-the-end': [
    ['something to find in an ending', 'scenes.well.finds', { late: look }, 'scenes.well'],
  ],
  'find-named-twice': [
    ['two finds of one name', 'scenes.kitchen.finds', { plan: look }, 'scenes.kitchen.finds.plan'],
  ],
  'happens-for-ever': [
    [
      'a circle',
      'scenes.flood.happens',
      [{ when: { fact: 'wet', is: true }, to: 'hall' }],
      'scenes.hall.happens',
    ],
    ['a circle of one', 'scenes.flood.happens', [{ when: { fact: 'wet', is: true }, to: 'flood' }]],
  ],
  'unknown-competency': [
    ['a claim', 'claims.1', { competency: 'IP-99', level: 2 }, 'claims.1.competency'],
    ['a decision', 'scenes.flood.decision.competencies.1', 'IP-99'],
  ],
  'unknown-indicator': [['a decision', 'scenes.flood.decision.indicators.0', 'L2-S9']],
  'unknown-outcome': [
    ['of no edition', 'certificate.0', 'CC-99.9'],
    ['of an edition that is not the cited one', 'certificate.0', 'CC-1.9'],
  ],
  'unknown-edition': [['of the Care Certificate', 'certificate-edition', '2019']],
  'anchor-uneven': [
    [
      'equivalents of two levels',
      'scenes.stairs.decision.anchor',
      'entering',
      'scenes.stairs.decision',
    ],
    ['equivalents of two weights', 'scenes.flood.decision.weight', 2, 'scenes.flood.decision'],
    [
      'equivalents of which one is routine',
      'scenes.flood.decision.routine',
      false,
      'scenes.flood.decision',
    ],
  ],
  'nothing-to-decide': [['one option', `${flood}.wade`, undefined, flood]],
  'keys-missing': [
    [
      'no credit for one of two',
      `${stairs}.run.key.credit.IP-02`,
      undefined,
      `${stairs}.run.key.credit`,
    ],
    ['credit for one too many', `${flood}.mop.key.credit.IP-02`, 1, `${flood}.mop.key.credit`],
    ['harm to what is not decided on', `${flood}.wade.key.harmful`, ['IP-02']],
  ],
  'harm-with-credit': [
    [
      'harm that earns half',
      `${flood}.wade.key`,
      { credit: { 'IP-01': 0.5 }, harmful: ['IP-01'], why: 'It would do harm to somebody.' },
      `${flood}.wade.key.credit.IP-01`,
    ],
  ],
  'keys-do-not-discriminate': [
    ['options worth the same', `${flood}.wade.key.credit.IP-01`, 0.75, 'scenes.flood.decision'],
    ['the same for one of two', `${stairs}.run.key.credit.IP-02`, 0.75, 'scenes.stairs.decision'],
  ],
  'not-level-3': [
    ['a routine one', 'scenes.stairs.decision.routine', true, 'scenes.stairs.decision'],
    [
      'a supervised one',
      'scenes.stairs.decision.initiative',
      'supervised',
      'scenes.stairs.decision',
    ],
    ['a plain one', 'scenes.stairs.decision.complexity', undefined, 'scenes.stairs.decision'],
    [
      'one complex in one way, twice',
      'scenes.stairs.decision.complexity',
      ['missing-facts', 'missing-facts'],
      'scenes.stairs.decision',
    ],
  ],
  'unreachable-scene': [
    [
      'a scene nobody leads to',
      'scenes.attic',
      { title: 'Attic', place: 'Up', text: 'Dust.', ending: 'well' },
    ],
  ],
  'dead-option': [
    [
      'an option never offered',
      `${stairs}.sit`,
      option('well', { when: never as never, key: full }),
    ],
    [
      'one named like a find that is',
      `${hall}.plan`,
      option('stairs', { when: { minutes: { 'at-least': 90 } } }),
    ],
    [
      'a find never offered',
      'scenes.hall.finds.tap.when',
      { fact: 'trust', 'at-least': 4 },
      'scenes.hall.finds.tap',
    ],
  ],
  'too-few-anchors': [
    ['a claim that rests on one', 'claims.1', { competency: 'IP-02', level: 2 }],
    ['a level 3 claim that rests on level 2', 'claims.0.level', 3, 'claims.0'],
  ],
};
