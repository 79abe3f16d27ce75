import type { Named, PackAction } from '#domain/pack/pack.ts';
import type { AgreedAction } from '#db';
import type { ShownAlert } from '../risk/read-alerts.ts';

const states: Record<ShownAlert['state'], string> = {
  open: 'Nobody has taken it on',
  overdue: 'Taken on, overdue',
  taken: 'Taken on',
  'cause-gone': 'Its cause is over, its outcome is still to be said',
  'closed-cause-stands': 'Closed, its cause still stands',
  closed: 'Closed',
  hidden: 'Hidden',
};

/** Alerts and what was agreed in supervision, as one list: what is still to be done comes first. */
export function tellActions(
  alerts: readonly ShownAlert[],
  agreed: readonly AgreedAction[],
  { named, day }: { named: (id: string) => Named; day: string },
): PackAction[] {
  const ofAlerts = alerts.map(
    ({ person, title, because, owner, action, dueOn, state, history }): PackAction => ({
      ...{ person, kind: 'alert', what: title, because, action, dueOn },
      owner: owner?.name ?? null,
      outcome: state.startsWith('closed') ? (history.at(-1)?.outcome ?? null) : null,
      state: states[state],
    }),
  );
  const ofTalks = agreed.map(({ personId, ownerId, words, dueOn, outcome }): PackAction => ({
    ...{ person: named(personId), kind: 'agreed', what: 'Agreed in supervision', because: '' },
    ...{ owner: named(ownerId).name, action: words, dueOn, outcome },
    state: outcome !== null ? 'Done with' : dueOn < day ? 'Overdue' : 'Still to be done',
  }));
  const all = [...ofAlerts, ...ofTalks];
  return [
    ...all.filter(({ outcome }) => outcome === null),
    ...all.filter(({ outcome }) => outcome !== null),
  ];
}
