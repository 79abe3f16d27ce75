import { sayCount } from '#domain/profile/say-count.ts';
import type { Coverage } from '#domain/scenario/coverage.ts';

/** How far the library goes towards a claim. */
export type Reach = 'nothing' | 'part' | 'enough';

export const reaches: readonly Reach[] = ['nothing', 'part', 'enough'];

/** What each reach is called wherever a person reads it. */
export const reachWords: Record<Reach, string> = {
  nothing: 'Nothing yet',
  part: 'Not enough',
  enough: 'Enough',
};

/** How far the library goes towards a claim: what only drafts would give is nothing yet. */
export const reachOf = ({ enough, anchors }: Pick<Coverage, 'enough' | 'anchors'>): Reach =>
  enough ? 'enough' : anchors > 0 ? 'part' : 'nothing';

/** A coverage in numbers: "6 of 8 decisions, 2 of 3 scenarios". What there is enough of stands alone. */
export function sayAmount({ anchors, scenarios, nonRoutine, needs }: Coverage): string {
  const of = (there: number, need: number, one: string) =>
    there < need ? `${there} of ${sayCount(need, one)}` : sayCount(there, one);
  const parts = [
    of(anchors, needs.anchors, 'decision'),
    of(scenarios, needs.scenarios, 'scenario'),
  ];
  if (needs.nonRoutine)
    parts.push(
      nonRoutine < needs.nonRoutine
        ? `${nonRoutine} of ${needs.nonRoutine} not routine`
        : `${nonRoutine} not routine`,
    );
  return parts.join(', ');
}

/** What a claim needs, in few words: "8 decisions in 3 scenarios". */
export const sayNeed = ({ needs }: Pick<Coverage, 'needs'>): string =>
  `${sayCount(needs.anchors, 'decision')} in ${sayCount(needs.scenarios, 'scenario')}${
    needs.nonRoutine ? `, ${needs.nonRoutine} of them not routine` : ''
  }`;
