/** One thing to put right in a form: the field, and a plain sentence about it. */
export interface FieldProblem {
  field: string;
  message: string;
}

/** A form that cannot be accepted as it stands. */
export interface Malformed {
  code: 'malformed';
  problems: FieldProblem[];
}

/** What is said about a field, by its name. */
export const errorsIn = (problems: readonly FieldProblem[]) => (field: string) =>
  problems.find((problem) => problem.field === field)?.message;
