import { ok, refuse, type Result } from '../result.ts';
import type { Malformed } from './problem.ts';
import type { Actor, Person } from './person.ts';

/** Where somebody is to work from now on. */
export interface Places {
  services: readonly string[];
  everywhere: boolean;
}

/** Which memberships begin and which end. */
export interface PlacesChange {
  begin: string[];
  end: string[];
  everywhere: boolean;
}

const wrong = (message: string): Malformed => ({
  code: 'malformed',
  problems: [{ field: 'services', message }],
});

/**
 * What changes when a manager says where somebody works. A manager decides about services of their own
 * only, so somebody's others stay as they are; and only whoever is everywhere makes somebody else so.
 */
export function changePlaces(
  actor: Actor,
  person: Pick<Person, 'services' | 'everywhere'> | null,
  wanted: Places,
  known: readonly string[],
): Result<PlacesChange, Malformed> {
  const own = known.filter((id) => actor.everywhere || actor.services.includes(id));
  if (wanted.services.some((id) => !own.includes(id)))
    return refuse(wrong('Choose services of your own.'));
  if (wanted.everywhere !== (person?.everywhere ?? false) && !actor.everywhere)
    return refuse(wrong('Only somebody who belongs to every service may change that.'));
  if (wanted.everywhere) return ok({ begin: [], end: [], everywhere: true });
  // Whoever was everywhere is listed at all of them and was a member of none.
  const before = person && !person.everywhere ? person.services : [];
  const begin = wanted.services.filter((id) => !before.includes(id));
  const end = before.filter((id) => own.includes(id) && !wanted.services.includes(id));
  if (before.length + begin.length === end.length) return refuse(wrong('Choose where they work.'));
  return ok({ begin: [...new Set(begin)], end, everywhere: false });
}
