import type { CsvProblem } from '../training/read-table.ts';
import type { WorkforceCodes } from './codes.ts';
import { differences } from './describe-facts.ts';
import { makeUsername } from './make-username.ts';
import { quote } from './read-fields.ts';
import { staffKey, type StaffRow } from './read-staff.ts';
import { takeIn, type RecordedFacts, type WorkforceRecord } from './record.ts';

/** Somebody of the service, as far as a file is matched with them. */
export interface KnownPerson {
  id: string;
  name: string;
  username: string;
  services: readonly string[];
  left: boolean;
  /** Whether whoever brings the file may act for them. */
  reached: boolean;
}

/** What the lines of a file are matched with. */
export interface KnownStaff {
  /** The services that whoever brings the file may act for. */
  services: readonly { id: string; name: string; localEstId: string | null }[];
  people: readonly KnownPerson[];
  records: readonly WorkforceRecord[];
  codes: WorkforceCodes;
  today: string;
}

interface Line {
  row: StaffRow;
  facts: RecordedFacts;
}

/** Somebody who is not here yet. */
export interface NewStaff extends Line {
  service: { id: string; name: string };
  username: string;
  /** The role category that the file says, or nothing where a manager has to. */
  category: string | undefined;
  startedOn: string;
  /** Whether the file says the day they started; the day of bringing it stands in for it. */
  startSaid: boolean;
}

/** Somebody here before, with what would change. */
export interface ChangedStaff extends Line {
  person: KnownPerson;
  changes: { title: string; from: string; to: string }[];
}

/** Somebody who may be here already: only a manager can say. */
export interface AlikeStaff {
  line: NewStaff;
  /** Whoever has this name and no line of this workplace. */
  candidates: KnownPerson[];
  /** An earlier line of another workplace with this name. It has to be brought in first. */
  alike: number | undefined;
}

/** What a staff file would do. Nothing of it is done yet. */
export interface StaffPlan {
  fresh: NewStaff[];
  /** Somebody of this name is here, and not from this workplace's file: one and the same? */
  same: AlikeStaff[];
  changed: ChangedStaff[];
  unchanged: { row: StaffRow; person: KnownPerson }[];
  /** Taken out of the data set. Leaving is recorded by a manager, never by a file. */
  leaving: { row: StaffRow; person: KnownPerson | undefined }[];
  problems: CsvProblem[];
}

/** Matches each line by the two ids of the data set, and says what would become of it. */
export function planStaff(rows: readonly StaffRow[], known: KnownStaff): StaffPlan {
  const plan: StaffPlan = {
    ...{ fresh: [], same: [], changed: [], unchanged: [], leaving: [], problems: [] },
  };
  const services = new Map(known.services.map((one) => [one.localEstId ?? '', one]));
  const people = new Map(known.people.map((one) => [one.id, one]));
  const records = new Map(known.records.map((one) => [staffKey(one), one]));
  const workplaceKey = (localEstId: string, of: string) => JSON.stringify([localEstId, of]);
  const recorded = new Set(
    known.records.map(({ localEstId, personId }) => workplaceKey(localEstId, personId)),
  );
  /** The first line of each name in this file. */
  const named = new Map<string, StaffRow>();
  const taken = new Set(known.people.map(({ username }) => username));
  for (const row of rows) {
    const say = (column: string, code: string, message: string, remedy: string) =>
      plan.problems.push({ line: row.line, column, code, message, remedy });
    const service = services.get(row.localEstId);
    if (!service) {
      say(
        'LOCALESTID',
        'unknown-service',
        `No service of yours has the LOCALESTID ${quote(row.localEstId)}.`,
        'Give a service this LOCALESTID under Services, then bring the file again.',
      );
      continue;
    }
    const record = records.get(staffKey(row));
    const person = record && people.get(record.personId);
    if (row.leaves) plan.leaving.push({ row, person: person?.reached ? person : undefined });
    else if (record && person) {
      const facts = takeIn(record, row.facts);
      const changes = differences(record, facts, known.codes);
      if (!person.reached)
        say(
          'UNIQUEWORKERID',
          'elsewhere',
          'This worker is now at a service that is not yours.',
          'Ask a manager of that service to bring the file.',
        );
      else if (!changes.length) plan.unchanged.push({ row, person });
      else if (person.left)
        say(
          'UNIQUEWORKERID',
          'has-left',
          `${person.name} has left here, and their record stays as it was.`,
          'Take the line out, or let them come back first.',
        );
      else plan.changed.push({ row, facts, person, changes });
    } else {
      const line: NewStaff = {
        ...{ row, facts: takeIn(undefined, row.facts), service },
        username: makeUsername(row.facts.displayId, taken),
        category: known.codes.pathway[row.facts.pathwayCategory ?? '']?.category,
        startedOn: row.facts.startedOn ?? known.today,
        startSaid: row.facts.startedOn !== null,
      };
      const name = row.facts.displayId;
      const candidates = known.people.filter(
        (one) =>
          one.name === name &&
          one.reached &&
          !one.left &&
          !recorded.has(workplaceKey(row.localEstId, one.id)),
      );
      const before = named.get(name) ?? row;
      named.set(name, before);
      // Two ids of one workplace are two people; those of two may be one who works at both.
      const alike = before.localEstId === row.localEstId ? undefined : before.line;
      if (candidates.length || alike) plan.same.push({ line, candidates, alike });
      else plan.fresh.push(line);
    }
  }
  return plan;
}
