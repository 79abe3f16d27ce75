import { system } from '#domain/access/system.ts';
import type { Person } from '#domain/access/person.ts';
import { listAccounts, listAgreedActions, listSupervisions, type Database } from '#db';
import { foldTeam } from '../profile/fold-team.ts';
import { listAlerts } from '../risk/read-alerts.ts';
import { readCover } from '../risk/read-cover.ts';
import { readTargets } from '../targets/read-targets.ts';

/** What a service looks like to whoever runs it: whether it could be one. */
export interface ServiceCounts {
  people: number;
  /** How many people have at least one open concern, and how many a conflict. */
  withConcern: number;
  withConflict: number;
  concerns: { all: number; open: number };
  alerts: Record<string, number>;
  holdCertificate: number;
  /** Needs that are ticked, and those for which somebody is confirmed. */
  needs: { ticked: number; covered: number };
  supervisions: { held: number; open: number };
  actions: { agreed: number; told: number };
  accounts: { accepted: number; returned: number };
}

/** Counts what a service looks like at a time. */
export async function countService(
  db: Database,
  manager: Person,
  at: string,
): Promise<ServiceCounts> {
  const folded = await foldTeam(db, system, at);
  const [alerts, cover, targets, supervisions, actions, accounts] = await Promise.all([
    listAlerts(db, manager, at, { folded }),
    readCover(db, manager, at),
    readTargets(db, manager, at),
    listSupervisions(db, at),
    listAgreedActions(db, at),
    listAccounts(db, at),
  ]);
  if (!cover.ok || !targets.ok) throw new Error('Counting a service is for whoever runs it.');
  const standings = folded.team.map(({ id }) => folded.standingsOf(id));
  const having = (state: string) =>
    standings.filter((all) => all.some(({ leading }) => leading.state === state)).length;
  // Harm to a competency is one concern, whichever level asks.
  const concerns = standings.flatMap((all) => all.flatMap(({ levels }) => levels[2].concerns));
  const { needs } = cover.value;
  const kinds = Map.groupBy(alerts, ({ kind }) => kind);
  return {
    people: folded.team.length,
    withConcern: having('concern'),
    withConflict: having('conflict'),
    concerns: { all: concerns.length, open: concerns.filter(({ open }) => open).length },
    alerts: Object.fromEntries([...kinds].map(([kind, of]) => [kind, of.length])),
    holdCertificate: targets.value.certificate.held.length,
    needs: {
      ticked: needs.length,
      covered: needs.filter(({ counts }) => counts.confirmed > 0).length,
    },
    supervisions: {
      held: supervisions.filter(({ heldAt }) => heldAt).length,
      open: supervisions.filter(({ heldAt }) => !heldAt).length,
    },
    actions: { agreed: actions.length, told: actions.filter(({ outcome }) => outcome).length },
    accounts: {
      accepted: accounts.filter(({ answer }) => answer?.accepted).length,
      returned: accounts.filter(({ answer }) => answer && !answer.accepted).length,
    },
  };
}

/** The counts as lines of text. */
export function tellService(counts: ServiceCounts): string[] {
  const { people, withConcern, withConflict, concerns, alerts, needs } = counts;
  const { supervisions, actions, accounts, holdCertificate } = counts;
  const kinds = Object.entries(alerts).map(([kind, count]) => `${count} ${kind}`);
  return [
    `Of ${people} people ${withConcern} have an open concern and ${withConflict} a conflict.`,
    `${concerns.all} choices would have done harm; ${concerns.open} are still open.`,
    `Alerts: ${kinds.join(', ') || 'none'}.`,
    `${holdCertificate} hold the Care Certificate. ${needs.covered} of ${needs.ticked} needs have somebody confirmed.`,
    `${supervisions.held} supervisions held and ${supervisions.open} open; ${actions.agreed} actions agreed, ${actions.told} told of.`,
    `${accounts.accepted} accounts accepted and ${accounts.returned} returned.`,
  ];
}
