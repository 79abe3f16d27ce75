import type { Figure } from './figures.ts';

/** One part of the policy: its rule, and the figures that the rule speaks of. */
export interface Section {
  id: string;
  title: string;
  /** Where its sentence stands. */
  rule: string;
  figures: Figure[];
  /** Whether it can change where anybody stands. */
  decides: boolean;
  /** It comes with the product and is not changed here. */
  fixed?: string;
}

const level = (number: 2 | 3): Section => ({
  id: `levels.${number}`,
  title: `When level ${number} is met`,
  rule: `levels.${number}.rule`,
  decides: true,
  figures: [
    {
      path: `levels.${number}.judgement.anchors`,
      label: 'Decisions that nobody can avoid',
      kind: 'count',
    },
    {
      path: `levels.${number}.judgement.non-routine`,
      label: 'Of these, non-routine',
      kind: 'count-or-none',
    },
    { path: `levels.${number}.judgement.scenarios`, label: 'In so many scenarios', kind: 'count' },
    { path: `levels.${number}.judgement.days`, label: 'On so many days', kind: 'count' },
    { path: `levels.${number}.practice.observations`, label: 'Observations', kind: 'count' },
    {
      path: `levels.${number}.practice.entrustment`,
      label: 'Each at this level of trust or better',
      kind: 'trust',
    },
    { path: `levels.${number}.practice.observers`, label: 'By so many observers', kind: 'count' },
    { path: `levels.${number}.practice.tasks`, label: 'In so many kinds of task', kind: 'count' },
    {
      path: `levels.${number}.discussions`,
      label: 'Professional discussions',
      kind: 'count-or-none',
    },
  ],
});

/** Every part of the policy, in the order that it is read in. */
export const sections: readonly Section[] = [
  level(2),
  level(3),
  {
    id: 'certainty',
    title: 'When decisions are enough to tell',
    rule: 'certainty.rule',
    decides: true,
    figures: [
      { path: 'certainty.cut', label: 'Sound choices that a level asks for', kind: 'hundred' },
      { path: 'certainty.supports', label: 'How sure we must be to say yes', kind: 'hundred' },
      { path: 'certainty.not-yet', label: 'How sure at most, to say not yet', kind: 'hundred' },
      {
        path: 'certainty.correlation',
        label: 'How far decisions in one scenario hang together',
        kind: 'ratio',
      },
      { path: 'certainty.months', label: 'How long decisions count', kind: 'count', unit: 'month' },
    ],
  },
  {
    id: 'conflict',
    title: 'When judgement and practice differ',
    rule: 'conflict.rule',
    decides: true,
    figures: [
      {
        path: 'conflict.recent',
        label: 'The latest observations looked at',
        kind: 'count',
      },
      {
        path: 'conflict.against',
        label: 'An observation speaks against at this level of trust or below',
        kind: 'trust',
      },
    ],
  },
  {
    id: 'concern',
    title: 'When harm was chosen',
    rule: 'concern.rule',
    decides: true,
    figures: [
      {
        path: 'concern.parallel-credit',
        label: 'Another scenario is passed at a credit of',
        kind: 'ratio',
      },
      {
        path: 'concern.entrustment',
        label: 'Seen done safely means this level of trust or better',
        kind: 'trust',
      },
    ],
  },
  {
    id: 'review',
    title: 'When it is due for review',
    rule: 'review.rule',
    decides: true,
    figures: [
      {
        path: 'review.months',
        label: 'How long an observation holds',
        kind: 'count',
        unit: 'month',
      },
    ],
  },
  {
    id: 'marking',
    title: 'How written reasons are marked',
    rule: 'marking.rule',
    decides: false,
    figures: [
      { path: 'marking.shown', label: 'Indicators that must be shown', kind: 'hundred' },
      { path: 'marking.second-share', label: 'Reasons that are marked twice', kind: 'hundred' },
    ],
  },
  {
    id: 'confidence',
    title: 'How sure somebody was',
    rule: 'confidence.rule',
    decides: false,
    figures: [
      { path: 'confidence.sure', label: '“Sure” is read as', kind: 'hundred' },
      { path: 'confidence.fairly-sure', label: '“Fairly sure” is read as', kind: 'hundred' },
      { path: 'confidence.unsure', label: '“Not sure” is read as', kind: 'hundred' },
    ],
  },
  {
    id: 'calibration',
    title: 'When observers judge alike',
    rule: 'calibration.rule',
    decides: false,
    figures: [
      {
        path: 'calibration.kappa',
        label: 'Weighted agreement (kappa) that is enough',
        kind: 'ratio',
      },
      {
        path: 'calibration.leaning',
        label: 'Leaning from the others that is said',
        kind: 'steps',
        unit: 'step',
      },
    ],
  },
  {
    id: 'statistics',
    title: 'When figures are shown',
    rule: 'statistics.rule',
    decides: false,
    figures: [
      { path: 'statistics.hide-under', label: 'Silent under', kind: 'count', unit: 'person' },
      {
        path: 'statistics.caution-under',
        label: 'With a warning under',
        kind: 'count',
        unit: 'person',
      },
      {
        path: 'statistics.smallest-group',
        label: 'Smallest group shown',
        kind: 'count',
        unit: 'person',
      },
      {
        path: 'statistics.difficulty.0',
        label: 'A decision is hard when sound for under',
        kind: 'hundred',
      },
      {
        path: 'statistics.difficulty.1',
        label: 'A decision is easy when sound for over',
        kind: 'hundred',
      },
      {
        path: 'statistics.item-total.review',
        label: 'Look at a decision again when its correlation with the rest is under',
        kind: 'ratio',
      },
      {
        path: 'statistics.item-total.good',
        label: 'Its correlation with the rest is good from',
        kind: 'ratio',
      },
    ],
  },
  {
    id: 'starters',
    title: 'New starters',
    rule: 'starters.rule',
    decides: false,
    figures: [
      { path: 'starters.weeks', label: 'Time for the standards', kind: 'count', unit: 'week' },
    ],
  },
  {
    id: 'target',
    title: 'Level 3 in a role',
    rule: 'target.rule',
    decides: false,
    figures: [{ path: 'target.years', label: 'Time in the role', kind: 'count', unit: 'year' }],
  },
  {
    id: 'publish',
    title: 'What a scenario may claim',
    rule: 'publish.rule',
    decides: false,
    fixed: 'It comes with the product: every scenario is checked by it before it can be played.',
    figures: [{ path: 'publish.fewest-anchors', label: 'Decisions on every path', kind: 'count' }],
  },
  {
    id: 'panel',
    title: 'When a key is agreed',
    rule: 'panel.rule',
    decides: false,
    fixed: 'It comes with the product: keys are agreed by those who write the scenarios.',
    figures: [
      { path: 'panel.raters', label: 'Care professionals who rate', kind: 'count' },
      { path: 'panel.agreement', label: 'Agreement among them', kind: 'ratio' },
      { path: 'panel.harm-disagreement', label: 'Who may differ about harm', kind: 'hundred' },
      {
        path: 'panel.spread',
        label: 'Distance of the best option from the worst',
        kind: 'steps',
        unit: 'step',
      },
    ],
  },
];
