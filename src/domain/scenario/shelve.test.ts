import { expect, test } from 'vitest';
import {
  choiceOf,
  tinyScenario,
  type ScenarioInput,
} from '../../../tests/support/tiny-scenario.ts';
import { shelve } from './shelve.ts';

const version = (slug: string, more: Partial<ScenarioInput> = {}, forms = ['']) => ({
  slug,
  forms,
  hash: `${slug}-hash`,
  scenario: tinyScenario(
    {
      hall: { next: { label: 'Go in', to: 'room' } },
      room: { decision: choiceOf(['well', 'mixed', 'hard']) },
      well: { ending: 'well' },
      mixed: { ending: 'mixed' },
      hard: { ending: 'hard' },
    },
    { title: `The ${slug}`, ...more },
  ),
});

test('says how large it is, who reviewed it, and in which forms it is told', () => {
  const reviews = [{ name: 'Ann Example', role: 'registered nurse', on: '2026-05-03' }];
  const [shelved] = shelve([version('stairs', { status: 'reviewed', reviews }, ['a', 'b'])]);
  expect(shelved).toEqual({
    ...{ slug: 'stairs', hash: 'stairs-hash', title: 'The stairs', level: 2, setting: 'A test' },
    ...{ status: 'reviewed', reviews, takes: [1, 2], forms: ['a', 'b'] },
    ...{ scenes: 5, decisions: 1, endings: 3 },
    claims: [{ competency: 'IP-01', level: 2 }],
  });
});

test('without reviews and forms there are none', () => {
  expect(shelve([version('stairs')])).toMatchObject([{ reviews: [], forms: [] }]);
});

test('what can be played comes first, the easier level first, then by title', () => {
  const shelf = shelve([
    version('attic', { status: 'draft' }),
    version('cellar', { level: 3 }),
    version('stairs'),
    version('landing'),
  ]);
  expect(shelf.map(({ slug }) => slug)).toEqual(['landing', 'stairs', 'cellar', 'attic']);
});
