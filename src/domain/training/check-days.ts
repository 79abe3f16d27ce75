import type { TrainingRecord } from './record.ts';

/** What is wrong with the days of some training. */
export interface DayProblem {
  about: 'completed' | 'expires';
  code: string;
  message: string;
  remedy: string;
}

/** Checks the days of some training, as YYYY-MM-DD, by themselves and with each other. */
export function checkDays(
  completedOn: string | undefined,
  expiresOn: string | null | undefined,
  today: string,
): DayProblem[] {
  const problems: DayProblem[] = [];
  const say = (about: DayProblem['about'], code: string, message: string, remedy: string) =>
    problems.push({ about, code, message, remedy });
  if (completedOn && completedOn > today)
    say('completed', 'to-come', 'The day is still to come.', 'Record it once it is done.');
  if (completedOn && completedOn < '1950-01-01')
    say('completed', 'long-ago', 'The day is before 1950.', 'Look at the year.');
  if (completedOn && expiresOn && expiresOn < completedOn)
    say('expires', 'ends-first', 'It runs out before it was completed.', 'Look at both days.');
  return problems;
}

type Recorded = Pick<TrainingRecord, 'personId' | 'subject' | 'completedOn' | 'expiresOn'>;

/**
 * Says of one training after another whether it stands already: in what is recorded, or in what was
 * asked about before. What stands with another last day is a problem, never recorded over.
 */
export function trackRecorded(recorded: readonly Recorded[]) {
  const keyOf = (row: Recorded) => `${row.personId} ${row.subject} ${row.completedOn}`;
  const ends = new Map(recorded.map((row) => [keyOf(row), row.expiresOn]));
  return (row: Recorded): { already: boolean; problem?: DayProblem } => {
    const known = ends.get(keyOf(row));
    if (known !== undefined && known !== row.expiresOn)
      return {
        already: true,
        problem: {
          about: 'expires',
          code: 'other-end',
          message: `This training of that day is recorded with ${known ? `${known} as its last day` : 'no end'}.`,
          remedy: 'If the record is wrong, withdraw it on the person’s training page first.',
        },
      };
    ends.set(keyOf(row), row.expiresOn);
    return { already: known !== undefined };
  };
}
