import type { Record as WorkerRecord } from '../evidence/evidence.ts';
import { foldProfile } from '../profile/fold-profile.ts';
import type { Policy } from '../profile/policy.ts';
import type { Level } from '../scenario/words.ts';
import { stateFor } from './confirmed.ts';
import { kindOf, type AlertKind } from './find-alerts.ts';

/** An alert about what a duty rests on, and the record that it comes from. */
interface Recurring {
  kind: AlertKind;
  /** The competencies that it looks at, each at the level that is needed. */
  rests: Readonly<Record<string, Level>>;
  /** When the newest duty that rests on them was given. */
  carriedSince: string;
  record: WorkerRecord;
  policy: Policy;
}

/**
 * Whether the cause of an alert is a new one since it was closed: another harmful choice, another duty
 * that rests on it, or a time in between at which there was no cause.
 */
export function hasRecurred(alert: Recurring, closedAt: string, at: string): boolean {
  const { kind, rests, record, carriedSince } = alert;
  if (carriedSince > closedAt) return true;
  const bears = ({ competency }: { competency: string }) => Object.hasOwn(rests, competency);
  const evidence = record.evidence.filter(bears);
  if (kind === 'concern' && evidence.some((row) => row.harmful && row.at > closedAt)) return true;
  const changes = [
    ...evidence.flatMap((row) => [row.at, row.finishedAt]),
    ...record.seen.filter(bears).flatMap((row) => [row.signedAt, row.supersededAt]),
    ...record.debriefed.map((row) => row.at),
    ...record.discussed.filter(bears).map((row) => row.at),
  ];
  const times = changes.filter((time) => time !== null && time > closedAt && time <= at);
  return [closedAt, ...times].some((time) => !isSo({ ...alert, at: time! }));
}

function isSo({ kind, rests, record, policy, at }: Recurring & { at: string }): boolean {
  return foldProfile(record, policy, at, Object.keys(rests)).some((standing) => {
    const state = stateFor(standing, rests[standing.competency]!);
    // A review that is near now was due or near then: time alone does not take it back.
    if (kind === 'review') return state === 'meets' || state === 'due-for-review';
    return kindOf(state, state) === kind;
  });
}
