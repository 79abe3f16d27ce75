import type { Policy } from '../profile/policy.ts';
import { sayFigure } from './figures.ts';
import { figureAt, ruleAt } from './places.ts';
import { sections, type Section } from './sections.ts';

/** What one part of a policy says otherwise than the one before. */
export interface SectionChange {
  section: Section;
  figures: { label: string; from: string; to: string }[];
  /** The sentence before and after, where it was written anew. */
  rule: { from: string; to: string } | null;
  /** The sentence as it is now. */
  says: string;
}

/** What changes from one policy to another, part by part. Parts that stay are left out. */
export function comparePolicies(
  from: Policy,
  to: Policy,
  titleOf: (competency: string) => string = (id) => id,
): SectionChange[] {
  return sections.flatMap((section) => {
    const figures = section.figures.flatMap((figure) => {
      const [was, is] = [figureAt(from, figure.path), figureAt(to, figure.path)];
      return was === is
        ? []
        : [{ label: figure.label, from: sayFigure(figure, was), to: sayFigure(figure, is) }];
    });
    if (section.id === 'review') figures.push(...compareSooner(from, to, titleOf));
    const [was, is] = [ruleAt(from, section.rule), ruleAt(to, section.rule)];
    const rule = was === is ? null : { from: was, to: is };
    return figures.length || rule ? [{ section, figures, rule, says: is }] : [];
  });
}

function compareSooner(from: Policy, to: Policy, titleOf: (competency: string) => string) {
  const [was, is] = [from.review.sooner, to.review.sooner];
  const say = (months: number | undefined) =>
    months === undefined ? 'as all others' : sayFigure({ kind: 'count', unit: 'month' }, months);
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((id) => was[id] !== is[id])
    .map((id) => ({ label: titleOf(id), from: say(was[id]), to: say(is[id]) }));
}

/** The parts whose figures change while their sentence stays: somebody has to say that it is still true. */
export const withSameWords = (changes: readonly SectionChange[]): SectionChange[] =>
  changes.filter(({ figures, rule }) => figures.length > 0 && !rule);

/** Whether two policies say the same, whatever they are called. */
export const saySame = (one: Policy, other: Policy): boolean =>
  comparePolicies(one, other).length === 0;
