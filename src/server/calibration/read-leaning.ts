import { findLeaning, type Leaning } from '#domain/calibration/find-leaning.ts';
import type { Policy } from '#domain/profile/policy.ts';
import { listPeople, listTrustGiven, type Database } from '#db';
import { readPolicy } from '../content/read-policy.ts';

/** How one observer leans in their real observations. */
export interface ObserverLeaning extends Leaning {
  observerId: string;
  name: string;
}

/**
 * How each observer's trust compares with that of others who judged the same worker in the same
 * competency, by a time. For the server: what of it is shown to whom, the verbs decide.
 */
export async function readLeaning(
  db: Database,
  at: string = new Date().toISOString(),
  tried?: Policy,
): Promise<ObserverLeaning[]> {
  const [given, people, policy] = await Promise.all([
    listTrustGiven(db, at),
    listPeople(db, at),
    tried ?? readPolicy(db, at),
  ]);
  const ratings = given.map(({ observerId, personId, competency, entrustment }) => ({
    observer: observerId,
    subject: `${personId} ${competency}`,
    rating: entrustment,
  }));
  const observers = [...new Set(ratings.map(({ observer }) => observer))];
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return observers
    .map((observerId) => ({
      observerId,
      name: nameOf.get(observerId) ?? '',
      ...findLeaning(observerId, ratings, policy),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
