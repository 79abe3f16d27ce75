import { needOf, type State } from './state.ts';

/** A profile's lines in the order in which somebody should read them. */
export interface Grouped<Line> {
  /** Matters for a person: concerns, then conflicts. */
  pressing: Line[];
  /** All else that there is evidence for, what calls for somebody soonest first. */
  evidenced: Line[];
  /** Nothing is known yet. */
  untouched: Line[];
}

/** Groups lines by how soon they call for somebody; lines alike keep their order. */
export function groupByNeed<Line extends { leading: { state: State } }>(
  lines: readonly Line[],
): Grouped<Line> {
  const sorted = [...lines].sort((a, b) => needOf(a.leading.state) - needOf(b.leading.state));
  const isPressing = ({ leading: { state } }: Line) => state === 'concern' || state === 'conflict';
  const isUntouched = ({ leading }: Line) => leading.state === 'no-evidence';
  return {
    pressing: sorted.filter(isPressing),
    evidenced: sorted.filter((line) => !isPressing(line) && !isUntouched(line)),
    untouched: sorted.filter(isUntouched),
  };
}
