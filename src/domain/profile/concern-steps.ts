import type { Arranged } from '../arrange/arranged.ts';
import type { Concern } from './find-concerns.ts';

/** One of the three steps that settle a concern: done by somebody on a day, or asked of somebody by a day. */
export interface ConcernStep {
  kind: 'talk' | 'play' | 'see';
  doneAt: string | null;
  /** Who did it. */
  by: string | null;
  /** Who is asked to, and by when, while it is not done; nothing where nobody is. */
  arranged: Arranged | null;
}

/** What can be looked up of who is asked to take a step. */
export type FindArranged = (step: ConcernStep['kind']) => Arranged | null;

/** The three steps of a concern, each with its day and whose it is. */
export function concernSteps(
  concern: Concern,
  who: { worker: string; nameOf: (id: string) => string },
  find: FindArranged,
): ConcernStep[] {
  const step = (kind: ConcernStep['kind'], doneAt: string | null, by: string): ConcernStep =>
    doneAt === null
      ? { kind, doneAt, by: null, arranged: find(kind) }
      : { kind, doneAt, by, arranged: null };
  const { debriefedAt, debriefedBy, parallelAt, observedAt, observedBy } = concern;
  return [
    step('talk', debriefedAt, debriefedBy ? who.nameOf(debriefedBy) : ''),
    step('play', parallelAt, who.worker),
    step('see', observedAt, observedBy ? who.nameOf(observedBy) : ''),
  ];
}
