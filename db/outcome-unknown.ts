/** A write of which nobody can say whether it happened: neither call it kept nor call it lost. */
export class OutcomeUnknown extends Error {
  override name = 'OutcomeUnknown';
  readonly code = 'OUTCOME_UNKNOWN';

  constructor(cause: unknown) {
    super('The database was not reached to ask whether a write had arrived.', { cause });
  }
}
