import { describe, expect, test } from 'vitest';
import { brokenStyle, houseStyle, soundStyle } from '../../../../tests/support/broken-style.ts';
import { changeAt } from '../../../../tests/support/change-at.ts';
import { soundInput } from '../../../../tests/support/sound-scenario.ts';
import type { ScenarioInput } from '../../../../tests/support/tiny-scenario.ts';
import { Scenario } from '../schema.ts';
import { checkStyle } from './check-style.ts';

const check = (input: ScenarioInput) => checkStyle(Scenario.parse(input), houseStyle);
const found = (input: ScenarioInput) =>
  check(input).map(({ code, path }) => `${code} ${path.join('.')}`);

test('the sound scenario is worded soundly', () => {
  expect(check(soundInput())).toEqual([]);
});

describe.each(Object.entries(brokenStyle))('%s is found', (code, broken) => {
  test.each(broken)('%s', (_, at, value, foundAt = at) => {
    const changed = changeAt(soundInput(), at, value);
    expect(found(changed)).toContain(`${code} ${foundAt}`);
    for (const { message, remedy } of check(changed)) {
      expect(message).toMatch(/^.{10,}\.$/);
      expect(remedy).toMatch(/^.{10,}\.$/);
    }
  });
});

test.each(soundStyle)('%s is let be', (_, at, value) => {
  expect(found(changeAt(soundInput(), at, value))).toEqual([]);
});

describe('a scenario in two forms', () => {
  const inForms = (words: Record<'a' | 'b', string>, text: unknown): ScenarioInput =>
    changeAt(
      changeAt(soundInput(), 'forms', {
        a: { words: { who: words.a } },
        b: { words: { who: words.b } },
      }),
      'scenes.hall.text',
      text,
    );

  test('is looked at in each of them, with the words of that form', () => {
    const fine = { a: 'Mrs Begum', b: 'Mr Price' };
    expect(found(inForms(fine, '{{who}} waits.'))).toEqual([]);
    const label = { a: 'Mrs Begum', b: 'a vulnerable adult' };
    expect(found(inForms(label, '{{who}} waits.'))).toEqual(['word-to-avoid scenes.hall.text']);
  });

  test('has what is wrong in both said once', () => {
    const fine = { a: 'Mrs Begum', b: 'Mr Price' };
    const text = [
      'A hall.',
      { forms: ['b'], text: 'She suffers from gout.' },
      'He suffers from it.',
    ];
    expect(found(inForms(fine, text))).toEqual([
      'word-to-avoid scenes.hall.text.2',
      'word-to-avoid scenes.hall.text.1.text',
    ]);
  });
});
