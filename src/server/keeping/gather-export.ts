import {
  countActs,
  listAttemptsOf,
  listMoves,
  listPeople,
  listServices,
  nameTablets,
  pageOfAudit,
  readOwnRows,
  tablesApart,
  type Database,
  type OwnRow,
} from '#db';
import type { Actor, Person } from '#domain/access/person.ts';
import { buildDebrief } from '#domain/attempt/build-debrief.ts';
import { worthWords } from '#domain/attempt/worth-words.ts';
import { recordSections } from '#domain/keeping/record-sections.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { loadVersion } from '../content/load-version.ts';
import { readFrameworks } from '../content/read-frameworks.ts';
import { findSubject } from '../find-subject.ts';
import { hiddenFrom } from '../hidden-from.ts';
import { noteReading } from '../note-reading.ts';
import { readConcluded } from '../reasons/read-concluded.ts';

/** A value of an export: as stored, or what was stored as JSON. */
export type ExportValue = unknown;

/** A decision of a finished attempt in words. */
export interface ToldMove {
  asked: string;
  chosen: string;
  why: string;
  came: string;
}

/** Everything held about one person. docs/export.md says what each part means. */
export interface RecordExport {
  format: 'in-practice-record';
  version: 1;
  madeAt: string;
  /** Who took it: the person themself, or the name of a manager. */
  takenBy: 'themself' | string;
  person: Record<string, ExportValue>;
  /** Rows by table, in camel case. */
  records: Record<string, Record<string, ExportValue>[]>;
  /** Decisions of finished attempts in words, by the id of their move. */
  told: Record<string, ToldMove>;
  /** What was noted of reading and changing this record: ids and names of actions. */
  audit: { at: string; actor: string; what: string }[];
  /** What they did in the records of others, counted. */
  acts: { did: string; times: number }[];
  /** What ids in it stand for. */
  names: {
    people: Record<string, string>;
    /** Services and shared tablets. */
    places: Record<string, string>;
    competencies: Record<string, string>;
    scenarios: Record<string, string>;
  };
  /** What is not in it, and why. */
  leftOut: { from: string; what: string; why: string; rows?: number }[];
}

export type ExportRefusal =
  | { code: 'not-found' }
  /** Part of the record is hidden from them while they write down what they saw. */
  | { code: 'observing'; person: Person };

/** Stored as JSON in a text. */
const asJson = new Set([
  ...['competencies', 'offered', 'marks', 'sheet', 'needs', 'qualifications', 'draft'],
]);

const toCamel = (name: string) =>
  name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const toEntry = (row: OwnRow): Record<string, ExportValue> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      toCamel(name),
      asJson.has(name) && typeof value === 'string' ? (JSON.parse(value) as ExportValue) : value,
    ]),
  );

async function tellDecisions(db: Database, personId: string) {
  const told: Record<string, ToldMove> = {};
  const scenarios: Record<string, string> = {};
  for (const attempt of await listAttemptsOf(db, personId)) {
    const version = await loadVersion(db, attempt.versionHash, attempt.form);
    scenarios[attempt.slug] = version.scenario.title;
    if (!attempt.finishedAt) continue;
    for (const one of buildDebrief(version, attempt, await listMoves(db, attempt.id)).decisions)
      told[one.moveId] = {
        ...{ asked: one.prompt, chosen: one.chosen, why: one.why, came: worthWords[one.worth] },
      };
  }
  return { told, scenarios };
}

async function readAuditOf(db: Database, personId: string): Promise<RecordExport['audit']> {
  const found: RecordExport['audit'] = [];
  let after = { at: '', id: '' };
  for (;;) {
    const page = await pageOfAudit(db, { subject: personId, since: '' }, after, 1_000);
    found.push(...page.map(({ at, actor, what }) => ({ at, actor, what })));
    const last = page.at(-1);
    if (!last || page.length < 1_000) return found;
    after = last;
  }
}

/** Marks that are kept from a reader who may still be the second to mark the same reasons. */
async function findWithheld(db: Database, viewer: Person, personId: string): Promise<Set<string>> {
  const read = await readConcluded(db, viewer, personId);
  const entries = read.ok ? read.value.entries : [];
  return new Set(entries.flatMap((one) => (one.kind === 'marking' && one.withheld ? one.id : [])));
}

const withheldWhy = 'Whoever marks second does not know the first marks.';

/**
 * Gathers everything held about somebody, for themself or for a manager where they work, who is noted
 * as having opened it. Refused to a manager who is writing down an observation of them.
 */
export async function gatherExport(
  db: Database,
  viewer: Person & Actor,
  personId: string,
  at = new Date().toISOString(),
): Promise<Result<RecordExport, ExportRefusal>> {
  const person = await findSubject(db, viewer, 'export-record', personId);
  if (!person) return refuse({ code: 'not-found' });
  const forSelf = viewer.id === personId;
  const [hidden, frameworks] = await Promise.all([hiddenFrom(db, viewer), readFrameworks()]);
  const { competencies } = frameworks.competencies;
  if (Object.keys(competencies).some((one) => hidden(personId, one)))
    return refuse({ code: 'observing', person });
  await noteReading(db, viewer, personId, 'export', at);

  const [tables, acts, audit, people, services, { told, scenarios }, withheld] = await Promise.all([
    readOwnRows(db, personId, forSelf),
    countActs(db, personId),
    readAuditOf(db, personId),
    listPeople(db),
    listServices(db),
    tellDecisions(db, personId),
    forSelf ? new Set<string>() : findWithheld(db, viewer, personId),
  ]);
  const leftOut: RecordExport['leftOut'] = [
    ...tables.flatMap(({ table, leftOut: left }) => left.map((one) => ({ from: table, ...one }))),
    ...Object.entries(tablesApart).flatMap(([from, { unexported: why }]) =>
      why ? [{ from, what: '*', why }] : [],
    ),
  ];
  const byTable = new Map(tables.map(({ table, rows }) => [table, rows.map(toEntry)]));
  const marks = byTable.get('rationale_marks') ?? [];
  const openMarks = marks.filter(({ moveId }) => !withheld.has(String(moveId)));
  if (openMarks.length < marks.length) {
    byTable.set('rationale_marks', openMarks);
    const rows = marks.length - openMarks.length;
    leftOut.push({ from: 'rationale_marks', what: '*', why: withheldWhy, rows });
  }
  const records = Object.fromEntries(
    Object.keys(recordSections).map((table) => [table, byTable.get(table) ?? []]),
  );
  const text = JSON.stringify([records, audit]);
  const devices = (records['attempts'] ?? []).map(({ deviceId }) => deviceId as string | null);
  const places = [
    ...services.map(({ id, name }) => [id, name] as const),
    ...(await nameTablets(db, devices)),
  ];
  return ok({
    ...{ format: 'in-practice-record', version: 1, madeAt: at },
    takenBy: forSelf ? 'themself' : viewer.name,
    person: {
      ...{ id: person.id, name: person.name, username: person.username, role: person.role },
      ...{ category: person.category, startedOn: person.startedOn, leftAt: person.leftAt ?? null },
      everywhere: person.everywhere,
      categoryTitle: frameworks.roles.categories[person.category]?.title ?? person.category,
    },
    ...{ records, told, audit, acts },
    names: {
      // Only of those whom the record names: it is no list of everybody here.
      people: Object.fromEntries(
        people.filter(({ id }) => text.includes(id)).map(({ id, name }) => [id, name]),
      ),
      places: Object.fromEntries(places.filter(([id]) => text.includes(id))),
      competencies: Object.fromEntries(
        Object.entries(competencies).map(([id, { title }]) => [id, title]),
      ),
      scenarios,
    },
    leftOut,
  });
}
