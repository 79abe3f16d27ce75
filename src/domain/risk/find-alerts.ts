import type { State } from '../profile/state.ts';
import type { Level } from '../scenario/words.ts';
import { coverOf, isCovered } from './confirmed.ts';

export const alertKinds = ['concern', 'lapsed', 'unconfirmed', 'review'] as const;

/** What an alert is about, the most pressing first. */
export type AlertKind = (typeof alertKinds)[number];

/** A duty or a delegated task that somebody carries now. */
export interface Carried {
  id: string;
  personId: string;
  title: string;
  /** The competencies that it rests on, each at a level. */
  rests: Readonly<Record<string, Level>>;
  /** Since when. */
  at: string;
  /** Until when its sign-off is live, where it is a delegated task. */
  reviewOn?: string;
}

/** Something that is not safe as it stands. The key stays the same as long as it is the same thing. */
export interface Cause {
  key: string;
  kind: AlertKind;
  personId: string;
  /** What it looks at: all that a duty rests on, or one competency; nothing for a sign-off. */
  rests: Readonly<Record<string, Level>>;
  /** Which of that is the cause. */
  missing: { competency: string; level: Level; state: State }[];
  /** The duties and tasks that it is about. */
  carried: string[];
  /** When the newest of them was given. */
  carriedSince: string;
  /** The review date of a sign-off. */
  reviewOn: string | null;
}

/** What findAlerts asks about states: as they are, and as they will be soon if nothing is added. */
export interface StateReader {
  now(personId: string, competency: string, level: Level): State;
  soon(personId: string, competency: string, level: Level): State;
}

/** Which alert the state of a competency that a duty rests on gives, if any. */
export function kindOf(state: State, soon: State): AlertKind | null {
  if (state === 'concern' || state === 'conflict') return 'concern';
  if (!isCovered(coverOf(state))) return 'unconfirmed';
  return state === 'due-for-review' || soon === 'due-for-review' ? 'review' : null;
}

/** What is needed of each person's competencies by all that they carry. */
export function gatherNeeds(carried: readonly Carried[]) {
  const needs = new Map<string, { personId: string; competency: string; by: Carried[] }>();
  for (const one of carried)
    for (const competency of Object.keys(one.rests)) {
      const key = `${one.personId}:${competency}`;
      const need = needs.get(key) ?? { personId: one.personId, competency, by: [] };
      need.by.push(one);
      needs.set(key, need);
    }
  return [...needs.values()].map(({ personId, competency, by }) => ({
    personId,
    competency,
    by,
    level: Math.max(...by.map(({ rests }) => rests[competency]!)) as Level,
  }));
}

/**
 * Everything about what people carry that somebody has to look at: a concern or conflict on what a
 * duty rests on and a review that is due or near, once for each competency; a duty without confirmed
 * competence; and a sign-off at or near its review date.
 */
export function findAlerts(
  carried: readonly Carried[],
  states: StateReader,
  today: string,
  soonDay: string,
): Cause[] {
  const look = (personId: string, competency: string, level: Level) => {
    const state = states.now(personId, competency, level);
    return {
      competency,
      level,
      state,
      kind: kindOf(state, states.soon(personId, competency, level)),
    };
  };
  const ofCompetencies = gatherNeeds(carried).flatMap(({ personId, competency, by, level }) => {
    const { kind, ...one } = look(personId, competency, level);
    if (kind !== 'concern' && kind !== 'review') return [];
    return [cause(kind, competency, by, { rests: { [competency]: level }, missing: [one] })];
  });
  const ofDuties = carried.flatMap((one) => {
    const missing = Object.entries(one.rests)
      .map(([competency, level]) => look(one.personId, competency, level))
      .filter(({ kind }) => kind === 'unconfirmed')
      .map(({ kind: _, ...rest }) => rest);
    return missing.length
      ? [cause('unconfirmed', one.id, [one], { rests: one.rests, missing })]
      : [];
  });
  const ofSignOffs = carried.flatMap((one) => {
    const { id, reviewOn } = one;
    if (reviewOn === undefined) return [];
    const kind = reviewOn < today ? 'lapsed' : reviewOn <= soonDay ? 'review' : null;
    return kind ? [cause(kind, id, [one], { reviewOn })] : [];
  });
  return [...ofCompetencies, ...ofDuties, ...ofSignOffs];
}

const cause = (
  kind: AlertKind,
  about: string,
  by: readonly Carried[],
  more: Partial<Cause>,
): Cause => ({
  key: nameAlert({ kind, personId: by[0]!.personId, about }),
  kind,
  personId: by[0]!.personId,
  rests: {},
  missing: [],
  carried: [...new Set(by.map(({ title }) => title))],
  carriedSince: by.reduce((latest, { at }) => (at > latest ? at : latest), ''),
  reviewOn: null,
  ...more,
});

/** What an alert's key says: its kind, whose it is, and the competency or the duty it is about. */
export interface AlertName {
  kind: AlertKind;
  personId: string;
  about: string;
}

// It stands in addresses as it is.
const between = '~';

/** The key of an alert. */
export const nameAlert = ({ kind, personId, about }: AlertName): string =>
  [kind, personId, about].join(between);

/** Reads a key back, or nothing where it is none. */
export function readAlertName(key: string): AlertName | undefined {
  const [kind, personId, about, ...more] = key.split(between);
  const known = alertKinds.find((one) => one === kind);
  return known && personId && about && !more.length ? { kind: known, personId, about } : undefined;
}
