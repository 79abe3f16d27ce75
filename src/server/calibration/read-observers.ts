import {
  compareRatings,
  compareWithPanel,
  type Agreement,
} from '#domain/calibration/compare-ratings.ts';
import type { Leaning } from '#domain/calibration/find-leaning.ts';
import { may, reaches } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import type { Policy } from '#domain/profile/policy.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { listCalibrationRatings, listPeople, type Database } from '#db';
import { readPolicy } from '../content/read-policy.ts';
import { readVignettes } from '../content/read-vignettes.ts';
import { readLeaning } from './read-leaning.ts';
import { noteListing } from '../note-reading.ts';

/** One observer, as a manager sees how they judge. */
export interface ObserverLine {
  id: string;
  name: string;
  rated: number;
  /** Beside the panel. Absent until they have rated every case: the observer may be who reads this. */
  panel?: Agreement;
  leaning: Leaning;
}

/** How all observers judge. No case and no worker is named in it. */
export interface Observers {
  policy: Policy;
  cases: number;
  observers: ObserverLine[];
  /** Every two who have rated all cases, the least alike first. */
  pairs: { names: [string, string]; agreement: Agreement }[];
}

/** Reads how all observers judge: cases and real observations, by name, for whoever leads them. */
export async function readObservers(
  db: Database,
  viewer: Person,
  at: string = new Date().toISOString(),
): Promise<Result<Observers, { code: 'not-found' }>> {
  if (!may(viewer, 'read-calibration')) return refuse({ code: 'not-found' });
  const [vignettes, everything, policy, people, leanings] = await Promise.all([
    readVignettes(),
    listCalibrationRatings(db, at),
    readPolicy(db, at),
    listPeople(db, at),
    readLeaning(db, at),
  ]);
  const inForce = new Set(vignettes.map(({ edition }) => edition));
  const ratings = everything.filter(({ vignette }) => inForce.has(vignette));
  const leaningOf = new Map(leanings.map((one) => [one.observerId, one]));
  const byPerson = Map.groupBy(ratings, ({ personId }) => personId);
  const observers = people
    .filter((one) => reaches(viewer, one))
    .filter((one) => may(one, 'calibrate', one) || leaningOf.has(one.id))
    .map(({ id, name }): ObserverLine => {
      const own = byPerson.get(id) ?? [];
      const isDone = own.length === vignettes.length;
      const panel = isDone ? compareWithPanel(own, vignettes, policy) : undefined;
      const leaning = leaningOf.get(id) ?? { compared: 0, voice: 'silent' as const };
      return { ...{ id, name, leaning }, rated: own.length, ...(panel && { panel }) };
    })
    .sort((a, b) => Number(!a.leaning.leans) - Number(!b.leaning.leans));
  await noteListing(
    db,
    viewer,
    observers.map(({ id }) => id),
  );
  const done = observers.filter(({ panel }) => panel);
  const pairs = done.flatMap((one, index) =>
    done.slice(index + 1).flatMap((other) => {
      const theirs = new Map(byPerson.get(other.id)?.map((said) => [said.vignette, said]) ?? []);
      const both = (byPerson.get(one.id) ?? []).flatMap(({ vignette, entrustment }) => {
        const said = theirs.get(vignette);
        return said ? [[entrustment, said.entrustment] as const] : [];
      });
      const agreement = compareRatings(both, policy);
      const names: [string, string] = [one.name, other.name];
      return agreement ? [{ names, agreement }] : [];
    }),
  );
  pairs.sort((a, b) => (a.agreement.kappa ?? 1) - (b.agreement.kappa ?? 1));
  return ok({ policy, cases: vignettes.length, observers, pairs });
}
