/** How an export calls what a table holds: a heading, and a sentence on what it is. */
export interface RecordSection {
  title: string;
  about: string;
}

const section = (title: string, about: string): RecordSection => ({ title, about });

/** By table, in the order in which an export tells them. */
export const recordSections: Readonly<Record<string, RecordSection>> = {
  memberships: section('Where they work', 'At which service, from when until when.'),
  workforce_records: section(
    'From the workforce data set',
    'What was imported from a file of the sector. Never a result of ours.',
  ),
  attempts: section(
    'Scenarios played',
    'Each time through a scenario, with how it was signed in to.',
  ),
  moves: section('Decisions and steps', 'Every move in every scenario, in the order it was made.'),
  evidence: section(
    'What decisions showed',
    'What each decision of a finished scenario says about a competency. Credit runs from 0 to 1.',
  ),
  reflections: section('Reflections', 'Their own words after a scenario. The newest holds.'),
  rationale_marks: section(
    'Marked reasons',
    'What assessors said of the reasons written in scenarios.',
  ),
  marking_talks: section('Talks of two markers', 'Where two markers differed and talked about it.'),
  debriefs: section('Talks about harm', 'Conversations about harm chosen in a scenario.'),
  discussions: section('Professional discussions', 'Conversations about one competency.'),
  accounts: section('Reflective accounts', 'What they wrote about real events.'),
  account_answers: section('Answers to accounts', 'What assessors answered to them.'),
  observations: section('Observations', 'What was seen at work, signed by whoever saw it.'),
  observation_ratings: section(
    'Trust in observations',
    'How far an observer would trust them with it, from 1 to 5.',
  ),
  observation_replies: section('Replies to observations', 'What they said to an observation.'),
  witness_statements: section('What others saw', 'Told by others, written down by an observer.'),
  certificate_signatures: section(
    'Care Certificate signatures',
    'Criteria signed for, and what each rests on.',
  ),
  training_records: section('Training', 'Training completed, or brought from elsewhere.'),
  duties_given: section('Duties', 'Duties they were trusted with.'),
  delegations: section('Delegated tasks', 'Health tasks delegated to them.'),
  alert_actions: section('Alerts', 'What was decided about alerts that concerned them.'),
  supervisions: section('Supervisions', 'Each with its sheet as it stood when it was held.'),
  supervision_notes: section('Notes in supervisions', 'What either of the two added.'),
  agreed_actions: section('What was agreed', 'Who does what by when, and what came of it.'),
  observation_requests: section('Observations asked for', 'That somebody should see them at work.'),
  discussion_bookings: section('Conversations booked', 'Conversations that were to be held.'),
  assignments: section('Scenarios asked for', 'Scenarios that they were asked to play.'),
  calibration_ratings: section(
    'Ratings of written cases',
    'How far they would trust the worker of a written case.',
  ),
  key_readings: section(
    'Answers read',
    'Scenarios whose answers they have been shown: what they play of them is practice.',
  ),
  record_reads: section('Who opened this record', 'Who opened which page of it, and when.'),
};

/** What an export holds nothing of, as a reader is told it. */
export const leftOutTitles: Readonly<Record<string, string>> = {
  credentials: 'Password',
  pins: 'PIN',
  second_factors: 'Secret of an authenticator app',
  recovery_codes: 'Recovery codes',
  sessions: 'Open visits',
  links: 'Fingerprints of records',
  sign_in_failures: 'Failed sign-ins',
};

const labels: Readonly<Record<string, string>> = {
  at: 'When',
  by: 'By whom',
  seen: 'What was seen',
  words: 'Words',
  slug: 'Scenario',
  personId: 'About',
  heldBy: 'Held by',
  probed: 'Asked about',
  shown: 'What it showed',
  again: 'Written again from',
  offered: 'Offered, in this order',
  dwellMs: 'Time on the page, in milliseconds (never scored)',
  versionHash: 'Version of the scenario',
  readerId: 'Who opened it',
  signedInBy: 'Signed in by',
};

/** A field by its name in an export, as a reader is told it: `heldOn` is "Held on". */
export function labelField(name: string): string {
  if (labels[name]) return labels[name];
  const words = name
    .replace(/Id$/, '')
    .replaceAll(/([A-Z])/g, ' $1')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
