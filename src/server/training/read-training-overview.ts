import { may } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import { londonDate } from '#domain/london-time.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import type { Comparison } from '#domain/training/compare-training.ts';
import { compareSubjects } from '#domain/training/compare-subjects.ts';
import { listAllTraining, type Database } from '#db';
import { readTrainingSubjects } from '../content/read-training-subjects.ts';
import { hiddenFrom } from '../hidden-from.ts';
import { noteTeamReading } from '../note-reading.ts';
import { foldTeam } from '../profile/fold-team.ts';

type Named = Pick<Person, 'id' | 'name'>;

/** One subject over the team: how many, and who is behind each number. */
export interface SubjectOverview {
  subject: string;
  title: string;
  /** It is about a competency where a mistake does great harm. */
  high: boolean;
  /** It is about no competency of the map, so nothing stands beside it. */
  alone: boolean;
  current: number;
  runOut: Named[];
  compared: Record<Comparison, Named[]>;
}

/** Training over the team, beside what was shown. */
export interface TrainingOverview {
  team: number;
  subjects: SubjectOverview[];
  /** What runs out next, the soonest first. */
  ending: { person: Named; title: string; expiresOn: string }[];
}

/** How many of those that run out next are listed. */
const listed = 10;

/** Reads the training of the team as of a time. */
export async function readTrainingOverview(
  db: Database,
  viewer: Person,
  at = new Date().toISOString(),
  now = at,
): Promise<Result<TrainingOverview, { code: 'not-found' }>> {
  if (!may(viewer, 'record-training')) return refuse({ code: 'not-found' });
  const [{ team, frameworks, standingsOf }, all, catalogue, hidden] = await Promise.all([
    foldTeam(db, viewer, at),
    listAllTraining(db, at),
    readTrainingSubjects(),
    hiddenFrom(db, viewer),
  ]);
  await noteTeamReading(db, viewer, now);
  const day = londonDate(at);
  const byPerson = Map.groupBy(all, ({ personId }) => personId);
  const { competencies } = frameworks.competencies;
  const subjects = new Map(
    Object.entries(catalogue.subjects).map(([subject, { title, competencies: about }]) => [
      subject,
      {
        ...{ subject, title, alone: about.length === 0, current: 0, runOut: [] },
        high: about.some((id) => competencies[id]?.risk === 'high'),
        compared: {
          'trained-not-shown': [],
          'shown-not-trained': [],
          'shown-and-seen': [],
          neither: [],
        },
      } as SubjectOverview,
    ]),
  );
  const ending: TrainingOverview['ending'] = [];
  for (const { id, name } of team) {
    const states = new Map(standingsOf(id).map((one) => [one.competency, one.leading.state]));
    const stateOf = (competency: string) =>
      hidden(id, competency) ? 'hidden' : (states.get(competency) ?? 'no-evidence');
    const person = { id, name };
    for (const one of compareSubjects(catalogue, byPerson.get(id) ?? [], stateOf, day)) {
      const row = subjects.get(one.subject)!;
      if (one.trained.is === 'current') row.current += 1;
      if (one.trained.is === 'run-out') row.runOut.push(person);
      if (one.trained.is === 'current' && one.trained.record.expiresOn)
        ending.push({ person, title: one.title, expiresOn: one.trained.record.expiresOn });
      const found = new Set(one.compared.flatMap((each) => (each.hidden ? [] : each.comparison)));
      for (const comparison of found) row.compared[comparison].push(person);
    }
  }
  return ok({
    team: team.length,
    subjects: [...subjects.values()],
    ending: ending.sort((a, b) => a.expiresOn.localeCompare(b.expiresOn)).slice(0, listed),
  });
}
