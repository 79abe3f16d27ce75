import { may } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import { londonDate } from '#domain/london-time.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { standLevelThree, type LevelThree } from '#domain/targets/level-three.ts';
import { weeksBetween, yearsAfter } from '#domain/targets/years-in-role.ts';
import { listAllTraining, type Database } from '#db';
import { listCertificateProgress } from '../certificate/list-certificate-progress.ts';
import { readTrainingSubjects } from '../content/read-training-subjects.ts';
import { hiddenFrom } from '../hidden-from.ts';
import { noteTeamReading } from '../note-reading.ts';
import { foldTeam } from '../profile/fold-team.ts';
import { readRequirements } from '../risk/read-requirements.ts';

type Named = Pick<Person, 'id' | 'name' | 'startedOn'>;

/** Somebody who holds the Care Certificate, as recorded: this product issues none. */
export interface Holder {
  person: Named;
  title: string;
  completedOn: string;
}

/** Somebody in their first weeks, or whose first weeks are just over. */
export interface Starter {
  person: Named;
  /** Which week they are in, or nothing where the weeks are over. */
  week: number | null;
  done: number;
  of: number;
}

/** The figures a manager may be asked for, each with the people behind it. */
export interface Targets {
  /** Direct care staff: who is counted. */
  counted: number;
  /** Others in the team, who are not. */
  left: number;
  certificate: {
    held: Holder[];
    working: { person: Named; done: number; of: number }[];
    unknown: Named[];
  };
  levelThree: {
    rule: string;
    years: number;
    /** Those past the years in their role, and those before. */
    past: { person: Named; since: string; stands: LevelThree }[];
    before: { person: Named; until: string; stands: LevelThree }[];
  };
  starters: {
    rule: string;
    weeks: number;
    people: Starter[];
    /** Of those in their first weeks: how many have each standard complete, begun, or not begun. */
    standards: { id: string; title: string; done: number; begun: number; none: number }[];
  };
  titles: Record<string, string>;
}

/** Reads the targets as of a time. */
export async function readTargets(
  db: Database,
  viewer: Person,
  at = new Date().toISOString(),
  now = at,
): Promise<Result<Targets, { code: 'not-found' }>> {
  if (!may(viewer, 'read-today')) return refuse({ code: 'not-found' });
  const [folded, training, { subjects }, progressOf, requirements, hidden] = await Promise.all([
    foldTeam(db, viewer, at),
    listAllTraining(db, at),
    readTrainingSubjects(),
    listCertificateProgress(db, at),
    readRequirements(db, at),
    hiddenFrom(db, viewer),
  ]);
  await noteTeamReading(db, viewer, now);
  const { team, frameworks, policy, standingsOf } = folded;
  const day = londonDate(at);
  const { years } = policy.target;
  const { weeks } = policy.starters;
  const direct = team
    .filter(({ category }) => frameworks.roles.categories[category]?.['direct-care'] ?? false)
    .filter(({ startedOn }) => startedOn <= day);
  const named = ({ id, name, startedOn }: Person): Named => ({ id, name, startedOn });

  const holders = new Map(
    // The newest comes first; the first that was issued is what counts.
    training
      .filter(({ subject }) => subjects[subject]?.award === 'care-certificate')
      .map(({ personId, subject, completedOn }) => [
        personId,
        { title: subjects[subject]!.title, completedOn },
      ]),
  );
  const without = direct.filter(({ id }) => !holders.has(id));
  const isWorking = (person: Person) =>
    progressOf(person.id).standards.some(({ signed }) => signed > 0);

  const three = direct.map((person) => ({
    person: named(person),
    until: yearsAfter(person.startedOn, years),
    stands: standLevelThree(
      requirements.get(person.category)?.needs ?? {},
      standingsOf(person.id),
      (competency) => hidden(person.id, competency),
    ),
  }));

  const starting = without.filter(({ startedOn }) => weeksBetween(startedOn, day) < 2 * weeks);
  const inFirst = starting.filter(({ startedOn }) => weeksBetween(startedOn, day) < weeks);
  const { standards } = frameworks.certificate;
  return ok({
    counted: direct.length,
    left: team.length - direct.length,
    certificate: {
      held: direct.flatMap((person) => {
        const holds = holders.get(person.id);
        return holds ? [{ person: named(person), ...holds }] : [];
      }),
      working: without.filter(isWorking).map((person) => {
        const { done, of } = progressOf(person.id);
        return { person: named(person), done, of };
      }),
      unknown: without.filter((person) => !isWorking(person)).map(named),
    },
    levelThree: {
      ...{ rule: policy.target.rule, years },
      past: three
        .filter(({ until }) => until <= day)
        .map(({ person, until, stands }) => ({ person, since: until, stands })),
      before: three.filter(({ until }) => until > day),
    },
    starters: {
      ...{ rule: policy.starters.rule, weeks },
      people: starting.map((person) => {
        const full = weeksBetween(person.startedOn, day);
        const { done, of } = progressOf(person.id);
        return { person: named(person), week: full < weeks ? full + 1 : null, done, of };
      }),
      standards: Object.entries(standards).map(([id, { title }]) => {
        const found = inFirst.map((person) =>
          progressOf(person.id).standards.find(({ standard }) => standard === id)!,
        );
        const done = found.filter(({ doneAt }) => doneAt !== null).length;
        const begun = found.filter(({ doneAt, signed }) => doneAt === null && signed > 0).length;
        return { id, title, done, begun, none: found.length - done - begun };
      }),
    },
    titles: Object.fromEntries(
      Object.entries(frameworks.competencies.competencies).map(([id, { title }]) => [id, title]),
    ),
  });
}
