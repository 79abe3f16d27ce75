import type { Style } from '#domain/scenario/check/style.ts';
import type { Broken } from './check-sound.ts';
import { soundInput } from './sound-scenario.ts';
import { decision, option, worth, type SceneInput } from './tiny-scenario.ts';

/** How the sound scenario is to be worded. */
export const houseStyle: Style = {
  'care-terms': ['medication'],
  avoid: [
    { words: ['vulnerable adult', 'vulnerable adults'], instead: 'Say "adult at risk".' },
    { words: ['attention-seeking'], instead: 'Say what they need.' },
    { words: ['non-compliant', 'compliant'], instead: 'Say what they said.' },
    { words: ['suffers from'], instead: 'Say that they have it.' },
  ],
};

const hall = 'scenes.hall.decision.options';
const hard =
  'Organisational accountability necessitates comprehensive documentation. Inadequate information significantly compromises multidisciplinary intervention. ';
/** A hundred and twenty words that hardly anybody would say. */
const hardText = hard.repeat(10);
/** Fewer words than a figure may rest on. */
const oneHardLine = hard;
const twentySix = `${'So on and '.repeat(8)}so on.`;

/** The sound scenario with more scenes, in each of which the best of three options has that text and place. */
const withBest = (text: string, ...places: number[]): Record<string, Partial<SceneInput>> => ({
  ...soundInput().scenes,
  ...Object.fromEntries(
    places.map((place, at) => {
      const options = [0, 1, 2].map((number): [string, ReturnType<typeof option>] => [
        `option-${number}`,
        number === place ? option('well', { text }) : option('hard', { key: worth(0.25) }),
      ]);
      const scene = { title: 'A room', place: 'Upstairs', text: 'Somebody waits.' };
      return [`room-${at}`, { ...scene, decision: decision(Object.fromEntries(options)) }];
    }),
  ),
});

/** By code of the checks of wording: ways to break the sound scenario so that it is found. */
export const brokenStyle: Record<string, Broken[]> = {
  'reading-age': [
    ['a scene', 'scenes.hall.text', hardText, 'scenes.hall'],
    ['what can be found in one', 'scenes.hall.finds.plan.tells', [hardText], 'scenes.hall'],
    ['what follows in one', `${hall}.ask.followed`, hardText, 'scenes.hall'],
    ['what an option would do', `${hall}.ask.text`, hardText, 'scenes.hall'],
    ['what a colleague weighs', 'scenes.hall.decision.weigh', hardText, 'scenes.hall.decision'],
    ['why an option is worth it', `${hall}.ask.key.why`, hardText, 'scenes.hall.decision'],
    ['what is read before', 'purpose', hardText, 'summary'],
    ['the whole of it', 'looking-back', hardText, ''],
  ],
  'long-sentence': [
    ['in a scene', 'scenes.hall.text', twentySix],
    ['in the second part of one', 'scenes.hall.text', ['A hall.', twentySix], 'scenes.hall.text.1'],
    ['in a part with a condition', 'scenes.hall.text.1.text', twentySix],
    ['in what a find tells', 'scenes.hall.finds.plan.tells.0', twentySix],
    ['in a note', 'scenes.hall.finds.plan.note', twentySix],
    ['in an option', `${hall}.ask.text`, twentySix],
    ['in what followed', `${hall}.ask.followed`, twentySix],
    ['in the prompt', 'scenes.hall.decision.prompt', twentySix],
    ['in the debrief', 'scenes.hall.decision.weigh', twentySix],
    ['in a reason', `${hall}.ask.key.why`, twentySix],
    ['in the warning', 'warning', twentySix],
    ['in who somebody is', 'people.ada.about', twentySix],
    ['in a fact', 'facts.wet.about', twentySix],
  ],
  'word-to-avoid': [
    ['a label', 'scenes.hall.text', 'He is a Vulnerable Adult, they say.'],
    ['a label in a heading', 'scenes.hall.title', 'A vulnerable adult'],
    ['a label written in another way', `${hall}.ask.text`, 'Call him attention seeking'],
    ['a label beside speech', 'scenes.hall.text', '‘Well,’ says Ada. She is non-compliant.'],
    ['a label in the debrief', `${hall}.ask.key.why`, 'She suffers from what you did to her.'],
  ],
  'best-is-longest': [
    ['in four of seven', 'scenes', withBest('Do what is offered here, and then wait', 0, 1, 2, 1)],
  ],
  'best-same-place': [
    ['first in five of five', 'scenes', withBest('Do that', 0, 0)],
    ['first in five of eight', 'scenes', withBest('Do that', 0, 0, 1, 1, 2)],
  ],
};

/** What is nearly too much, and not. */
export const soundStyle: Broken[] = [
  ['a line too short to judge', 'scenes.hall.text', oneHardLine],
  ['a sentence of 25 words', 'scenes.hall.text', twentySix.replace('So on', 'On')],
  ['a label that somebody says', 'scenes.hall.text', '‘A vulnerable adult,’ says Ada. ‘Me.’'],
  ['another word with one in it', 'scenes.hall.text', 'They are invulnerable adults.'],
  [
    'the longest best in three of six',
    'scenes',
    withBest('Do what is offered here, and then wait', 1, 2, 1),
  ],
  ['first in three of five', 'scenes', withBest('Do that', 1, 2)],
];
