import type { z } from 'zod';
import { shuffle } from '#domain/attempt/shuffle.ts';
import type { Guard } from '#domain/scenario/guard.ts';
import type { Scenario } from '#domain/scenario/schema.ts';
import type { Effects } from '#domain/scenario/world.ts';
import { randomDecision } from './random-parts.ts';
import { decision, option, tinyScenario, worth } from './tiny-scenario.ts';

// Sixty can be shared out evenly among as few as two and as many as twelve.
const many = Array.from({ length: 60 }, (_, at) => at);

/** Picks that depend on nothing but the seed. */
function picksFrom(seed: number) {
  let turn = 0;
  const below = (limit: number) => shuffle(many, seed, `turn ${(turn += 1)}`)[0]! % limit;
  return {
    below,
    one: <Item>(items: readonly Item[]): Item => items[below(items.length)]!,
    perhaps: <Part>(part: () => Part): Part | undefined => (below(2) ? part() : undefined),
  };
}

/**
 * A small scenario made at random. One that goes only forward may count and take time; one that can go
 * back may not, since its moments would then have no end.
 */
export function randomScenario(seed: number, goesBack: boolean): Scenario {
  const { below, one, perhaps } = picksFrom(seed);
  const last = 3 + below(3);
  const scenes = Array.from({ length: last }, (_, at) => `scene-${at}`);
  // In half of them two things go on at once somewhere, and in half something comes in between.
  const splits = below(2) === 1;
  const rings = below(2) === 1;
  const finds = scenes.flatMap((_, at) => (below(2) ? [`find-${at}`] : []));

  const strands = ['left', 'right'];
  const guard = (): Guard => {
    const kind = below(goesBack ? 5 : 8);
    if (kind === 0 && finds.length) return { knows: one(finds) };
    if (kind === 1) return { not: { fact: one(['flag-a', 'flag-b']), is: true } };
    if (kind === 2) return { fact: 'count', 'at-least': below(4) };
    if (kind === 3 && splits) return { attending: one(strands) };
    if (kind === 5) return { minutes: { 'at-least': below(12) } };
    if (kind === 6) return { minutes: { 'at-most': below(12) } };
    if (kind === 7) return { fact: 'timer', 'at-least': below(6) };
    return { fact: one(['flag-a', 'flag-b', 'flag-c']), is: below(2) === 1 };
  };
  const effects = (): Effects => ({
    ...perhaps(() => ({
      set: { [one(['flag-a', 'flag-b', 'flag-c', 'flag-d'])]: below(2) === 1 },
    })),
    ...(goesBack
      ? perhaps(() => ({ set: { count: below(4) } }))
      : {
          ...perhaps(() => ({ add: { count: 1 } })),
          ...perhaps(() => ({ minutes: below(5) })),
          ...(below(5) === 0 && { set: { timer: one([0, 0, -1]) } }),
        }),
  });
  const onward = (at: number) =>
    one([...(goesBack ? scenes : []), ...scenes.slice(at + 1), 'end', 'other-end']);
  const target = (at: number) =>
    below(3) ? onward(at) : [{ when: guard(), to: onward(at) }, { to: onward(at) }];
  const when = () => perhaps(() => ({ when: guard() })) ?? {};

  const sceneAt = (at: number): Partial<z.input<typeof Scenario>['scenes'][string]> => ({
    ...(below(2) && { text: ['It is so.', { when: guard(), text: 'And so.' }] }),
    ...(finds.includes(`find-${at}`) && {
      finds: {
        [`find-${at}`]: {
          ...{ kind: 'look' as const, label: 'Look', tells: 'It tells.', note: 'Noted.' },
          ...effects(),
          ...when(),
        },
      },
    }),
    ...(below(3) === 0 && {
      happens: [{ when: guard(), ...effects(), to: at + 1 < last ? `scene-${at + 1}` : 'end' }],
    }),
    ...(below(5)
      ? {
          decision: randomDecision({ below, effects, when, target: () => target(at) }),
        }
      : { next: { label: 'Go on', ...effects(), to: target(at) } }),
  });
  /** Two things at once, each of two scenes and one that closes it. */
  const split = () =>
    Object.fromEntries(
      strands.flatMap((strand) => {
        const scene = (next: string) => ({
          strand,
          ...(below(2) === 0 && {
            happens: [{ when: guard(), ...effects(), to: `${strand}-shut` }],
          }),
          decision: decision({
            a: option(next, { ...effects(), ...(below(3) === 0 && { turns: one(strands) }) }),
            b: option([{ when: guard(), to: next }, { to: below(4) ? `${strand}-shut` : 'end' }], {
              ...effects(),
              key: worth(0),
            }),
          }),
        });
        return [
          [`${strand}-one`, scene(`${strand}-two`)],
          [`${strand}-two`, scene(`${strand}-shut`)],
          [`${strand}-shut`, { strand, closes: true as const }],
        ];
      }),
    );
  const splitAt = 1 + below(2);
  return tinyScenario(
    {
      ...Object.fromEntries(scenes.map((name, at) => [name, sceneAt(at)])),
      ...(splits && {
        ...split(),
        [`scene-${splitAt}`]: {
          strands: Object.fromEntries(
            strands.map((strand) => [
              strand,
              // To go to and fro takes no time, or it could go on for ever with nothing twice the same.
              { start: `${strand}-one`, turn: { label: 'Go there', set: { 'flag-c': true } } },
            ]),
          ),
          attend: one(strands),
          to: target(splitAt),
        },
      }),
      ...(rings && {
        'ring-one': {
          during: 'ring',
          decision: decision({ a: option('back', effects()), b: option('ring-two', effects()) }),
        },
        'ring-two': {
          during: 'ring',
          next: {
            label: 'Go on',
            to: [{ when: { fact: 'flag-d', is: true }, to: 'other-end' }, { to: 'back' }],
          },
        },
      }),
      end: { ending: 'well' },
      'other-end': { ending: 'hard', text: ['So.', { when: guard(), text: 'And so.' }] },
    },
    {
      ...(rings && { interruptions: { ring: { when: guard(), ...effects(), to: 'ring-one' } } }),
      facts: {
        'flag-a': { flag: false, about: 'One' },
        'flag-b': { flag: true, about: 'Another' },
        'flag-c': { flag: false, about: 'A third' },
        // Asked about in the interruption alone.
        'flag-d': { flag: false, about: 'A fourth' },
        count: { counter: [0, 2], start: 0, about: 'A count' },
        timer: { timer: 8, about: 'A timer' },
      },
    },
  );
}
