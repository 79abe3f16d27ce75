import type { State } from '../profile/state.ts';
import { compareTraining, comparisonNeed, type Comparison } from './compare-training.ts';
import { standingTraining, type Trained, type TrainingRecord } from './record.ts';
import type { TrainingSubjects } from './subjects.ts';

/** One competency that a subject is about. Where it is hidden, nothing is said of it. */
export type ComparedCompetency =
  | { competency: string; hidden: true }
  | { competency: string; hidden: false; state: State; comparison: Comparison };

/** A subject with the training in it, and each competency beside it. */
export interface ComparedSubject {
  subject: string;
  title: string;
  award: boolean;
  trained: Trained;
  /** Every record of it, the newest first. */
  records: TrainingRecord[];
  compared: ComparedCompetency[];
}

/** Sets one person's training beside their competence, subject by subject, what needs a look first. */
export function compareSubjects(
  { subjects }: TrainingSubjects,
  records: readonly TrainingRecord[],
  stateOf: (competency: string) => State | 'hidden',
  day: string,
): ComparedSubject[] {
  return Object.entries(subjects)
    .map(([subject, { title, award, competencies }]) => {
      const own = records.filter((record) => record.subject === subject);
      const trained = standingTraining(own, day);
      return {
        ...{ subject, title, award: award !== undefined, trained, records: own },
        compared: competencies.map((competency): ComparedCompetency => {
          const state = stateOf(competency);
          return state === 'hidden'
            ? { competency, hidden: true }
            : {
                ...{ competency, hidden: false, state },
                comparison: compareTraining(trained.is, state),
              };
        }),
      };
    })
    .sort((a, b) => needOf(a) - needOf(b));
}

/** The most pressing of what is shown; what has run out comes before what never was. */
function needOf({ compared, trained }: ComparedSubject): number {
  const needs = compared.flatMap((one) => (one.hidden ? [] : [comparisonNeed(one.comparison)]));
  const ranOut = trained.is === 'run-out' ? -0.5 : 0;
  return Math.min(...needs, comparisonNeed('neither')) + ranOut;
}
