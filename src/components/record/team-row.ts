import type { Person } from '#domain/access/person.ts';
import type { State } from '#domain/profile/state.ts';

/** Where one person stands on one competency, in the least that a cell needs. */
export type Cell =
  | { competency: string; hidden: true }
  | {
      competency: string;
      hidden: false;
      state: State;
      level: 2 | 3;
      provisional: boolean;
      /** The role needs it, and it is not shown at the level that it is needed at. */
      needed?: boolean;
    };

/** One person of the team table. */
export interface TeamRow {
  person: Pick<Person, 'id' | 'name'>;
  roleTitle: string;
  cells: Cell[];
  needs: { competency: string; state: State }[];
}

export interface TeamColumn {
  id: string;
  title: string;
  risk: string;
}
