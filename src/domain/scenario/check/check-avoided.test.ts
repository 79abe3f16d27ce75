import { describe, expect, test } from 'vitest';
import { checkAvoided, withoutSpeech } from './check-avoided.ts';
import type { Style } from './style.ts';

const style: Style = {
  'care-terms': ['care'],
  avoid: [
    { words: ['suffers from', 'suffering from'], instead: 'Say that they have it.' },
    { words: ['non-compliant', 'compliant'], instead: 'Say what they said.' },
  ],
};
const found = (text: string) =>
  checkAvoided([{ path: ['summary'], text, part: 'front' }], style).map(
    ({ message, remedy }) => `${message} ${remedy}`,
  );

describe('a word to avoid', () => {
  test.each([
    ['He suffers from gout.', '"suffers from" puts a label on somebody. Say that they have it.'],
    ['He SUFFERS\nfrom gout.', '"SUFFERS from" puts a label on somebody. Say that they have it.'],
    ['He is *non compliant*.', '"non compliant" puts a label on somebody. Say what they said.'],
    ['Non-compliant again', '"Non-compliant" puts a label on somebody. Say what they said.'],
    [
      '‘So,’ says Ann. A compliant man.',
      '"compliant" puts a label on somebody. Say what they said.',
    ],
    [
      'Ann’s brother is compliant, Jo’s not.',
      '"compliant" puts a label on somebody. Say what they said.',
    ],
  ])('%s', (text, problem) => {
    expect(found(text)).toEqual([problem]);
  });

  test('with another, each said once', () => {
    expect(found('He suffers from gout, suffers from cold, and is compliant.')).toHaveLength(2);
  });

  test.each([
    'He suffers, from day to day.',
    'She is compliantly waiting.',
    'An uncompliant engine.',
    '‘He suffers from gout,’ says Ann.',
    '‘It’s her,’ says Ann. ‘She’s non-compliant, is what she is.’',
    '‘The carers’ book says he suffers from gout,’ says Ann.',
    'Write ‘non-compliant’ in the notes.',
    'Write “non-compliant” in the notes, or "suffers from".',
    '‘One thing more,’ says Ann.\n\n‘He suffers from gout.\n\n‘And so do I.’',
  ])('is let be: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

test('what is said between two speeches is left', () => {
  expect(withoutSpeech('‘No,’ says Jo’s mum. ‘It’s the girls’ tea.’ She sits.')).toBe(
    ' “”  says Jo’s mum.  “”  She sits.',
  );
});
