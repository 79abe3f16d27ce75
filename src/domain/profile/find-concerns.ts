import type { Evidence, Record } from '../evidence/evidence.ts';
import type { Policy } from './policy.ts';

/** A choice that would have done harm, and how far it is from being settled. */
export interface Concern {
  evidence: Evidence;
  /** When a conversation about it was recorded, and who held it. */
  debriefedAt: string | null;
  debriefedBy: string | null;
  /** When a parallel scenario, or another form of this one, was passed on the same competency. */
  parallelAt: string | null;
  /** When the task was seen done safely, and by whom. */
  observedAt: string | null;
  observedBy: string | null;
  open: boolean;
}

/**
 * Every harmful first choice on a competency, earliest first, and its three steps (method §4).
 * Nothing but those steps closes it: no later success, no average and no passing of time.
 */
export function findConcerns(record: Record, competency: string, policy: Policy): Concern[] {
  const about = record.evidence.filter((row) => row.competency === competency);
  const harmed = new Set(about.filter((row) => row.harmful).map((row) => row.attemptId));
  return about
    .filter((row) => row.harmful)
    .sort((a, b) => (a.at < b.at || (a.at === b.at && a.id < b.id) ? -1 : 1))
    .map((harm) => {
      const talk = earliest(
        record.debriefed.filter((row) => row.attemptId === harm.attemptId && row.at > harm.at),
        ({ at }) => at,
      );
      const passed = about.filter(
        (row) =>
          isParallel(row, harm) &&
          row.anchor !== null &&
          row.level >= harm.level &&
          row.credit >= policy.concern['parallel-credit'] &&
          row.at > harm.at &&
          row.finishedAt !== null &&
          !harmed.has(row.attemptId),
      );
      const parallel = earliest(passed, ({ finishedAt }) => finishedAt!);
      const observed = earliest(
        record.seen.filter(
          (row) =>
            row.competency === competency &&
            row.entrustment >= policy.concern.entrustment &&
            row.observedAt > harm.at,
        ),
        ({ signedAt }) => signedAt,
      );
      return {
        evidence: harm,
        debriefedAt: talk?.at ?? null,
        debriefedBy: talk?.by ?? null,
        parallelAt: parallel?.finishedAt ?? null,
        observedAt: observed?.signedAt ?? null,
        observedBy: observed?.observerId ?? null,
        open: !(talk && parallel && observed),
      };
    });
}

/** Another scenario, or the same moment in another form of the same one. */
const isParallel = (row: Evidence, harm: Evidence): boolean =>
  row.slug !== harm.slug || (row.form !== harm.form && row.anchor === harm.anchor);

const earliest = <Row>(rows: Row[], when: (row: Row) => string): Row | undefined =>
  rows.reduce<Row | undefined>(
    (first, row) => (first === undefined || when(row) < when(first) ? row : first),
    undefined,
  );
