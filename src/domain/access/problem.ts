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
