import { and, asc, desc, eq, isNull, lte, or } from 'drizzle-orm';
import type { Database } from './client.ts';
import { endOfTime } from './scenarios.ts';
import { alertActions, delegations, dutiesGiven, needsListed, requirements } from './schema.ts';

type RequirementRow = typeof requirements.$inferSelect;
type NeedsRow = typeof needsListed.$inferSelect;

/** What a role category was said to need, at one time. */
export interface StoredRequirement extends Omit<RequirementRow, 'needs'> {
  needs: Record<string, 2 | 3>;
}

/** A duty somebody was given; ended where an end had been recorded. */
export type GivenDuty = typeof dutiesGiven.$inferSelect;

/** A health task delegated to somebody for one person. */
export type Delegation = typeof delegations.$inferSelect;

/** One thing that was decided about an alert. */
export type AlertAction = typeof alertActions.$inferSelect;

/** Which needs were ticked, at one time. */
export interface StoredNeeds extends Omit<NeedsRow, 'needs'> {
  needs: string[];
}

/** Everything that was ever set for role categories by a time, the newest first. */
export async function listRequirementRows(
  db: Database,
  at = endOfTime,
): Promise<StoredRequirement[]> {
  const rows = await db.orm
    .select()
    .from(requirements)
    .where(lte(requirements.at, at))
    .orderBy(desc(requirements.at), desc(requirements.id));
  return rows.map((row) => ({ ...row, needs: JSON.parse(row.needs) as Record<string, 2 | 3> }));
}

/** Sets what a role category needs. What was set before stays in the history. */
export const insertRequirement = (db: Database, row: StoredRequirement) =>
  db.write([db.orm.insert(requirements).values({ ...row, needs: JSON.stringify(row.needs) })]);

/** What ended later had not ended then. */
const asItWas = <Row extends { endedAt: string | null }>(row: Row, at: string): Row =>
  row.endedAt !== null && row.endedAt > at
    ? { ...row, endedAt: null, endedBy: null, endedWhy: null }
    : row;

/** Duties given by a time, of everybody or of one person, as they stood then, the oldest first. */
export async function listDutiesGiven(
  db: Database,
  at = endOfTime,
  personId?: string,
): Promise<GivenDuty[]> {
  const rows = await db.orm
    .select()
    .from(dutiesGiven)
    .where(and(lte(dutiesGiven.at, at), personId ? eq(dutiesGiven.personId, personId) : undefined))
    .orderBy(asc(dutiesGiven.at), asc(dutiesGiven.id));
  return rows.map((row) => asItWas(row, at));
}

/** Gives somebody a duty. */
export const insertDuty = (
  db: Database,
  row: Pick<GivenDuty, 'id' | 'personId' | 'duty' | 'givenBy' | 'at'>,
) => db.write([db.orm.insert(dutiesGiven).values(row)]);

type Ending = Record<'endedAt' | 'endedBy' | 'endedWhy', string>;

/** Ends a duty of somebody, unless it has ended already. The row stays. */
export const endDutyRow = (db: Database, id: string, ending: Ending) =>
  db.write([
    db.orm
      .update(dutiesGiven)
      .set(ending)
      .where(and(eq(dutiesGiven.id, id), isNull(dutiesGiven.endedAt))),
  ]);

/** Delegated tasks recorded by a time, of everybody or of one person, as they stood then, the oldest first. */
export async function listDelegations(
  db: Database,
  at = endOfTime,
  personId?: string,
): Promise<Delegation[]> {
  const rows = await db.orm
    .select()
    .from(delegations)
    .where(and(lte(delegations.at, at), personId ? eq(delegations.personId, personId) : undefined))
    .orderBy(asc(delegations.at), asc(delegations.id));
  return rows.map((row) => asItWas(row, at));
}

/** Records that a health task was delegated to somebody. */
export const insertDelegation = (db: Database, row: typeof delegations.$inferInsert) =>
  db.write([db.orm.insert(delegations).values(row)]);

/** Ends a delegated task, unless it has ended already. The row stays. */
export const endDelegationRow = (db: Database, id: string, ending: Ending) =>
  db.write([
    db.orm
      .update(delegations)
      .set(ending)
      .where(and(eq(delegations.id, id), isNull(delegations.endedAt))),
  ]);

/** Everything that was decided about alerts by a time, the oldest first. */
export const listAlertActions = (db: Database, at = endOfTime): Promise<AlertAction[]> =>
  db.orm
    .select()
    .from(alertActions)
    .where(lte(alertActions.at, at))
    .orderBy(asc(alertActions.at), asc(alertActions.id));

/** Adds what was decided about an alert. What was decided before stays. */
export const insertAlertAction = (db: Database, row: AlertAction) =>
  db.write([db.orm.insert(alertActions).values(row)], { about: [row.personId] });

/**
 * Every list of needs that was ticked for a service by a time, the newest first. Those from before there
 * were several services were for all of them.
 */
export async function listNeedsRows(
  db: Database,
  serviceId: string,
  at = endOfTime,
): Promise<StoredNeeds[]> {
  const rows = await db.orm
    .select()
    .from(needsListed)
    .where(
      and(
        lte(needsListed.at, at),
        or(eq(needsListed.serviceId, serviceId), isNull(needsListed.serviceId)),
      ),
    )
    .orderBy(desc(needsListed.at), desc(needsListed.id));
  return rows.map((row) => ({ ...row, needs: JSON.parse(row.needs) as string[] }));
}

/** Sets what the people supported need. What was ticked before stays in the history. */
export const insertNeeds = (db: Database, row: StoredNeeds) =>
  db.write([db.orm.insert(needsListed).values({ ...row, needs: JSON.stringify(row.needs) })]);
