/** Something an author must mend, and where in the scenario it is. */
export interface Problem {
  code: string;
  /** The way to it through the file, such as ['scenes', 'kitchen', 'decision']. */
  path: (string | number)[];
  /** What is wrong, as one sentence. */
  message: string;
  /** How to mend it, as one sentence. */
  remedy: string;
}

/** The names that a scenario may cite from the frameworks. */
export interface Frameworks {
  competencies: ReadonlySet<string>;
  indicators: ReadonlySet<string>;
  /** Outcomes of the Care Certificate by its edition, the newest first. */
  outcomes: ReadonlyMap<string, ReadonlySet<string>>;
}
