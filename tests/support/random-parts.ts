import type { z } from 'zod';
import type { Decision } from '#domain/scenario/decision.ts';
import type { Guard } from '#domain/scenario/guard.ts';
import type { Target } from '#domain/scenario/target.ts';
import type { Effects } from '#domain/scenario/world.ts';
import { decision, levelThree, option, worth } from './tiny-scenario.ts';

/** What a part made at random is made from. */
export interface Makers {
  below(limit: number): number;
  effects(): Effects;
  when(): { when?: Guard };
  target(): Target;
}

const why = 'Because of what it does to the person.';

/** A decision of any kind. */
export function randomDecision({ below, effects, when, target }: Makers): z.input<typeof Decision> {
  const { options, ...common } = decision({
    a: option(target(), effects()),
    b: option(target(), { ...effects(), ...when(), key: worth(0) }),
    c: option(target(), { ...when(), key: worth(0) }),
  });
  const onward = { ...effects(), to: target() };
  switch (below(9)) {
    case 0:
      return {
        ...common,
        kind: 'pick',
        pick: 2,
        ...onward,
        options: {
          a: { text: 'One thing', ...effects(), key: { right: true, why } },
          b: { text: 'Another', ...effects(), key: { right: true, why } },
          c: { text: 'A third', key: { right: false, why } },
        },
      };
    case 1:
      return {
        ...common,
        kind: 'rank',
        ...onward,
        options: {
          a: { text: 'One thing', ...effects(), key: { place: 2, why } },
          b: { text: 'Another', key: { place: 1, why } },
          c: { text: 'A third', ...effects(), key: { place: 3, why } },
        },
      };
    case 2:
      return {
        ...common,
        kind: 'rate',
        scale: ['no', 'perhaps', 'yes'],
        ...onward,
        options: {
          a: { text: 'One thing', key: { rating: 1, why } },
          b: { text: 'Another', key: { rating: 3, why } },
        },
      };
    case 3:
      return { ...common, ...levelThree, kind: 'rationale', asks: ['What you weighed'], ...onward };
    default:
      return { ...common, kind: 'best-action', options };
  }
}
