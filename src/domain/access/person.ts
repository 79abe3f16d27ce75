export const roles = ['worker', 'assessor', 'manager'] as const;

/** What somebody is here to do: learn, observe others, or run the team as well. */
export type Role = (typeof roles)[number];

/** Somebody with a record or a way in, as the rest of the product sees them. */
export interface Person {
  id: string;
  username: string;
  name: string;
  role: Role;
  /** A role category of the workforce pathway, such as CWP-NTC. */
  category: string;
  /** The day they began in this job, as YYYY-MM-DD. */
  startedOn: string;
}
