import { may } from '#domain/access/permissions.ts';
import {
  compareWithOthers,
  compareWithPanel,
  spreadOf,
  type Agreement,
  type Spread,
} from '#domain/calibration/compare-ratings.ts';
import type { Leaning } from '#domain/calibration/find-leaning.ts';
import type { EditedVignette } from '#domain/calibration/vignette.ts';
import type { Person } from '#domain/access/person.ts';
import type { Policy } from '#domain/profile/policy.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { listCalibrationRatings, type Database } from '#db';
import { readFrameworks } from '../content/read-frameworks.ts';
import { readPolicy } from '../content/read-policy.ts';
import { readVignettes } from '../content/read-vignettes.ts';
import { readLeaning } from './read-leaning.ts';

/** A case that somebody has rated, beside what the panel says and, without names, what others say. */
export interface RatedCase {
  vignette: EditedVignette;
  competency: string;
  own: { entrustment: number; words: string };
  spread?: Spread;
}

/** What somebody is shown of their own calibration. */
export interface OwnCalibration {
  policy: Policy;
  cases: { id: string; title: string; rated: boolean }[];
  /** The first that is still to be rated. */
  next?: string;
  /** Only once every case is rated: until then nothing of what anybody said is shown. */
  results?: {
    rated: RatedCase[];
    panel: Agreement;
    /** Steps from the others on the same cases; absent where they are too few. */
    others?: number;
  };
  /** How they lean in their real observations. */
  leaning: Leaning;
}

/** Reads an observer's own ratings, and once all are given, how they compare. */
export async function readCalibration(
  db: Database,
  viewer: Person,
  at: string = new Date().toISOString(),
): Promise<Result<OwnCalibration, { code: 'not-found' }>> {
  if (!may(viewer, 'calibrate', viewer)) return refuse({ code: 'not-found' });
  const [vignettes, ratings, policy, frameworks, leanings] = await Promise.all([
    readVignettes(),
    listCalibrationRatings(db, at),
    readPolicy(db, at),
    readFrameworks(),
    readLeaning(db, at),
  ]);
  const mine = ratings.filter(({ personId }) => personId === viewer.id);
  const saidOf = (edition: string) => mine.find(({ vignette }) => vignette === edition);
  const cases = vignettes.map(({ id, title, edition }) => ({
    ...{ id, title },
    rated: saidOf(edition) !== undefined,
  }));
  const next = cases.find(({ rated }) => !rated)?.id;
  const leaning: Leaning = leanings.find(({ observerId }) => observerId === viewer.id) ?? {
    compared: 0,
    voice: 'silent',
  };
  const current = { policy, cases, leaning, ...(next !== undefined && { next }) };
  const panel = compareWithPanel(mine, vignettes, policy);
  if (next !== undefined || !panel) return ok(current);
  const inForce = new Set(vignettes.map(({ edition }) => edition));
  const relevant = ratings.filter(({ vignette }) => inForce.has(vignette));
  const others = compareWithOthers(viewer.id, relevant, policy);
  const { competencies } = frameworks.competencies;
  const rated = vignettes.map((vignette): RatedCase => {
    const { entrustment, words } = saidOf(vignette.edition)!;
    const spread = spreadOf(relevant, vignette.edition, viewer.id, policy);
    const competency = competencies[vignette.competency]?.title ?? vignette.competency;
    return { vignette, competency, own: { entrustment, words }, ...(spread && { spread }) };
  });
  return ok({
    ...current,
    results: { rated, panel, ...(others !== undefined && { others }) },
  });
}
