import { describe, expect, test } from 'vitest';
import { tinyScenario } from '../../../tests/support/tiny-scenario.ts';
import { fillIn, formsOf, inForm, onlyForm, wordsMissing } from './forms.ts';

const words = { name: 'Mrs Begum', drink: 'sweet tea', 'second-cup': 'another' };

describe('fillIn', () => {
  test.each([
    ['{{name}} drinks {{drink}}.', 'Mrs Begum drinks sweet tea.'],
    ['{{Drink}} again, and {{drink}}.', 'Sweet tea again, and sweet tea.'],
    ['{{Second-cup}} cup.', 'Another cup.'],
    ['{{drink}}{{drink}}', 'sweet teasweet tea'],
    ['Nothing to fill in.', 'Nothing to fill in.'],
    // What is not a word, or not given, stays as it is, to be seen by the checker.
    ['{{food}} {{Food}}', '{{food}} {{Food}}'],
    ['{{ name }} {name} {{}}', '{{ name }} {name} {{}}'],
    ['{{toString}} {{constructor}}', '{{toString}} {{constructor}}'],
  ])('%s', (text, filled) => {
    expect(fillIn(text, words)).toBe(filled);
  });
  test('a word is not filled in again with what it gave, and its signs mean nothing', () => {
    const odd = { one: '{{two}} $& $1', two: 'never' };
    expect(fillIn('{{one}}', odd)).toBe('{{two}} $& $1');
  });
});

test('the words that are still missing are named', () => {
  expect(wordsMissing('{{name}} and {{Food}}, {{food}}')).toEqual(['name', 'Food', 'food']);
  expect(wordsMissing('None.')).toEqual([]);
});

describe('inForm', () => {
  const portrait = { seed: 'one', head: 'bun', skin: 'ae5d29' };
  const person = (name: string) => ({ name, about: `${name} of the tests.`, portrait });
  const plain = tinyScenario({ hall: { text: '{{name}}', ending: 'well' } });
  const told = tinyScenario(
    {
      hall: {
        text: ['{{name}}.', { forms: ['a'], text: 'A.' }, { forms: ['b', 'c'], text: 'Not A.' }],
        finds: {
          card: { kind: 'look', label: 'Read', tells: 'It says.', note: 'Read.', forms: ['a'] },
        },
        next: { label: 'Go on', to: 'end' },
      },
      yard: { forms: ['b'], text: 'A yard.', next: { label: 'Go on', to: 'end' } },
      end: { ending: 'well' },
    },
    {
      people: { ada: person('{{name}}'), ben: person('Ben') },
      forms: {
        a: { words: { name: 'Ada' } },
        b: { words: { name: 'Bo' }, start: 'yard', people: { ada: person('{{name}} Price') } },
        c: {},
      },
    },
  );

  test('one without forms is told as it is', () => {
    expect(formsOf(plain)).toEqual([onlyForm]);
    expect(inForm(plain, onlyForm)).toBe(plain);
    expect(inForm(plain, 'b')).toBe(plain);
  });

  test.each([
    ['a', 'hall', ['hall', 'end'], ['card'], ['Ada', 'Ben'], ['Ada.', 'A.']],
    ['b', 'yard', ['hall', 'yard', 'end'], [], ['Bo Price', 'Ben'], ['Bo.', 'Not A.']],
    ['c', 'hall', ['hall', 'end'], [], ['{{name}}', 'Ben'], ['{{name}}.', 'Not A.']],
    // An attempt may name a form that this version does not have.
    ['z', 'hall', ['hall', 'end'], ['card'], ['Ada', 'Ben'], ['Ada.', 'A.']],
  ])('form %s', (form, start, scenes, finds, people, text) => {
    expect(formsOf(told)).toEqual(['a', 'b', 'c']);
    const one = inForm(told, form);
    expect(one).not.toHaveProperty('forms');
    expect(one.start).toBe(start);
    expect(Object.keys(one.scenes)).toEqual(scenes);
    expect(Object.keys(one.scenes['hall']!.finds ?? {})).toEqual(finds);
    expect(Object.values(one.people).map(({ name }) => name)).toEqual(people);
    const { text: said } = one.scenes['hall']!;
    expect(
      (said as (string | { text: string })[]).map((part) =>
        typeof part === 'string' ? part : part.text,
      ),
    ).toEqual(text);
  });

  test('leaves what was written as it was', () => {
    const before = structuredClone(told);
    inForm(told, 'b');
    expect(told).toEqual(before);
  });
});
