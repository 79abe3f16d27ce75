import { may } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import { needOf, type State } from '#domain/profile/state.ts';
import { cellCovers } from '#domain/risk/confirmed.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import type { Database, Service } from '#db';
import { hiddenFrom } from '../hidden-from.ts';
import { noteTeamReading } from '../note-reading.ts';
import { listOwnServices } from '../places/choose-service.ts';
import { readRequirements } from '../risk/read-requirements.ts';
import { foldTeam } from './fold-team.ts';

/** Where one worker stands on one competency, in the least that a cell needs. */
export type TeamCell =
  | { competency: string; hidden: true }
  | {
      competency: string;
      hidden: false;
      state: State;
      level: 2 | 3;
      provisional: boolean;
      /** The role needs it, and it is not shown at the level that it is needed at. */
      needed: boolean;
    };

export interface TeamRow {
  person: Person;
  roleTitle: string;
  cells: TeamCell[];
  /** The states of this row that need somebody, the most pressing first. */
  needs: { competency: string; state: State }[];
}

export interface TeamFilter {
  service?: string;
  category?: string;
  state?: State;
  risk?: string;
}

export interface Team {
  competencies: { id: string; title: string; risk: string }[];
  rows: TeamRow[];
  /** Everybody else, by name: managers and those who support the work without giving care. */
  others: Pick<TeamRow, 'person' | 'roleTitle'>[];
  categories: { id: string; title: string }[];
  /** The services of the viewer, to choose from. */
  services: Service[];
}

/** Which states call for somebody to act before anything else. */
const pressing: ReadonlySet<State> = new Set(['concern', 'conflict', 'due-for-review']);

/**
 * Workers by competencies. Rows with a concern come first, then conflicts, then reviews due; within
 * that by name. Nobody is ranked by how they do.
 */
export async function readTeam(
  db: Database,
  viewer: Person,
  filter: TeamFilter = {},
  at = new Date().toISOString(),
  now = at,
): Promise<Result<Team, { code: 'not-found' }>> {
  if (!may(viewer, 'read-team')) return refuse({ code: 'not-found' });
  const [{ present, team, frameworks, standingsOf }, services, hidden, roles] = await Promise.all([
    foldTeam(db, viewer, at),
    listOwnServices(db, viewer),
    hiddenFrom(db, viewer),
    readRequirements(db, at),
  ]);
  await noteTeamReading(db, viewer, now);
  const { categories } = frameworks.roles;
  const competencies = Object.entries(frameworks.competencies.competencies)
    .map(([id, { title, risk }]) => ({ id, title, risk: risk as string }))
    .filter(({ risk }) => !filter.risk || risk === filter.risk);
  const isShown = new Set(competencies.map(({ id }) => id));
  const titleOf = ({ category }: Person) => categories[category]?.title ?? category;
  const rows = team
    .filter(({ category }) => !filter.category || category === filter.category)
    .filter((person) => !filter.service || person.services.includes(filter.service))
    .map((person): TeamRow => {
      const standings = standingsOf(person.id).filter(({ competency }) => isShown.has(competency));
      const roleNeeds = roles.get(person.category)?.needs ?? {};
      const cells = standings.map(
        ({ competency, leading: { state, level }, provisional }): TeamCell => {
          if (hidden(person.id, competency)) return { competency, hidden: true };
          const neededAt = roleNeeds[competency];
          const needed = neededAt !== undefined && !cellCovers({ state, level }, neededAt);
          return { competency, hidden: false, state, level, provisional, needed };
        },
      );
      const needs = cells
        .flatMap((cell) =>
          !cell.hidden && pressing.has(cell.state)
            ? [{ competency: cell.competency, state: cell.state }]
            : [],
        )
        .sort((a, b) => needOf(a.state) - needOf(b.state));
      return { person, roleTitle: titleOf(person), cells, needs };
    })
    .filter(
      ({ cells }) =>
        !filter.state || cells.some((cell) => !cell.hidden && cell.state === filter.state),
    )
    .sort((a, b) => rowNeed(a) - rowNeed(b) || a.person.name.localeCompare(b.person.name));
  return ok({
    competencies,
    services,
    rows,
    others: present
      .filter((person) => !team.includes(person))
      .map((person) => ({ person, roleTitle: titleOf(person) }))
      .sort((a, b) => a.person.name.localeCompare(b.person.name)),
    // Those that the table can have somebody in.
    categories: Object.entries(categories)
      .filter(
        ([id, category]) =>
          category['direct-care'] || team.some((person) => person.category === id),
      )
      .map(([id, { title }]) => ({ id, title })),
  });
}

const rowNeed = (row: TeamRow): number => (row.needs[0] ? needOf(row.needs[0].state) : Infinity);
