import type { Broken } from './check-sound.ts';
import { changeAt } from './change-at.ts';
import { soundInput } from './sound-scenario.ts';
import { decision, option, worth } from './tiny-scenario.ts';

const wet = { fact: 'wet', is: true };
const hall = 'scenes.hall.decision.options';
const stairs = 'scenes.stairs.decision.options';
const both = (credit: number) => worth({ 'IP-01': credit, 'IP-02': credit });
const byTrust = [{ when: { fact: 'trust', 'at-least': 2 }, to: 'well' }, { to: 'hard' }];
const people = { ada: { ...soundInput().people['ada']!, facts: {} } };

/** Two ways to begin that are equally good, of which one alone leads to what pays most later. */
const equalWays = {
  ...changeAt(soundInput(), `${stairs}.wait.key`, {
    ...both(0.5),
    cases: [{ when: { fact: 'trust', 'at-least': 2 }, ...both(1) }],
  }).scenes,
  hall: {
    ...soundInput().scenes['hall']!,
    decision: decision({
      ask: option('stairs', { add: { trust: 1 } }),
      wave: option('stairs'),
      go: option('stairs', { key: worth(0) }),
    }),
  },
};

/** By code of the checker: ways to break the sound scenario so that only playing it, or all of it, shows it. */
export const brokenPlay: Record<string, Broken[]> = {
  'endless-loop': [
    [
      'a circle of two',
      `${stairs}`,
      {
        wait: option(
          byTrust.map((one) => ({ ...one, to: 'kitchen' })),
          { key: both(1) },
        ),
        run: option('kitchen', { key: both(0) }),
      },
      'scenes.kitchen',
    ],
  ],
  'decided-twice': [['a way back', `${stairs}.run.to`, 'flood', 'scenes.stairs.decision']],
  'no-choice': [['one option at times', `${stairs}.run.when`, { knows: 'plan' }, stairs]],
  'options-alike': [['two that say the same', `${stairs}.run.text`, 'Do what is offered here (1)']],
  'always-true': [
    ['a condition on an option', `${hall}.ask.when`, { fact: 'trust', 'at-most': 3 }],
    [
      'a branch',
      `${stairs}.wait.to`,
      [{ when: { fact: 'trust', 'at-most': 4 }, to: 'well' }, { to: 'hard' }],
      `${stairs}.wait.to.0.when`,
    ],
    [
      'a part of a text',
      'scenes.flood.text',
      [{ when: wet, text: 'It is wet.' }],
      'scenes.flood.text.0.when',
    ],
    ['what a find tells', 'scenes.hall.finds.tap.tells.1.when', { knows: 'tap' }],
    [
      'a face',
      'scenes.stairs.people.ada',
      [{ when: { fact: 'trust', 'at-least': 1 }, mood: 'calm' }],
      'scenes.stairs.people.ada.0.when',
    ],
    [
      'a case of a key',
      `${stairs}.wait.key.cases`,
      [{ when: { fact: 'trust', 'at-most': 4 }, ...both(1) }],
      `${stairs}.wait.key.cases.0.when`,
    ],
  ],
  'never-true': [
    ['a branch', `${hall}.shout.to.0.when`, { fact: 'trust', 'at-least': 4 }],
    ['something that happens', 'scenes.hall.happens.0.when', { minutes: { 'at-least': 31 } }],
    [
      'a part of a text',
      'scenes.kitchen.text',
      ['In.', { when: { not: { knows: 'plan' } }, text: 'So.' }],
      'scenes.kitchen.text.1.when',
    ],
    [
      'two facts that exclude each other',
      'scenes.stairs.text.1.when',
      { all: [wet, { fact: 'trust', 'at-least': 2 }] },
    ],
    [
      'what followed',
      `${stairs}.run.followed`,
      ['Off.', { when: { minutes: { 'at-least': 31 } }, text: 'So.' }],
      `${stairs}.run.followed.1.when`,
    ],
    [
      'a part of what is weighed',
      'scenes.flood.decision.weigh',
      ['So.', { when: { not: wet }, text: 'And so.' }],
      'scenes.flood.decision.weigh.1.when',
    ],
    [
      'a case of a key',
      `${stairs}.wait.key.cases`,
      [{ when: { fact: 'trust', 'at-least': 3 }, ...both(1) }],
      `${stairs}.wait.key.cases.0.when`,
    ],
    [
      'what looks back',
      'looking-back',
      [{ when: { minutes: { 'at-least': 50 } }, text: 'It was late.' }],
      'looking-back.0.when',
    ],
  ],
  'fact-unread': [['a flag that nobody asks about', 'facts.dry', { flag: false, about: 'Dry' }]],
  'fact-unwritten': [
    ['a flag that nothing sets', 'facts.dry', { flag: false, about: 'Dry' }],
    [
      'a fact of a person',
      'people',
      { ada: { ...people.ada, facts: { pain: { flag: true, about: 'Pain' } } } },
      'people.ada.facts.pain',
    ],
  ],
  'claimed-twice': [['the same claim', 'claims.1', { competency: 'IP-01', level: 2 }]],
  'not-reviewed': [
    ['by nobody', 'status', 'reviewed'],
    ['and not called so', 'reviews', [{ name: 'Rue', role: 'Nurse', on: '2026-01-05' }]],
  ],
  'harm-without-recovery': [
    ['nothing recovers', `${stairs}.wait.recovers`, undefined, `${hall}.shout`],
  ],
  'harm-without-debrief': [
    [
      'nothing to weigh at times',
      'scenes.hall.decision.weigh',
      [{ when: { knows: 'plan' }, text: 'The plan.' }],
    ],
  ],
  'best-path-needs-luck': [
    [
      'the best options never end well',
      `${stairs}.wait.to.0.when`,
      { all: [{ fact: 'trust', 'at-least': 2 }, { knows: 'plan' }, wet] },
      'scenes',
    ],
    ['equal ways of which one alone pays later', 'scenes', equalWays, 'scenes.stairs'],
  ],
};

/** The same for the sound scenario in two forms. */
export const brokenForms: Record<string, Broken[]> = {
  'forms-not-equal': [
    ['one form', 'forms.b', undefined, 'forms'],
    ['keys that differ', `${hall}.radio.key`, worth(0.5), 'forms.b'],
    [
      'length that differs',
      'scenes.hall.text.1.text',
      'The radio is on in the next room. '.repeat(60),
      'forms.b',
    ],
  ],
  'word-not-given': [['a word that one form lacks', 'forms.b.words.name', undefined, 'forms.b']],
};
