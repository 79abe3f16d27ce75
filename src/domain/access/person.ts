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
  /** Ids of the services (locations) where they work. */
  services: readonly string[];
  /** Belongs to every service there is or will be, and may change what holds for all of them. */
  everywhere: boolean;
  /** When they left, where they have: they act on nothing from then on. */
  leftAt?: string | null;
}

/** Somebody acting now. What a PIN on a shared tablet shows is enough for less than a password. */
export type Actor = Pick<Person, 'id' | 'role' | 'services' | 'everywhere' | 'leftAt'> & {
  onTablet?: boolean;
};
