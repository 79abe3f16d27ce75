/** As much of a marking as says how far it has come. */
interface OneMarking {
  round: number;
  markerId: string;
  outcome: 'shown' | 'not-yet';
}

/**
 * How far the marking of what somebody wrote has come: not marked, drawn for a second marking that is
 * not in, two markers who differ and have not talked, or done.
 */
export type MarkingStage = 'unmarked' | 'second-due' | 'differ' | 'done';

/** Where the marking of one text stands. `drawn` where it is one of those that are marked twice. */
export function markingStage(
  markings: readonly OneMarking[],
  drawn: boolean,
  talked: boolean,
): MarkingStage {
  const [first, second] = [1, 2].map((round) => markings.find((one) => one.round === round));
  if (!first) return 'unmarked';
  if (!second) return drawn ? 'second-due' : 'done';
  return first.outcome !== second.outcome && !talked ? 'differ' : 'done';
}

/**
 * Whether an observer may be shown the first marks of a text: not while they could still be its second
 * marker, who works blind.
 */
export const mayCompare = (
  stage: MarkingStage,
  markings: readonly OneMarking[],
  viewerId: string,
): boolean => stage !== 'second-due' || markings.some(({ markerId }) => markerId === viewerId);
