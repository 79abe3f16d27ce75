import type { Anchor } from '../anchors.ts';
import { formsOf, inForm, wordsMissing } from '../forms.ts';
import type { Scenario } from '../schema.ts';
import type { Problem } from './problem.ts';

/** By how much the texts of two equal forms may differ in length. */
const mostDifference = 0.2;

type Told = { form: string; anchors: Anchor[] };

/**
 * Forms of one scenario are equal: the same anchors with the same keys to them, and about as much to read.
 * Only then is a result in one as good as a result in another.
 */
export function checkForms(scenario: Scenario, told: readonly Told[]): Problem[] {
  const names = formsOf(scenario);
  if (!scenario.forms) return [];
  if (names.length < 2 || names.length > 4)
    return [unequal('forms', `${names.length} forms are given.`, 'Write two to four.')];
  const [first, ...others] = told;
  const firstTold = inForm(scenario, first!.form);
  return [
    ...names.flatMap((form) => checkWordsGiven(scenario, form)),
    ...others.flatMap(({ form, anchors }) => {
      const other = inForm(scenario, form);
      const problems: Problem[] = [];
      const differ = (what: string) =>
        problems.push(
          unequal(
            form,
            `The forms "${first!.form}" and "${form}" differ in ${what}.`,
            'Make them equal, or write two scenarios.',
          ),
        );
      if (anchorsAs(first!.anchors) !== anchorsAs(anchors)) differ('their anchors');
      if (decisionsAs(firstTold) !== decisionsAs(other)) differ('what their decisions are worth');
      const [shorter, longer] = [lengthOf(firstTold), lengthOf(other)].sort((a, b) => a - b);
      if (longer! > shorter! * (1 + mostDifference)) differ('length by more than a fifth');
      return problems;
    }),
  ];
}

const unequal = (form: string, message: string, remedy: string): Problem => ({
  code: 'forms-not-equal',
  path: form === 'forms' ? ['forms'] : ['forms', form],
  message,
  remedy,
});

const anchorsAs = (anchors: readonly Anchor[]) =>
  anchors
    .map(({ name, level, competency, weight }) => `${name} ${level} ${competency} ${weight}`)
    .sort()
    .join('; ');

/** Every decision with the keys of its options in order, whatever the options are called. */
function decisionsAs({ scenes }: Scenario): string {
  return Object.entries(scenes)
    .flatMap(([name, { decision }]) => {
      if (!decision) return [];
      const options = 'options' in decision ? Object.values<{ key: AnyKey }>(decision.options) : [];
      const keys = options.map(({ key }) => JSON.stringify(withoutWords(key))).sort();
      const { kind, level, routine, initiative, competencies } = decision;
      return [
        `${decision.anchor ?? name} ${kind} ${level} ${routine} ${initiative} ${competencies.join()} ${keys.join()}`,
      ];
    })
    .sort()
    .join('; ');
}

type AnyKey = {
  why: string;
  cases?: { credit: object; harmful?: string[] | undefined }[] | undefined;
};

/** All that a key is worth. What must be known for it may go by another name in each form. */
const withoutWords = ({ why: _, cases, ...worth }: AnyKey) => ({
  ...worth,
  ...(cases && { cases: cases.map(({ credit, harmful }) => ({ credit, harmful })) }),
});

const lengthOf = (scenario: Scenario) => JSON.stringify(scenario.scenes).length;

function checkWordsGiven(scenario: Scenario, form: string): Problem[] {
  const missing = new Set(wordsMissing(JSON.stringify(inForm(scenario, form))));
  return [...missing].map((word) => ({
    code: 'word-not-given',
    path: ['forms', form],
    message: `The form "${form}" gives no word for "{{${word}}}".`,
    remedy: `Add "${word.toLowerCase()}" to its "words".`,
  }));
}
