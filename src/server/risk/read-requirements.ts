import { listPeople, listRequirementRows, type Database } from '#db';
import { readFrameworks } from '../content/read-frameworks.ts';
import { readRisk } from '../content/read-risk.ts';

/** One time that somebody set what a role needs. */
export interface RequirementSet {
  needs: Record<string, 2 | 3>;
  reason: string;
  by: string;
  at: string;
}

/** What a role category needs here. */
export interface Requirement {
  category: string;
  title: string;
  about: string;
  needs: Record<string, 2 | 3>;
  /** Nobody here has set it yet: it is what the product proposes. */
  proposed: boolean;
  /** Everything that was set, the newest first: the first of it holds. */
  history: RequirementSet[];
}

/** What every role category needs, as of a time: what was set last, or what is proposed. By category. */
export async function readRequirements(
  db: Database,
  at = new Date().toISOString(),
): Promise<Map<string, Requirement>> {
  const [rows, people, { roles }, { requirements }] = await Promise.all([
    listRequirementRows(db, at),
    listPeople(db),
    readFrameworks(),
    readRisk(),
  ]);
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const set = Map.groupBy(rows, ({ category }) => category);
  return new Map(
    Object.entries(roles.categories).map(([category, { title, about }]) => {
      const history = (set.get(category) ?? []).map(({ needs, reason, setBy, at: when }) => ({
        needs,
        reason,
        by: nameOf.get(setBy) ?? 'Somebody',
        at: when,
      }));
      const needs = history[0]?.needs ?? requirements.categories[category] ?? {};
      return [category, { category, title, about, needs, proposed: !history.length, history }];
    }),
  );
}
