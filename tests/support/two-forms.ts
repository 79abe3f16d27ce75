import { soundInput } from './sound-scenario.ts';
import { option, worth, type ScenarioInput } from './tiny-scenario.ts';

/** Who the scenario is about in each of its forms. */
export const nameIn: Readonly<Record<string, string>> = { a: 'Ada Begum', b: 'Ben Price' };

const person = (name: string, seed: string) => ({
  name,
  about: 'Ninety, and up before anybody else.',
  portrait: { seed, head: 'bun', skin: 'ae5d29' },
});

/** The sound scenario in two forms, about one person in each, with a way to act that each has alone. */
export function twoForms(): ScenarioInput {
  const input = soundInput();
  const { hall, well, hard } = input.scenes;
  hall!.text = ['{{name}} stands in the hall.', { forms: ['b'], text: 'A radio is on.' }];
  for (const ending of [well, hard]) ending!.text = 'It is quiet around {{name}}.';
  const slow = { text: 'Say that there is time', key: worth(0.25) };
  Object.assign(hall!.decision!.options, {
    garden: option('stairs', { ...slow, forms: ['a'] }),
    radio: option('stairs', { ...slow, forms: ['b'] }),
  });
  return {
    ...input,
    title: 'Early in the hall',
    people: { ada: person(nameIn['a']!, 'begum') },
    forms: {
      a: { words: { name: nameIn['a']! } },
      b: { words: { name: nameIn['b']! }, people: { ada: person(nameIn['b']!, 'price') } },
    },
  };
}
