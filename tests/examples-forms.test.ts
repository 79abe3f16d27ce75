import { describe, expect, test } from 'vitest';
import { beginWalk } from '#domain/attempt/walk-golden-path.ts';
import { checkForms } from '#domain/scenario/check/check-forms.ts';
import { readExample, readWritten } from './examples/read-example.ts';
import { refusal, walk } from './examples/walk.ts';

describe('forms: one scenario told in equal ways', () => {
  test.each([
    {
      form: 'a',
      start: 'in-the-garden',
      title: 'A drink for Mrs Begum',
      text: 'Sweet tea stands there, cold.\n\nBees hum.',
      name: 'Mrs Begum',
      offered: ['decide ask', 'decide shade', 'decide again'],
      again: 'Put sweet tea there again',
    },
    {
      form: 'b',
      start: 'by-the-window',
      title: 'A drink for Mr Price',
      text: 'Squash stands there, cold.\n\nA song ends.',
      name: 'Mr Price',
      offered: ['decide ask', 'decide song', 'decide again'],
      again: 'Put squash there again',
    },
  ])('$form tells it in its own words', ({ form, start, title, text, name, offered, again }) => {
    const published = readExample('forms', form);
    expect(walk(published, []).lines).toEqual([`${start} | 0 | `]);
    const { view, offered: ways } = walk(published, ['go-on']);
    expect([view.scenario, view.scene.text, view.scene.place]).toEqual([
      title,
      text,
      `Beside ${name}`,
    ]);
    expect(view.people).toEqual([{ id: 'resident', name, mood: 'tired' }]);
    expect(ways).toEqual(offered);
    expect(walk(published, ['go-on', 'decide again']).view.past!.did).toBe(again);
    expect(JSON.stringify(published.scenario)).not.toContain('{{');
    expect(beginWalk(published).form).toBe(form);
  });

  test('what belongs to the other form is not there', () => {
    const [a, b] = [readExample('forms', 'a'), readExample('forms', 'b')];
    expect(refusal(a, ['go-on'], 'decide song')).toBe('not-offered');
    expect(refusal(b, ['go-on'], 'decide shade')).toBe('not-offered');
    expect(a.scenario.scenes).not.toHaveProperty('by-the-window');
    expect(b.scenario.scenes).not.toHaveProperty('in-the-garden');
    expect(a.scenario.people['resident']!.portrait.seed).toBe('begum');
    expect(b.scenario.people['resident']!.portrait.seed).toBe('price');
  });

  test('the same choice is worth the same in both, at the same anchor', () => {
    const credit = (form: string, last: string) =>
      walk(readExample('forms', form), ['go-on', last]).credit;
    for (const last of ['decide ask', 'decide again'])
      expect(credit('a', last)).toEqual(credit('b', last));
    expect(credit('a', 'decide shade')).toEqual(credit('b', 'decide song'));
  });

  test('an attempt in one form is not replayed as the other', () => {
    const [a, b] = [readExample('forms', 'a'), readExample('forms', 'b')];
    const { replay } = walk(a, ['go-on', 'decide shade']);
    expect(replay()).toEqual([]);
    expect(replay(undefined, b).join('\n')).toContain('the story stood elsewhere');
  });
});

describe('checkForms', () => {
  const check = (change: (written: ReturnType<typeof readWritten>) => void) => {
    const written = readWritten('forms');
    change(written);
    const told = ['a', 'b'].map((form) => ({ form, anchors: readExample('forms', form).anchors }));
    return checkForms(written, told).map(({ code, path, message }) =>
      [code, path.join('.'), message].join(' | '),
    );
  };
  const cup = (written: ReturnType<typeof readWritten>) => {
    const { decision } = written.scenes['the-cup']!;
    if (decision?.kind !== 'best-action') throw new Error('it is of another kind');
    return decision.options;
  };
  const differ = (what: string) =>
    `forms-not-equal | forms.b | The forms "a" and "b" differ in ${what}.`;

  test('finds nothing wrong with forms that are equal', () => {
    expect(check(() => {})).toEqual([]);
  });
  test('has nothing to say of a scenario with no forms', () => {
    expect(checkForms(readWritten('pick'), [{ form: '', anchors: [] }])).toEqual([]);
  });
  test.each<[string, Parameters<typeof check>[0], string[]]>([
    [
      'another credit',
      (written) => (cup(written)['song']!.key.credit['IP-01'] = 0.5),
      [differ('what their decisions are worth')],
    ],
    [
      'harm in one only',
      (written) => (cup(written)['song']!.key.harmful = ['IP-01']),
      [differ('what their decisions are worth')],
    ],
    [
      'another credit for whoever knew more',
      (written) => {
        const { credit, why } = cup(written)['song']!.key;
        cup(written)['song']!.key.cases = [{ when: { fact: 'dry', is: true }, credit, why }];
      },
      [differ('what their decisions are worth')],
    ],
    [
      'a way to act more',
      (written) => delete cup(written)['song'],
      [differ('what their decisions are worth')],
    ],
    ['another reason why', (written) => (cup(written)['song']!.key.why = 'Another reason.'), []],
    [
      'a decision at another level',
      (written) => {
        const { 'the-cup': cup } = written.scenes;
        written.scenes['the-cup'] = { ...cup!, forms: ['a'] };
        written.scenes['the-glass'] = {
          ...cup!,
          forms: ['b'],
          decision: { ...cup!.decision!, level: 3, anchor: 'the-cup' },
        };
      },
      [differ('what their decisions are worth')],
    ],
    [
      'half as much again to read',
      (written) => (written.scenes['by-the-window']!.text = 'So it goes. '.repeat(60)),
      [differ('length by more than a fifth')],
    ],
    [
      'a word that one form does not give',
      (written) => delete written.forms!['b']!.words!['drink'],
      [
        'word-not-given | forms.b | The form "b" gives no word for "{{drink}}".',
        'word-not-given | forms.b | The form "b" gives no word for "{{Drink}}".',
      ],
    ],
    [
      'one form',
      (written) => delete written.forms!['b'],
      ['forms-not-equal | forms | 1 forms are given.'],
    ],
    [
      'five forms',
      (written) => {
        for (const name of ['c', 'd', 'e']) written.forms![name] = written.forms!['a']!;
      },
      ['forms-not-equal | forms | 5 forms are given.'],
    ],
  ])('%s', (_, change, expected) => {
    expect(check(change)).toEqual(expected);
  });
  test('other anchors', () => {
    const [a, b] = ['a', 'b'].map((form) => ({
      form,
      anchors: readExample('forms', form).anchors,
    }));
    const heavier = { form: 'b', anchors: b!.anchors.map((one) => ({ ...one, weight: 2 })) };
    const found = checkForms(readWritten('forms'), [a!, heavier]);
    expect(found.map(({ message }) => message)).toEqual([
      'The forms "a" and "b" differ in their anchors.',
    ]);
  });
});
