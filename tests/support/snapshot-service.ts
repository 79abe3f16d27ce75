import type { SignedInCast } from './signed-in-cast.ts';

const assurance =
  'services erasures kept_outcomes memberships policies observation_requests discussion_bookings rationale_marks marking_talks discussions accounts account_answers witness_statements certificate_signatures calibration_ratings requirements duties_given delegations alert_actions needs_listed training_records workforce_records supervisions supervision_notes agreed_actions'.split(
    ' ',
  );

/** How many rows each table has, and all that changes without adding one: equal where nothing was written. */
export async function snapshotOf(cast: SignedInCast): Promise<string> {
  const count = (table: string) => cast.one(`SELECT count(*) FROM ${table}`);
  const tables =
    'people moves attempts evidence observations observation_ratings observation_replies reflections debriefs assignments';
  const counts = await Promise.all([...tables.split(' '), ...assurance].map(count));
  const done = await Promise.all(
    [
      'duties_given WHERE ended_at IS NOT NULL',
      'training_records WHERE withdrawn_at IS NOT NULL',
      'supervisions WHERE held_at IS NOT NULL',
      'agreed_actions WHERE outcome IS NOT NULL',
      'observations WHERE draft IS NOT NULL',
      'people WHERE left_at IS NOT NULL',
    ].map(count),
  );
  const signed = await cast.one(
    'SELECT count(*) FROM observations WHERE signed_at IS NOT NULL OR discarded_at IS NOT NULL',
  );
  const secrets = await cast.one('SELECT group_concat(password_hash) FROM credentials');
  return [...counts, ...done, signed, secrets].join();
}
