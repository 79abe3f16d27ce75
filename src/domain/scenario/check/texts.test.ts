import { expect, test } from 'vitest';
import { changeAt } from '../../../../tests/support/change-at.ts';
import { soundInput } from '../../../../tests/support/sound-scenario.ts';
import { formsOf } from '../forms.ts';
import { Scenario } from '../schema.ts';
import { namesIn, workerTexts } from './texts.ts';

/** The input with every text of it replaced by the way to it, and those ways. */
function mark(input: unknown, path: (string | number)[], marked: string[]): unknown {
  if (typeof input === 'string' && input.startsWith('T:')) {
    marked.push(path.join('.'));
    return `The worker text at ${path.join('.')}`;
  }
  if (Array.isArray(input)) return input.map((part, at) => mark(part, [...path, at], marked));
  if (typeof input !== 'object' || input === null) return input;
  return Object.fromEntries(
    Object.entries(input).map(([name, part]) => [name, mark(part, [...path, name], marked)]),
  );
}

const T = 'T: some text';
const shared = {
  prompt: T,
  level: 2,
  routine: true,
  initiative: 'own',
  competencies: ['IP-01'],
  indicators: ['L2-S1'],
};
const effects = { followed: [{ when: { knows: 'plan' }, text: T }], to: 'end' };
const credit = { 'IP-01': 1 };
const scene = (more: object) => ({
  title: T,
  place: T,
  text: [T, { forms: ['a'], text: T }],
  ...more,
});

/** One of everything that a worker may read, each marked. */
const everything = {
  title: T,
  setting: T,
  summary: T,
  purpose: T,
  warning: T,
  support: [{ name: 'A line', about: T }],
  people: {
    ada: {
      name: 'Ada Lake',
      about: T,
      portrait: { seed: 'ada', head: 'bun', skin: 'ae5d29' },
      facts: { trust: { flag: false, about: T } },
    },
  },
  facts: { wet: { flag: false, about: T } },
  'looking-back': [T, { text: T }],
  forms: {
    a: { words: { who: 'Ada' } },
    b: {
      people: {
        ada: { name: 'Bo Hill', about: T, portrait: { seed: 'b', head: 'bun', skin: 'ae5d29' } },
      },
    },
  },
  start: 'act',
  scenes: {
    act: scene({
      finds: { plan: { kind: 'call', label: T, tells: [T], note: T } },
      decision: {
        ...shared,
        kind: 'best-action',
        weigh: T,
        options: {
          one: {
            text: T,
            ...effects,
            key: { credit, why: T, cases: [{ when: { knows: 'plan' }, credit, why: T }] },
          },
        },
      },
    }),
    pick: scene({
      decision: {
        ...shared,
        ...effects,
        kind: 'pick',
        pick: 1,
        weigh: [T],
        options: { one: { text: T, followed: T, key: { right: true, why: T } } },
      },
    }),
    rank: scene({
      decision: {
        ...shared,
        ...effects,
        kind: 'rank',
        weigh: T,
        options: { one: { text: T, followed: T, key: { place: 1, why: T } } },
      },
    }),
    rate: scene({
      decision: {
        ...shared,
        ...effects,
        kind: 'rate',
        scale: [T, T, T],
        weigh: T,
        options: { one: { text: T, key: { rating: 1, why: T } } },
      },
    }),
    say: scene({ decision: { ...shared, ...effects, kind: 'rationale', asks: [T, T], weigh: T } }),
    split: scene({ strands: { fall: { start: 'end', turn: { label: T } } } }),
    on: scene({ next: { label: T, to: 'end' } }),
    end: scene({ ending: 'well' }),
  },
};

test('every text is listed once, with the way to it', () => {
  const marked: string[] = [];
  const input = mark(everything, [], marked);
  const scenario = Scenario.parse({ ...soundInput(), ...(input as object) });
  const listed = formsOf(scenario).flatMap((form) => workerTexts(scenario, form));
  expect(marked.length).toBeGreaterThan(70);
  expect([...new Set(listed.map(({ path }) => path.join('.')))].sort()).toEqual(marked.sort());
  for (const { path, text } of listed) expect(text).toBe(`The worker text at ${path.join('.')}`);
  expect(namesIn(scenario)).toEqual(['Ada Lake', 'Bo Hill']);
  const whoIs = (form: string) =>
    workerTexts(scenario, form).flatMap(({ path }) =>
      path.includes('people') && path.length < 6 ? [path.join('.')] : [],
    );
  expect([whoIs('a'), whoIs('b')]).toEqual([
    ['people.ada.about', 'people.ada.facts.trust.about'],
    ['forms.b.people.ada.about', 'people.ada.facts.trust.about'],
  ]);
  for (const form of formsOf(scenario)) {
    const paths = workerTexts(scenario, form).map(({ path }) => path.join('.'));
    expect(new Set(paths).size).toBe(paths.length);
  }
});

test('a form has its own words, and leaves out what is only in another', () => {
  const forms = { a: { words: { who: 'Mrs Begum' } }, b: { words: { who: 'Mr Price' } } };
  const text = ['{{who}} and {{whom}}.', { forms: ['b'], text: 'Only here.' }];
  const written = changeAt(changeAt(soundInput(), 'forms', forms), 'scenes.hall.text', text);
  const scenario = Scenario.parse(changeAt(written, 'scenes.kitchen.forms', ['a']));
  const [a, b] = formsOf(scenario).map((form) => workerTexts(scenario, form));
  const hall = (texts = a!) =>
    texts
      .filter(({ scene, path }) => scene === 'hall' && path[2] === 'text')
      .map((one) => one.text);
  expect(hall(a)).toEqual(['Mrs Begum and {{whom}}.']);
  expect(hall(b)).toEqual(['Mr Price and {{whom}}.', 'Only here.']);
  expect(a!.some(({ scene }) => scene === 'kitchen')).toBe(true);
  expect(b!.some(({ scene }) => scene === 'kitchen')).toBe(false);
});

test('what is read before, while playing and afterwards is told apart', () => {
  const texts = workerTexts(Scenario.parse(soundInput()), '');
  const partOf = (path: string) => texts.find((one) => one.path.join('.') === path)?.part;
  expect(partOf('summary')).toBe('front');
  expect(partOf('scenes.hall.title')).toBe('heading');
  expect(partOf('scenes.hall.finds.plan.note')).toBe('story');
  expect(partOf('scenes.hall.decision.options.ask.key.why')).toBe('debrief');
  expect(partOf('sources.0.about')).toBeUndefined();
});
