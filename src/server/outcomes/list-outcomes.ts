import { may } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import type { Policy } from '#domain/profile/policy.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import type { Level } from '#domain/scenario/words.ts';
import { mayShowGroup } from '#domain/statistics/silence.ts';
import { countFirstGoes, type Database } from '#db';
import { listPlayable } from '../content/load-version.ts';
import { readPolicy } from '../content/read-policy.ts';

/** A scenario and how many people have finished it. */
export interface OutcomeLine {
  slug: string;
  title: string;
  level: Level;
  /** Over all of its forms and versions. Absent where too few to show. */
  people?: number;
  /** Some form of the version on offer has enough people for its figures. */
  hasFigures: boolean;
}

/** How many people finished each scenario on offer, the most first. No person is named. */
export async function listOutcomes(
  db: Database,
  viewer: Person,
  at: string = new Date().toISOString(),
): Promise<Result<{ lines: OutcomeLine[]; policy: Policy }, { code: 'not-found' }>> {
  if (!may(viewer, 'read-outcomes')) return refuse({ code: 'not-found' });
  const [counted, playable, policy] = await Promise.all([
    countFirstGoes(db, at),
    listPlayable(db, at),
    readPolicy(db, at),
  ]);
  const { statistics } = policy;
  const bySlug = Map.groupBy(counted, ({ slug }) => slug);
  const lines = playable.map(({ slug, hash, scenario }): OutcomeLine => {
    const groups = bySlug.get(slug) ?? [];
    const people = groups.reduce((sum, group) => sum + group.people, 0);
    return {
      ...{ slug, title: scenario.title, level: scenario.level },
      ...(mayShowGroup(people, statistics) && { people }),
      hasFigures: groups.some(
        (group) => group.hash === hash && group.people >= statistics['hide-under'],
      ),
    };
  });
  return ok({ lines: lines.sort((a, b) => (b.people ?? 0) - (a.people ?? 0)), policy });
}
