import type { Person } from '#domain/access/person.ts';
import { findArranged } from '#domain/arrange/arranged.ts';
import { londonDate } from '#domain/london-time.ts';
import { concernSteps, type ConcernStep } from '#domain/profile/concern-steps.ts';
import type { Concern } from '#domain/profile/find-concerns.ts';
import type { NextThing } from '#domain/profile/state.ts';
import { anchorsOf } from '#domain/scenario/anchors.ts';
import type { Database } from '#db';
import { readPending } from '../arrange/read-pending.ts';
import { listPlayable } from '../content/load-version.ts';

/** Says of any concern of one person who took each step, or who is asked to and by when, as of a time. */
export async function readStepOwners(
  db: Database,
  worker: Person,
  competency: string,
  at: string,
  nameOf: (id: string) => string,
): Promise<(concern: Concern) => ConcernStep[]> {
  const [pending, playable] = await Promise.all([
    readPending(db, at, worker.id),
    listPlayable(db, at),
  ]);
  const claim = { personId: worker.id, competency };
  return (concern) => {
    const { level, attemptId } = concern.evidence;
    const bears = new Set(
      playable
        .filter(({ anchors }) => anchorsOf(anchors, { competency, level }).length > 0)
        .map(({ slug }) => slug),
    );
    const slug = pending.plays.find((one) => bears.has(one.slug))?.slug;
    const wanted: Record<ConcernStep['kind'], NextThing | null> = {
      talk: { kind: 'talk', text: '', attemptId },
      play: slug ? { kind: 'play', text: '', slug } : null,
      see: { kind: 'observe', text: '' },
    };
    return concernSteps(concern, { worker: worker.name, nameOf }, (kind) => {
      const next = wanted[kind];
      return next && findArranged(next, claim, pending, nameOf, londonDate(at));
    });
  };
}
