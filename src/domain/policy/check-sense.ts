import type { FieldProblem } from '../access/problem.ts';
import type { Policy } from '../profile/policy.ts';

/** What the figures of a policy may not say together, each at the field to change. */
export function checkSense(policy: Policy): FieldProblem[] {
  const { certainty, conflict, confidence, statistics } = policy;
  const [hard, easy] = statistics.difficulty;
  const item = statistics['item-total'];
  const rules: [wrong: boolean, field: string, message: string][] = [
    [
      certainty['not-yet'] >= certainty.supports,
      'certainty.not-yet',
      'How sure at most, to say not yet, must be less than how sure to say yes.',
    ],
    ...([2, 3] as const).flatMap((level): [boolean, string, string][] => {
      const { judgement, practice } = policy.levels[level];
      const at = `levels.${level}`;
      return [
        [
          judgement['non-routine'] > judgement.anchors,
          `${at}.judgement.non-routine`,
          `Level ${level} cannot ask for more non-routine decisions than decisions.`,
        ],
        [
          judgement.scenarios > judgement.anchors,
          `${at}.judgement.scenarios`,
          `Level ${level} cannot ask for more scenarios than decisions.`,
        ],
        [
          practice.observers > practice.observations,
          `${at}.practice.observers`,
          `Level ${level} cannot ask for more observers than observations.`,
        ],
        [
          practice.tasks > practice.observations,
          `${at}.practice.tasks`,
          `Level ${level} cannot ask for more kinds of task than observations.`,
        ],
        [
          practice.entrustment <= conflict.against,
          `${at}.practice.entrustment`,
          `An observation that counts for level ${level} cannot speak against it too: choose more trust here, or less where judgement and practice differ.`,
        ],
      ];
    }),
    [
      confidence.unsure > confidence['fairly-sure'],
      'confidence.unsure',
      '“Not sure” cannot be read as surer than “fairly sure”.',
    ],
    [
      confidence['fairly-sure'] > confidence.sure,
      'confidence.fairly-sure',
      '“Fairly sure” cannot be read as surer than “sure”.',
    ],
    [
      statistics['caution-under'] < statistics['hide-under'],
      'statistics.caution-under',
      'The warning must reach further than the silence.',
    ],
    [hard >= easy, 'statistics.difficulty.1', 'Easy must be above hard.'],
    [item.good < item.review, 'statistics.item-total.good', 'Good must not lie below look again.'],
  ];
  return rules.flatMap(([wrong, field, message]) => (wrong ? [{ field, message }] : []));
}
