import { may, type Action } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import { londonDate } from '#domain/london-time.ts';
import { foldProfile } from '#domain/profile/fold-profile.ts';
import type { NextThing } from '#domain/profile/state.ts';
import { alertState, pressOf, type AlertState } from '#domain/risk/alert-state.ts';
import { nextFor, stateFor } from '#domain/risk/confirmed.ts';
import {
  alertKinds,
  findAlerts,
  gatherNeeds,
  readAlertName,
  type AlertKind,
  type Cause,
} from '#domain/risk/find-alerts.ts';
import { hasRecurred } from '#domain/risk/has-recurred.ts';
import { sayAlert } from '#domain/risk/say-alert.ts';
import { listAlertActions, type AlertAction, type Database } from '#db';
import { readRisk } from '../content/read-risk.ts';
import { hiddenFrom } from '../hidden-from.ts';
import { foldTeam, type FoldedTeam } from '../profile/fold-team.ts';
import { listCarried } from './list-carried.ts';

/** One thing decided about an alert, with the names of those it names. */
export interface ShownAction extends AlertAction {
  owner: string;
  byName: string;
}

/** An alert as it is shown. One about a competency that is hidden from the viewer says nothing of its state. */
export interface ShownAlert {
  key: string;
  kind: AlertKind | 'hidden';
  person: Pick<Person, 'id' | 'name'>;
  title: string;
  because: string;
  /** What would settle it, in words. */
  suggests: string;
  /** The next thing of the competency it is about, as it can be arranged. */
  next: NextThing | null;
  competency: string | null;
  /** Who has taken it on, what they do and by when: nobody yet where it is open. */
  owner: Pick<Person, 'id' | 'name'> | null;
  action: string | null;
  dueOn: string | null;
  state: AlertState | 'hidden';
  /** Whether the viewer may act on it: nobody acts on what is about themselves. */
  mine: boolean;
  history: ShownAction[];
}

interface ListOptions {
  /** The team, where it has been folded at the same time already. */
  folded?: FoldedTeam;
  withClosed?: boolean;
  /** About one person only. */
  only?: string;
}

/**
 * The alerts about everybody whose record the viewer may read, the most pressing first, as of a time;
 * a worker gets those about themselves. Closed ones come last, and only where `withClosed` asks.
 */
export async function listAlerts(
  db: Database,
  viewer: Person,
  at = new Date().toISOString(),
  { folded, withClosed = false, only }: ListOptions = {},
): Promise<ShownAlert[]> {
  const [team, { carried, ever }, actions, hidden, { duties }] = await Promise.all([
    folded ?? foldTeam(db, viewer, at),
    listCarried(db, at),
    listAlertActions(db, at),
    hiddenFrom(db, viewer),
    readRisk(),
  ]);
  const people = new Map(team.people.map((person) => [person.id, person]));
  const within = new Map(
    (only === undefined ? team.present : team.people).map((person) => [person.id, person]),
  );
  const mayOn = (action: Action, personId: string) => {
    const person = within.get(personId);
    return person !== undefined && may(viewer, action, person);
  };
  const mayRead = (personId: string) =>
    mayOn('read-record', personId) && (only === undefined || personId === only);
  const theirs = carried.filter(({ personId }) => mayRead(personId));
  const soon = later(at, duties.delegation['soon-days']);
  const today = londonDate(at);
  const causes = findAlerts(theirs, readStates(team, soon), today, londonDate(soon));
  const known = team.frameworks.competencies.competencies;
  const nameOf = (id: string) => people.get(id)?.name ?? 'Somebody';
  const titleOf = (id: string) => known[id]?.title ?? id;
  const byKey = new Map(causes.map((cause) => [cause.key, cause]));
  const decided = Map.groupBy(actions, ({ alert }) => alert);
  const keys = new Set([...byKey.keys(), ...decided.keys()]);

  const shown = [...keys].flatMap((key): ShownAlert[] => {
    const name = readAlertName(key)!;
    const { kind, personId } = name;
    const duty = ever.get(name.about);
    const looksAt = kind === 'unconfirmed' ? Object.keys(duty?.rests ?? {}) : [name.about];
    if (!mayRead(personId) || looksAt.some((one) => hidden(personId, one))) return [];
    const cause = byKey.get(key);
    const history = (decided.get(key) ?? []).map((row) => ({
      ...row,
      owner: nameOf(row.ownerId),
      byName: nameOf(row.by),
    }));
    const recurs = (closedAt: string) => recursSince(team, cause!, closedAt, at);
    const state = alertState(!!cause, history, today, recurs);
    if (state === 'closed' && !withClosed) return [];
    const last = state === 'open' ? undefined : history.at(-1);
    const about = duty?.title ?? titleOf(name.about);
    const said = cause
      ? sayAlert(cause, about, titleOf)
      : { title: `${words[kind]}: ${about}`, because: last?.reason ?? '' };
    const next = cause ? nextOf(team, cause) : null;
    return [
      {
        ...{ key, kind, state, ...said, next },
        person: { id: personId, name: nameOf(personId) },
        suggests: suggest(cause, next, duty?.delegatedBy),
        competency: cause?.missing[0]?.competency ?? (duty ? null : name.about),
        owner: last ? { id: last.ownerId, name: last.owner } : null,
        action: last?.action ?? null,
        dueOn: last?.dueOn ?? null,
        mine: mayOn('act-on-alert', personId),
        history,
      },
    ];
  });

  // One line for each, whether there is a cause or not: that none is said would say something too.
  const behind = gatherNeeds(theirs)
    .filter(({ personId, competency }) => hidden(personId, competency))
    .map(({ personId, competency }): ShownAlert => ({
      key: `hidden~${personId}~${competency}`,
      kind: 'hidden',
      person: { id: personId, name: nameOf(personId) },
      title: titleOf(competency),
      because: 'Hidden from you until you sign or discard your observation.',
      suggests: 'Sign or discard your observation.',
      next: null,
      competency,
      ...{ owner: null, action: null, dueOn: null, state: 'hidden', mine: false, history: [] },
    }));
  return [...shown.sort(byNeed), ...behind];
}

/** What an alert is called once its cause is over. */
const words: Record<AlertKind, string> = {
  concern: 'Concern or conflict',
  lapsed: 'Sign-off lapsed',
  unconfirmed: 'Duty not confirmed',
  review: 'Review',
};

/** The next thing of what is missing first. */
function nextOf({ standingsOf }: FoldedTeam, { personId, missing }: Cause): NextThing | null {
  const [first] = missing;
  const standing = standingsOf(personId).find((one) => one.competency === first?.competency);
  return first && standing ? nextFor(standing, first.level) : null;
}

function suggest(cause?: Cause, next?: NextThing | null, delegatedBy?: string | null): string {
  if (!cause) return 'The cause is over. Close it with what came of it.';
  if (cause.reviewOn) return `Ask ${delegatedBy} to sign it off again, or end it.`;
  return next && next.kind !== 'none'
    ? next.text
    : 'Arrange an observation before it is too long ago.';
}

const isSettled = ({ state }: ShownAlert) =>
  state === 'closed' ? 2 : state === 'closed-cause-stands' ? 1 : 0;

const byNeed = (a: ShownAlert, b: ShownAlert): number =>
  isSettled(a) - isSettled(b) ||
  alertKinds.indexOf(a.kind as AlertKind) - alertKinds.indexOf(b.kind as AlertKind) ||
  pressOf(a.state as AlertState) - pressOf(b.state as AlertState) ||
  a.person.name.localeCompare(b.person.name) ||
  a.title.localeCompare(b.title);

const later = (at: string, days: number): string =>
  new Date(Date.parse(at) + days * 86_400_000).toISOString();

/** States of competencies from the folded team: now, and at a later time if nothing is added. */
function readStates({ standingsOf, records, policy }: FoldedTeam, soon: string) {
  return {
    now: (personId: string, competency: string, level: 2 | 3) =>
      stateFor(
        standingsOf(personId).find((one) => one.competency === competency)!,
        level,
      ),
    soon: (personId: string, competency: string, level: 2 | 3) => {
      const record = records.get(personId);
      if (!record) return 'no-evidence' as const;
      return stateFor(foldProfile(record, policy, soon, [competency])[0]!, level);
    },
  };
}

function recursSince({ records, policy }: FoldedTeam, cause: Cause, closedAt: string, at: string) {
  // A sign-off that is renewed is a new one, with a key of its own.
  if (cause.reviewOn) return false;
  const none = { evidence: [], seen: [], debriefed: [], discussed: [] };
  return hasRecurred(
    { ...cause, record: records.get(cause.personId) ?? none, policy },
    closedAt,
    at,
  );
}
