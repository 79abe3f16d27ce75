import { sayState } from './say-shown.ts';
import type { Pack } from './pack.ts';

/** A table of a pack as plain text, its columns first. */
export interface PackTable {
  columns: readonly string[];
  rows: string[][];
}

const say = (value: string | number | null): string => (value === null ? '' : String(value));
const yes = (is: boolean) => (is ? 'yes' : 'no');

const tables = {
  tasks: (pack) => ({
    columns: [
      ...['person', 'task', 'may do alone', 'given or delegated by', 'since', 'sign-off review'],
      ...['rests on', 'key question'],
    ],
    rows: pack.tasks.map((one) => [
      ...[one.person.name, one.title, one.cover === 'hidden' ? 'hidden' : yes(one.alone)],
      ...[one.by, one.since, say(one.signOff?.reviewOn ?? null)],
      one.rests
        .map(({ competency, level, state }) => `${competency} level ${level}: ${sayState(state)}`)
        .join('; '),
      one.question,
    ]),
  }),
  competence: (pack) => ({
    columns: [
      ...['person', 'competency', 'title', 'level', 'needed', 'state', 'decisions', 'scenarios'],
      ...['observations', 'seen by', 'last seen', 'discussions', 'next due', 'provisional'],
      'key question',
    ],
    rows: pack.competence.map(({ person, competency, title, level, needed, shown, question }) => [
      ...[person.name, competency, title, say(level), yes(needed), sayState(shown?.state ?? null)],
      ...(shown
        ? [
            ...[say(shown.decisions), say(shown.scenarios), say(shown.observations)],
            ...[shown.observers.join('; '), say(shown.lastSeen), say(shown.discussions)],
            ...[say(shown.nextDue), yes(shown.provisional)],
          ]
        : Array<string>(8).fill('')),
      question,
    ]),
  }),
  gaps: (pack) => ({
    columns: ['person', 'competency', 'title', 'level needed', 'state', 'next', 'key question'],
    rows: pack.gaps.map(({ person, competency, title, level, state, next, question }) => [
      ...[person.name, competency, title, say(level), sayState(state), next, question],
    ]),
  }),
  actions: (pack) => ({
    columns: ['person', 'from', 'what', 'because', 'owner', 'action', 'due', 'outcome', 'state'],
    rows: pack.actions.map((one) => [
      ...[one.person.name, one.kind === 'alert' ? 'alert' : 'supervision', one.what, one.because],
      ...[say(one.owner), say(one.action), say(one.dueOn), say(one.outcome), one.state],
    ]),
  }),
  training: (pack) => ({
    columns: ['person', 'subject', 'kind', 'completed', 'expires', 'ran out'],
    rows: pack.training.map((one) => [
      ...[one.person.name, one.subject, one.kind === 'brought' ? 'elsewhere' : 'here'],
      ...[one.completedOn, say(one.expiresOn), yes(one.runOut)],
    ]),
  }),
  people: (pack) => ({
    columns: [
      'person',
      'role',
      'started',
      'standards complete here',
      'standards',
      'certificate held',
    ],
    rows: pack.people.map(({ name, role, startedOn, standards: { done, of }, holds }) => [
      ...[name, role, startedOn, say(done), say(of)],
      holds ? `${holds.title}, ${holds.completedOn}` : '',
    ]),
  }),
  supervision: (pack) => ({
    columns: ['person', 'held on', 'by'],
    rows: pack.supervision.map(({ person, heldOn, by }) => [person.name, heldOn, by]),
  }),
} satisfies Record<string, (pack: Pack) => PackTable>;

export type PackTableName = keyof typeof tables;

/** What each table is called on a page. */
export const tableTitles: Record<PackTableName, string> = {
  tasks: 'Tasks',
  competence: 'How it was shown',
  gaps: 'Gaps',
  actions: 'Actions',
  training: 'Training',
  people: 'People',
  supervision: 'Supervision',
};

/** Whether a table goes by this name. */
export const isTableName = (name: string): name is PackTableName => Object.hasOwn(tables, name);

/** One table of a pack. */
export const tableOf = (pack: Pack, name: PackTableName): PackTable => tables[name](pack);
