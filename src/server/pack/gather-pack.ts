import type { Person } from '#domain/access/person.ts';
import { londonDate } from '#domain/london-time.ts';
import type { Pack, Named } from '#domain/pack/pack.ts';
import { placeByQuestion } from '#domain/pack/key-questions.ts';
import { hasRunOut } from '#domain/training/record.ts';
import { listAllTraining, listAgreedActions, listSupervisions, type Database } from '#db';
import { listCertificateProgress } from '../certificate/list-certificate-progress.ts';
import { readTrainingSubjects } from '../content/read-training-subjects.ts';
import { hiddenFrom } from '../hidden-from.ts';
import { foldTeam } from '../profile/fold-team.ts';
import { listAlerts } from '../risk/read-alerts.ts';
import { readRequirements } from '../risk/read-requirements.ts';
import { gatherCompetence } from './gather-competence.ts';
import { gatherTasks } from './gather-tasks.ts';
import { tellActions } from './tell-actions.ts';

/** Gathers everything of a pack as of a time, of everybody or of one person. Asks nobody who may. */
export async function gatherPack(
  db: Database,
  viewer: Person,
  at: string,
  only?: string,
): Promise<Pack> {
  const folded = await foldTeam(db, viewer, at);
  const [hidden, training, { subjects }, progressOf, requirements, alerts, agreed, supervisions] =
    await Promise.all([
      hiddenFrom(db, viewer),
      listAllTraining(db, at),
      readTrainingSubjects(),
      listCertificateProgress(db, at),
      readRequirements(db, at),
      listAlerts(db, viewer, at, { folded, withClosed: true, ...(only ? { only } : {}) }),
      listAgreedActions(db, at, only),
      listSupervisions(db, at, only),
    ]);
  const { people: everybody, present, team, policy, frameworks } = folded;
  const { cqc, roles } = frameworks;
  const places = placeByQuestion(cqc);
  const names = new Map(everybody.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? 'Somebody';
  const all = await gatherTasks(db, { folded, hidden, places, at, nameOf });
  const carriers = new Set(all.map(({ person }) => person.id));
  const people = only
    ? everybody.filter(({ id }) => id === only)
    : present.filter((person) => team.includes(person) || carriers.has(person.id));
  const ids = new Set(people.map(({ id }) => id));
  const ofPack = ({ personId }: { personId: string }) => ids.has(personId);
  const named = (id: string): Named => ({ id, name: nameOf(id) });
  const tasks = all.filter(({ person }) => ids.has(person.id));
  const competence = gatherCompetence({
    people,
    tasks,
    folded,
    hidden,
    places,
    requirements,
    nameOf,
  });
  const day = londonDate(at);
  return {
    people: people.map(({ id, name, category, startedOn }) => {
      const { done, of } = progressOf(id);
      const role = roles.categories[category]?.title ?? category;
      const award = training.find(
        (row) => row.personId === id && subjects[row.subject]?.award === 'care-certificate',
      );
      return {
        ...{ id, name, role, startedOn, standards: { done, of } },
        holds: award
          ? { title: subjects[award.subject]!.title, completedOn: award.completedOn }
          : null,
      };
    }),
    questions: Object.entries(cqc['key-questions']).map(([name, { about }]) => ({ name, about })),
    places: Object.fromEntries(places),
    tasks,
    ...competence,
    actions: tellActions(alerts, agreed.filter(ofPack), { named, day }),
    training: training.filter(ofPack).map((row) => ({
      person: named(row.personId),
      subject: subjects[row.subject]?.title ?? row.subject,
      kind: row.kind,
      completedOn: row.completedOn,
      expiresOn: row.expiresOn,
      runOut: hasRunOut(row, day),
    })),
    supervision: supervisions
      .filter((row) => ofPack(row) && row.heldAt !== null)
      .map(({ personId, onDay, holderId }) => ({
        ...{ person: named(personId), heldOn: onDay, by: nameOf(holderId) },
      })),
    policy: { version: policy.version, status: policy.status },
    framework: {
      title: cqc.title,
      edition: cqc.edition,
      confidence: cqc.confidence,
      changing: cqc.changing ?? '',
    },
  };
}
