import { may } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import { Sheet, withoutHidden } from '#domain/supervision/sheet.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import {
  findPerson,
  findSupervision,
  listAgreedActions,
  listPeople,
  listSupervisionNotes,
  markSupervisionSeen,
  type AgreedAction,
  type Database,
  type StoredSupervision,
} from '#db';
import { hiddenFrom } from '../hidden-from.ts';
import { noteReading } from '../note-reading.ts';
import { drawSheet } from './draw-sheet.ts';
import { findSubject } from '../find-subject.ts';

/** Something agreed, with the names of those it concerns. */
export interface NamedAction extends AgreedAction {
  owner: string;
  closedBy: string | null;
}

/** A supervision as one reader sees it now. */
export interface ReadSupervision {
  supervision: Omit<StoredSupervision, 'sheet'>;
  person: Person;
  holder: string;
  own: boolean;
  sheet: Sheet;
  /** How many of its lines are hidden from this reader until they sign their observation. */
  hidden: number;
  notes: { id: string; by: string; words: string; at: string }[];
  /** What was agreed earlier and had no outcome when this one was opened. */
  before: NamedAction[];
  agreed: NamedAction[];
  /** Who can be asked to do something that is agreed. */
  owners: { id: string; name: string }[];
}

/**
 * Reads a supervision: drawn from the profile until it is held, then as it was kept. The worker's
 * first reading is noted, since it is held only after that.
 */
export async function readSupervision(
  db: Database,
  viewer: Person,
  id: string,
  at = new Date().toISOString(),
): Promise<Result<ReadSupervision, { code: 'not-found' }>> {
  const found = await findSupervision(db, id);
  if (!found || !(await findSubject(db, viewer, 'note-supervision', found.personId)))
    return refuse({ code: 'not-found' });
  const { sheet: kept, ...supervision } = found;
  const { personId, holderId, heldAt } = supervision;
  const own = viewer.id === personId;
  if (own && !supervision.seenAt && !heldAt) {
    await markSupervisionSeen(db, id, at);
    supervision.seenAt = at;
  }
  await noteReading(db, viewer, personId, 'supervision', at);
  const person = (await findPerson(db, personId))!;
  const [whole, hides, notes, actions, people] = await Promise.all([
    // Never swallowed where it cannot be read: it is somebody's record.
    kept === null ? drawSheet(db, person, at) : Sheet.parse(JSON.parse(kept)),
    hiddenFrom(db, viewer),
    listSupervisionNotes(db, id),
    listAgreedActions(db, undefined, personId),
    listPeople(db),
  ]);
  const names = new Map(people.map((one) => [one.id, one.name]));
  const nameOf = (who: string) => names.get(who) ?? 'Somebody';
  const named = (action: AgreedAction): NamedAction => ({
    ...action,
    owner: nameOf(action.ownerId),
    closedBy: action.outcomeBy && nameOf(action.outcomeBy),
  });
  return ok({
    supervision,
    person,
    holder: nameOf(holderId),
    own,
    ...withoutHidden(whole, (competency) => hides(personId, competency)),
    notes: notes.map(({ by, ...note }) => ({ ...note, by: nameOf(by) })),
    before: actions
      .filter(
        (one) =>
          one.supervisionId !== id &&
          one.at < (heldAt ?? at) &&
          (one.outcomeAt === null || one.outcomeAt >= supervision.openedAt) &&
          (heldAt === null || one.outcomeAt === null || one.outcomeAt <= heldAt),
      )
      .map(named),
    agreed: actions.filter((one) => one.supervisionId === id).map(named),
    owners: [
      { id: personId, name: person.name },
      ...people
        .filter((one) => may(one, 'supervise', person))
        .map((one) => ({ id: one.id, name: one.name })),
    ],
  });
}
