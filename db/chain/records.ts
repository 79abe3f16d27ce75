import { canonical, workerChain, type ChainedRecord } from './link.ts';

/*
 * What a link vouches for, kind by kind: columns that never change once written, in an order that
 * never changes. A column that is added to a table is not among them.
 */

/** An attempt as it was begun. Where it stands follows from its moves, and is compared by `replay`. */
export const attemptColumns = 'id, person_id, slug, version_hash, form, mode, seed, started_at';

/** A move, whole. */
export const moveColumns =
  'id, attempt_id, step, kind, scene, choice, words, offered, confidence, world_before, dwell_ms, at';

/** What a move is evidence of, whole. */
export const evidenceColumns =
  'id, person_id, attempt_id, move_id, competency, level, credit, weight, anchor, harmful, non_routine, recovered, at';

/** An observation as it was signed. */
export const observationColumns =
  'id, person_id, observer_id, competencies, begun_at, profile_opened_at, observed_at, place, task, seen, person_said, consent, template, draft, signed_at, discarded_at, supersedes';

/** The ratings of a signed observation. */
export const ratingColumns = 'competency, entrustment';

type Row = readonly unknown[];

const byFirst = (a: Row, b: Row) => (String(a[0]) < String(b[0]) ? -1 : 1);

/** A record with what belongs to it, the rows of which come in no order. */
const record =
  (kind: ChainedRecord['kind']) =>
  (personId: string, row: Row, parts: readonly Row[] = []): ChainedRecord => ({
    chain: workerChain(personId),
    kind,
    recordId: String(row[0]),
    content: canonical([[...row], ...parts.toSorted(byFirst).map((part) => [...part])]),
  });

/** An attempt, by `attemptColumns`. */
export const attemptRecord = record('attempt');

/** A move by `moveColumns`, with its evidence by `evidenceColumns`. */
export const moveRecord = record('move');

/** A signed observation by `observationColumns`, with its ratings by `ratingColumns`. */
export const observationRecord = record('observation');
