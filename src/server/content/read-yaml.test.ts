import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Scenario } from '#domain/scenario/schema.ts';
import { Id } from '#domain/scenario/words.ts';
import { readYaml } from './read-yaml.ts';

const Home = z.strictObject({
  name: z.string().min(3),
  beds: z.int().positive(),
  rooms: z.record(
    Id,
    z.strictObject({ floor: z.int(), door: z.enum(['open', 'shut']).optional() }),
  ),
  leads: z.union([z.string(), z.array(z.strictObject({ to: z.string() }))]).optional(),
});
const sound = `name: The Elms
beds: 4
rooms:
  blue:
    floor: 1
leads:
  - to: garden
`;
const read = (text: string) => readYaml('homes/elms.yaml', text, Home);
const problemsOf = (text: string) => {
  const home = read(text);
  return home.ok ? [] : home.problems;
};

test('a sound file is read, and any place in it can be named', () => {
  const home = read(sound);
  if (!home.ok) throw new Error(JSON.stringify(home.problems));
  expect(home.value.rooms).toEqual({ blue: { floor: 1 } });
  const at = (...path: (string | number)[]) => {
    const { line, column } = home.locate('code', path, 'A message.', 'A remedy.');
    return [line, column];
  };
  expect(at('name')).toEqual([1, 7]);
  expect(at('rooms', 'blue', 'floor')).toEqual([5, 12]);
  expect(at('leads', 0, 'to')).toEqual([7, 9]);
  expect(at('rooms', 'blue', 'window', 'pane')).toEqual([5, 5]);
  expect(at()).toEqual([1, 1]);
  expect(home.locate('code', ['beds'], 'A message.', 'A remedy.')).toEqual({
    file: 'homes/elms.yaml',
    line: 2,
    column: 7,
    code: 'code',
    message: 'A message.',
    remedy: 'A remedy.',
  });
});

describe('a problem names its line and column', () => {
  const change = (from: string, to: string) => sound.replace(from, to);
  test.each<[string, string, string, number, number, RegExp]>([
    ['a value of the wrong kind', change('4', 'many'), 'wrong-shape', 2, 7, /^beds: /],
    ['a value out of range', change('4', '-4'), 'wrong-shape', 2, 7, /^beds: /],
    ['a value that is too short', change('The Elms', 'E'), 'wrong-shape', 1, 7, /^name: /],
    [
      'a value deep inside',
      change('floor: 1', 'floor: up'),
      'wrong-shape',
      5,
      12,
      /^rooms\.blue\.floor: /,
    ],
    [
      'a word that is none of those allowed',
      change('floor: 1', 'floor: 1\n    door: ajar'),
      'wrong-shape',
      6,
      11,
      /^rooms\.blue\.door: .*open/,
    ],
    ['a field that is missing', change('beds: 4\n', ''), 'wrong-shape', 1, 1, /^beds: /],
    [
      'a field that is missing deep inside',
      change('floor: 1', 'door: open'),
      'wrong-shape',
      5,
      5,
      /^rooms\.blue\.floor: /,
    ],
    [
      'a field nobody knows',
      change('floor: 1', 'floor: 1\n    colour: blue'),
      'wrong-shape',
      6,
      13,
      /^rooms\.blue\.colour: /,
    ],
    [
      'a name that is not allowed',
      change('blue:', 'Blue Room:'),
      'wrong-shape',
      5,
      5,
      /^rooms\.Blue Room: .*lower-case/,
    ],
    [
      'the branch of a choice that was meant',
      change('to: garden', 'to: 3'),
      'wrong-shape',
      7,
      9,
      /^leads\.0\.to: /,
    ],
    ['an empty file', '', 'wrong-shape', 1, 1, /^The file: /],
    ['a list where fields belong', '- one\n- two\n', 'wrong-shape', 1, 1, /^The file: /],
    ['indentation', change('    floor', '   floor: 2\n     floor'), 'not-yaml', 5, 11, /./],
    ['a quote never closed', change('The Elms', '"The Elms'), 'not-yaml', 8, 1, /quote/],
    ['a field written twice', change('beds: 4', 'beds: 4\nbeds: 5'), 'not-yaml', 3, 1, /unique/],
    ['a tab', change('    floor', '\tfloor'), 'not-yaml', 5, 1, /./],
    ['two files in one', `${sound}---\nname: More\n`, 'not-yaml', 8, 1, /document/],
    ['a word that stands for nothing', change('The Elms', '*nobody'), 'not-yaml', 1, 7, /nobody/],
  ])('%s', (_, text, code, line, column, message) => {
    const [first] = problemsOf(text);
    expect(first).toMatchObject({ file: 'homes/elms.yaml', code, line, column });
    expect(first!.message).toMatch(message);
    expect(first!.remedy).toMatch(/\.$/);
  });

  test('each problem of several is told', () => {
    const several = problemsOf(sound.replace('4', 'many').replace('floor: 1', 'floor: up'));
    expect(several.map(({ line }) => line)).toEqual([2, 5]);
  });
  test('a key that is a trap for programs changes nothing', () => {
    const home = read(sound.replace('blue:', '__proto__:'));
    expect(home.ok && home.value.rooms).toEqual({});
    expect({}).not.toHaveProperty('floor');
  });
});

describe('a trap is refused, not run into', () => {
  test('a few lines that stand for millions', () => {
    const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${['b', 'c', 'd', 'e', 'f', 'g']
      .map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdef'[at]}`).join(', ')}]`)
      .join('\n')}\n`;
    const started = performance.now();
    expect(problemsOf(bomb)).toMatchObject([{ code: 'too-many-aliases', line: 1, column: 1 }]);
    expect(performance.now() - started).toBeLessThan(1000);
  });
  test('a text longer than any hand would write', () => {
    expect(problemsOf(`name: ${'x'.repeat(1_000_000)}`)).toMatchObject([
      { code: 'too-long', line: 1, column: 1 },
    ]);
  });
  test('what stands for something else a few times is read', () => {
    const alias = `name: The Elms\nbeds: 4\nrooms:\n  blue: &room\n    floor: 1\n${[...'abcdefghij'].map((name) => `  ${name}: *room`).join('\n')}\n`;
    expect(read(alias).ok).toBe(true);
  });
});

test('a problem in a scenario names the condition or the option it is in', () => {
  const text = `format: 1\nscenes:\n  hall:\n    decision:\n      kind: best-action\n      options:\n        ask:\n          when:\n            any:\n              - { fact: wet, is: maybe }\n`;
  const scenario = readYaml('s.yaml', text, Scenario);
  const lines = scenario.ok
    ? []
    : scenario.problems.filter((one) =>
        one.message.startsWith('scenes.hall.decision.options.ask.when'),
      );
  expect(lines.length).toBeGreaterThan(0);
  expect(lines[0]!.line).toBeGreaterThanOrEqual(8);
});
