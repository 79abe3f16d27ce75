/** A column that says who did something: to the record of somebody else, or for all. */
export interface ActedColumn {
  table: string;
  column: string;
  /** What they did, for an export: `You …`, or with their name. */
  did: string;
}

const acted = (table: string, column: string, did: string): ActedColumn => ({ table, column, did });

/**
 * Every column that names who acted. What they did in the records of others belongs to those others: an
 * export counts it, and an erasure leaves it, under a person who has no name any more. A test walks the
 * schema and fails where a column is missing.
 */
export const actedColumns: readonly ActedColumn[] = [
  acted('observations', 'observer_id', 'observed others at work'),
  acted('observation_requests', 'observer_id', 'was asked to observe others'),
  acted('observation_requests', 'asked_by', 'asked for others to be observed'),
  acted('discussion_bookings', 'holder_id', 'was to hold conversations with others'),
  acted('discussion_bookings', 'booked_by', 'booked conversations for others'),
  acted('rationale_marks', 'marker_id', 'marked the reasons of others'),
  acted('marking_talks', 'held_by', 'talked about marks of others'),
  acted('discussions', 'assessor_id', 'held professional discussions with others'),
  acted('account_answers', 'assessor_id', 'answered accounts of others'),
  acted('assignments', 'assigned_by', 'asked others to play scenarios'),
  acted('debriefs', 'held_by', 'talked with others about harm chosen'),
  acted('record_reads', 'reader_id', 'opened the records of others'),
  acted('witness_statements', 'recorded_by', 'wrote down what witnesses saw of others'),
  acted('certificate_signatures', 'assessor_id', 'signed criteria for others'),
  acted('supervisions', 'holder_id', 'held supervisions with others'),
  acted('supervision_notes', 'by', 'added to supervisions of others'),
  acted('agreed_actions', 'owner_id', 'took on what was agreed with others'),
  acted('agreed_actions', 'outcome_by', 'said what came of what was agreed with others'),
  acted('duties_given', 'given_by', 'gave duties to others'),
  acted('duties_given', 'ended_by', 'ended duties of others'),
  acted('delegations', 'recorded_by', 'recorded tasks delegated to others'),
  acted('delegations', 'ended_by', 'ended tasks delegated to others'),
  acted('alert_actions', 'owner_id', 'was to act on alerts about others'),
  acted('alert_actions', 'by', 'decided about alerts on others'),
  acted('training_records', 'recorded_by', 'entered training of others'),
  acted('training_records', 'withdrawn_by', 'withdrew training records of others'),
  acted('workforce_records', 'imported_by', 'imported workforce records of others'),
  acted('memberships', 'by', 'moved others between services'),
  acted('memberships', 'ended_by', 'ended the work of others at a service'),
  acted('people', 'added_by', 'added others'),
  acted('services', 'added_by', 'added services'),
  acted('devices', 'enrolled_by', 'enrolled shared tablets'),
  acted('devices', 'revoked_by', 'revoked shared tablets'),
  acted('requirements', 'set_by', 'set what roles need'),
  acted('needs_listed', 'set_by', 'listed needs'),
  acted('policies', 'adopted_by', 'adopted policies'),
];
