import type { Person } from '#domain/access/person.ts';
import { findArranged, type Arranged } from '#domain/arrange/arranged.ts';
import { londonDate } from '#domain/london-time.ts';
import type { Standing } from '#domain/profile/decide-state.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { listPeople, type Database } from '#db';
import { readFrameworks } from '../content/read-frameworks.ts';
import { findPlayable } from '../content/load-version.ts';
import { hiddenFrom } from '../hidden-from.ts';
import { noteReading } from '../note-reading.ts';
import { foldPerson } from '../profile/fold-person.ts';
import { readPending } from './read-pending.ts';
import { may } from '#domain/access/permissions.ts';
import { findSubject } from '../find-subject.ts';

/** A claim of somebody, what is next about it, and who there is to do it. */
export interface Arranging {
  person: Person;
  competency: { id: string; title: string };
  standing: Standing;
  /** What has been arranged already. */
  arranged: Arranged | null;
  /** The scenario to play, where that is next. */
  scenario: { slug: string; title: string } | null;
  /** Those who may observe this person and hold a conversation with them, by name. */
  observers: { id: string; name: string }[];
}

/** Reads what is next about one claim of somebody, to arrange it. */
export async function readArranging(
  db: Database,
  viewer: Person,
  personId: string,
  claim: { competency: string; level: string },
  at = new Date().toISOString(),
): Promise<
  Result<Arranging, { code: 'not-found' } | { code: 'hidden'; person: Person; title: string }>
> {
  const { competencies } = (await readFrameworks()).competencies;
  const known = Object.hasOwn(competencies, claim.competency)
    ? competencies[claim.competency]
    : undefined;
  const level = claim.level === '3' ? 3 : 2;
  const person = await findSubject(db, viewer, 'arrange', personId);
  if (!known || !person) return refuse({ code: 'not-found' });
  const hidden = await hiddenFrom(db, viewer);
  if (hidden(personId, claim.competency))
    return refuse({ code: 'hidden', person, title: known.title });
  await noteReading(db, viewer, personId, `arrange ${claim.competency}`, at);
  const [{ standings }, people, pending] = await Promise.all([
    foldPerson(db, person, at, [claim.competency]),
    listPeople(db),
    readPending(db, at, personId),
  ]);
  const standing = standings[0]!.levels[level];
  const { slug } = standing.next;
  const playable = slug ? await findPlayable(db, slug) : undefined;
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? 'Somebody';
  const about = { personId, competency: claim.competency };
  return ok({
    person,
    competency: { id: claim.competency, title: known.title },
    standing,
    arranged: findArranged(standing.next, about, pending, nameOf, londonDate(at)),
    scenario: slug && playable ? { slug, title: playable.scenario.title } : null,
    observers: people
      .filter((one) => may(one, 'observe', person))
      .map(({ id, name }) => ({ id, name })),
  });
}
