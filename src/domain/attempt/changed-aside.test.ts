import { expect, test } from 'vitest';
import { changedAside } from './changed-aside.ts';
import type { ShownScene, ShownStrand } from './shown-scene.ts';

const strand = (id: string, title: string, html = ''): ShownStrand => ({
  ...{ id, title, html, place: 'The hall', people: [], turn: undefined },
});
const scene = (strands?: ShownStrand[]): ShownScene => ({
  step: 0,
  scene: { id: 'here', title: 'Here', place: 'The hall', clock: '07:40', html: '' },
  people: [],
  beside: strands && { title: 'Two bells', html: '', strands },
  ...{ finds: [], found: [], known: [] },
  ...{ decision: undefined, next: undefined, ending: undefined, past: undefined },
});

test.each<[string, ShownStrand[] | undefined, ShownStrand[] | undefined, string[]]>([
  ['nothing else goes on', undefined, undefined, []],
  ['it begins', undefined, [strand('fall', 'On the floor')], []],
  ['it is as it was', [strand('fall', 'On the floor')], [strand('fall', 'On the floor')], []],
  ['it moved on', [strand('fall', 'On the floor')], [strand('fall', 'He is up')], ['fall']],
  ['it is told otherwise', [strand('fall', 'A', '<p>1')], [strand('fall', 'A', '<p>2')], ['fall']],
  ['one was just left', [strand('phone', 'She waits')], [strand('fall', 'On the floor')], []],
  [
    'one of two moved on',
    [strand('fall', 'A'), strand('door', 'B')],
    [strand('fall', 'A'), strand('door', 'C')],
    ['door'],
  ],
])('%s', (_, before, after, changed) => {
  expect(changedAside(scene(before), scene(after))).toEqual(changed);
});
