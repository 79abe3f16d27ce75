import type { Person } from '#domain/access/person.ts';
import { londonDate } from '#domain/london-time.ts';
import { alertLines, markingLines, starterLines } from '#domain/today/other-lines.ts';
import { findBehind } from '#domain/today/starters.ts';
import type { TodayLine } from '#domain/today/today-line.ts';
import { listAllTraining, type Database } from '#db';
import { listCertificateProgress } from '../certificate/list-certificate-progress.ts';
import { readTrainingSubjects } from '../content/read-training-subjects.ts';
import type { FoldedTeam } from '../profile/fold-team.ts';
import { readMarkingQueue } from '../reasons/read-marking-queue.ts';
import { listAlerts } from '../risk/read-alerts.ts';

/** What the other rooms of the service have for today: alerts, reasons to mark, new starters. */
export async function otherLines(
  db: Database,
  viewer: Person,
  folded: FoldedTeam,
  at: string,
): Promise<TodayLine[]> {
  const [alerts, marking, progressOf, training, { subjects }] = await Promise.all([
    listAlerts(db, viewer, at, { folded }),
    readMarkingQueue(db, viewer, at),
    listCertificateProgress(db, at),
    listAllTraining(db, at),
    readTrainingSubjects(),
  ]);
  // Whoever brought the certificate has nothing left to be behind in.
  const holders = new Set(
    training
      .filter(({ subject }) => subjects[subject]?.award === 'care-certificate')
      .map(({ personId }) => personId),
  );
  const { team, records, policy } = folded;
  const progress = team
    .filter(({ id }) => id !== viewer.id && !holders.has(id))
    .map((person) => ({
      person,
      standards: progressOf(person.id),
      finished: new Set(
        (records.get(person.id)?.evidence ?? [])
          .filter(({ finishedAt }) => finishedAt !== null)
          .map(({ attemptId }) => attemptId),
      ).size,
    }));
  const queue = marking.ok ? marking.value : null;
  return [
    ...alertLines(alerts, viewer),
    ...(queue
      ? markingLines({
          first: queue.first.length,
          second: queue.second.length,
          differ: queue.differ.length,
          accounts: queue.accounts.length,
        })
      : []),
    ...starterLines(findBehind(progress, policy, londonDate(at))),
  ];
}
