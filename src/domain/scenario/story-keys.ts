import type { Decision } from './decision.ts';
import { sayGuard } from './say-guard.ts';
import type { Scenario } from './schema.ts';
import { creditWords } from '../attempt/worth-words.ts';

/** What an option is worth, in one case. */
export interface StoryKey {
  /** The case; absent where it is the only one, or where no other fits. */
  when?: string;
  /** The worth in words: for each competency, or of the option as a whole. */
  worth: { competency?: string; words: string }[];
  /** Competencies on which it does harm. */
  harmful: string[];
  why: string;
}

type Written = {
  credit: Record<string, number>;
  harmful?: string[] | undefined;
  why: string;
};

const ofCredit = ({ credit, harmful = [], why }: Written): StoryKey => ({
  worth: Object.entries(credit).map(([competency, value]) => ({
    competency,
    words: creditWords(value, harmful.includes(competency)),
  })),
  ...{ harmful, why },
});

const whole = (words: string, { harmful = [], why }: Omit<Written, 'credit'>): StoryKey => ({
  worth: [{ words }],
  ...{ harmful, why },
});

/** The key of one option in words: the cases first, in the order they are tried, then what else it is worth. */
export function sayKeys(decision: Decision, option: string, scenario: Scenario): StoryKey[] {
  switch (decision.kind) {
    case 'best-action': {
      const { cases = [], ...key } = decision.options[option]!.key;
      const special = cases.map(({ when, ...one }) => ({
        when: sayGuard(when, scenario),
        ...ofCredit(one),
      }));
      return [...special, ofCredit(key)];
    }
    case 'pick': {
      const { key } = decision.options[option]!;
      return [whole(key.right ? 'right' : 'not one of them', key)];
    }
    case 'rank': {
      const { key } = decision.options[option]!;
      return [whole(`place ${key.place}`, key)];
    }
    case 'rate': {
      const { key } = decision.options[option]!;
      return [whole(`rated “${decision.scale[key.rating - 1]}”`, key)];
    }
    case 'rationale':
      return [];
  }
}
