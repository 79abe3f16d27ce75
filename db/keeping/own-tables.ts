/** A table in which rows belong to one person's record. */
export interface OwnTable {
  table: string;
  /** Which rows are theirs, in SQL; ?1 is their id. */
  where: string;
  /** Which of these an export holds, where not all, in SQL, and why. */
  only?: { where: string; why: string };
  /** Columns that an export leaves out, and why. */
  without?: Readonly<Record<string, string>>;
  /** Why an export holds nothing of it. */
  unexported?: string;
  /** Only for themself: an export for somebody else leaves these rows out. */
  ownOnly?: { where: string; why: string };
}

const person = 'person_id = ?1';
const inAttempts = 'attempt_id IN (SELECT id FROM attempts WHERE person_id = ?1)';
const inMoves = `move_id IN (SELECT id FROM moves WHERE ${inAttempts})`;
const inSupervisions = 'supervision_id IN (SELECT id FROM supervisions WHERE person_id = ?1)';
const inObservations = 'observation_id IN (SELECT id FROM observations WHERE person_id = ?1)';
const signed = (of: string) =>
  `${of} IN (SELECT id FROM observations WHERE person_id = ?1 AND signed_at IS NOT NULL)`;

const whenSigned =
  'What somebody is still writing down counts for nothing, and is left out until they sign it.';
const secret = 'It is good only for signing in, and kept so that nobody can read it back.';
const storyState =
  'Where the story stood. It follows from the moves, and holds what the story had not told yet.';

/**
 * Every table with rows of somebody's own record, in the order in which they can be erased: what refers
 * to others comes before them. A test walks the schema and fails where a table is missing.
 */
export const ownTables: readonly OwnTable[] = [
  {
    table: 'evidence',
    where: person,
    only: {
      where: 'attempt_id IN (SELECT id FROM attempts WHERE finished_at IS NOT NULL)',
      why: 'What decisions were worth is told when the scenario is finished.',
    },
  },
  {
    table: 'reflections',
    where: inAttempts,
    ownOnly: { where: 'shared = 1', why: 'Reflections kept to themself are theirs alone.' },
  },
  { table: 'rationale_marks', where: person },
  { table: 'marking_talks', where: inMoves },
  { table: 'debriefs', where: person },
  { table: 'discussions', where: person },
  {
    table: 'account_answers',
    where: 'account_id IN (SELECT id FROM accounts WHERE person_id = ?1)',
  },
  { table: 'accounts', where: person },
  { table: 'observation_replies', where: inObservations },
  {
    table: 'observation_ratings',
    where: inObservations,
    only: { where: signed('observation_id'), why: whenSigned },
  },
  {
    table: 'observations',
    where: person,
    only: { where: 'signed_at IS NOT NULL', why: whenSigned },
  },
  { table: 'supervision_notes', where: inSupervisions },
  { table: 'agreed_actions', where: inSupervisions },
  { table: 'supervisions', where: person },
  { table: 'observation_requests', where: person },
  { table: 'discussion_bookings', where: person },
  { table: 'assignments', where: person },
  { table: 'alert_actions', where: person },
  { table: 'duties_given', where: person },
  { table: 'delegations', where: person },
  { table: 'training_records', where: person },
  { table: 'witness_statements', where: person },
  { table: 'certificate_signatures', where: person },
  {
    table: 'calibration_ratings',
    where: person,
    ownOnly: { where: '0', why: 'How somebody rated the written cases is told to them alone.' },
  },
  { table: 'key_readings', where: person },
  { table: 'record_reads', where: person },
  { table: 'workforce_records', where: person },
  { table: 'moves', where: inAttempts, without: { world_before: storyState } },
  {
    table: 'attempts',
    where: person,
    without: { snapshot: storyState, arrived_by: storyState, seed: storyState },
  },
  { table: 'memberships', where: person },
  { table: 'sessions', where: person, unexported: secret },
  { table: 'credentials', where: person, unexported: secret },
  { table: 'pins', where: person, unexported: secret },
  { table: 'second_factors', where: person, unexported: secret },
  { table: 'recovery_codes', where: person, unexported: secret },
];

/** Tables that name people in another way, with what becomes of that: each has a statement of its own. */
export const tablesApart: Readonly<Record<string, { kept: string; unexported?: string }>> = {
  people: { kept: 'The person themself: an export begins with it. Erased or emptied last.' },
  audit: { kept: 'Ids and names of actions alone. After an erasure the id names nobody.' },
  links: {
    kept: 'Fingerprints of records. An erasure takes the salt, without which they tell nothing.',
    unexported: 'Fingerprints by which a changed record is found. They say nothing about anybody.',
  },
  erasures: { kept: 'That somebody was erased, by an id that names nobody.' },
  sign_in_failures: {
    kept: 'Counted by a fingerprint of a name. Erased with them.',
    unexported:
      'Failed sign-ins are counted by a fingerprint of a name, and forgotten after a day.',
  },
};
