import type { Broken } from './check-sound.ts';
import { decision, option, worth } from './tiny-scenario.ts';

const scene = { title: 'A room', place: 'Upstairs', text: 'Somebody waits.' };
const turn = { label: 'Go there' };
const bells = 'scenes.two-bells';
const reasons: Record<string, unknown> = { ...decision({}) };
delete reasons['options'];
const half = { key: worth(0.5) };

/** By code of the checker: ways to break the sound story with strands so that it is found. */
export const brokenStrands: Record<string, Broken[]> = {
  'strands-incomplete': [
    ['one strand', `${bells}.strands.phone`, undefined, `${bells}.strands`],
    [
      'four strands',
      `${bells}.strands`,
      {
        fall: { start: 'floor', turn },
        phone: { start: 'call', turn },
        third: { start: 'floor', turn },
        fourth: { start: 'floor', turn },
      },
      `${bells}.strands`,
    ],
    ['none comes first', `${bells}.attend`, undefined],
    ['another comes first', `${bells}.attend`, 'radio'],
    ['no way on once they have closed', `${bells}.to`, undefined],
    ['attending without strands', 'scenes.after.attend', 'fall'],
    ['a way on without strands', 'scenes.after.to', 'well'],
  ],
  'strand-out-of-place': [
    [
      'a name that another scene has',
      'scenes.more-bells',
      {
        ...scene,
        strands: { fall: { start: 'floor', turn }, radio: { start: 'call', turn } },
        attend: 'fall',
        to: 'after',
      },
      'scenes.more-bells.strands.fall',
    ],
    ['strands within a strand', `${bells}.strand`, 'fall', `${bells}.strands`],
    ['strands within an interruption', `${bells}.during`, 'rings', `${bells}.strands`],
    ['a start of another strand', `${bells}.strands.fall.start`, 'call'],
    ['a way in from outside', 'scenes.after.decision.options.on.to', 'up'],
    ['a way in from another strand', 'scenes.call.next.to', 'up'],
    ['closing what is no strand', 'scenes.after.closes', true],
    ['a strand that is none', 'scenes.up.strand', 'radio'],
    ['a start of the story', 'start', 'floor', 'scenes.floor'],
    ['an ending', 'scenes.up.ending', 'well', 'scenes.up'],
    ['a turn where nothing goes on', 'scenes.after.decision.options.on.turns', 'fall'],
  ],
  'interruption-out-of-place': [
    ['a story that begins with one', 'start', 'ringing'],
    ['one that begins elsewhere', 'interruptions.rings.to', 'after'],
    ['one that is over at once', 'interruptions.rings.to', 'back'],
    ['one that turns', 'interruptions.rings.turns', 'fall'],
    ['one that is none', 'scenes.ringing.during', 'knocks'],
    ['an ending in one', 'scenes.ringing.ending', 'well'],
    ['a way back from nothing', 'scenes.after.decision.options.on.to', 'back'],
    ['a way into one', 'scenes.after.decision.options.on.to', 'ringing'],
  ],
  'unknown-strand': [
    ['a condition on none', `${bells}.happens.0.when`, { attending: 'radio' }],
    ['a turn to none', 'scenes.floor.decision.options.leave.turns', 'radio'],
  ],
  'no-faces': [
    [
      'somebody shown as felt',
      'scenes.after.people',
      { dot: 'as-felt' },
      'scenes.after.people.dot',
    ],
  ],
  'after-the-end': [
    [
      'something to find in what closes',
      'scenes.up.finds',
      {
        late: { kind: 'look', label: 'Look', tells: 'It tells.', note: 'Noted.' },
      },
      'scenes.up',
    ],
  ],
  'two-things-at-once': [
    [
      'something to find in what holds strands',
      `${bells}.finds`,
      {
        late: { kind: 'look', label: 'Look', tells: 'It tells.', note: 'Noted.' },
      },
    ],
  ],
  'no-way-out': [
    [
      'a strand in which nothing is offered',
      'scenes.floor.decision.options',
      {
        lift: option('up', { when: { fact: 'alone', 'at-least': 60 } }),
        leave: option('up', { when: { fact: 'alone', 'at-least': 60 }, ...half }),
      },
      'scenes.floor',
    ],
  ],
  'never-true': [
    ['an interruption', 'interruptions.rings.when', { fact: 'alone', 'at-least': 60 }],
    ['something that happens', `${bells}.happens.0.when`, { fact: 'alone', 'at-least': 40 }],
    ['a text', 'scenes.call.text.1.when', { fact: 'alone', 'at-least': 22 }],
  ],
  'always-true': [
    ['an interruption', 'interruptions.rings.when', { fact: 'alone', 'at-most': 60 }],
    ['the strand attended to', 'scenes.call.text.1.when', { minutes: { 'at-least': 0 } }],
  ],
  'reasons-at-level-2': [
    [
      'at level 2',
      'scenes.last.decision',
      {
        ...reasons,
        kind: 'rationale',
        asks: ['Why so'],
        to: 'well',
      },
      'scenes.last.decision.kind',
    ],
  ],
};
