import type { Database } from '#db';
import type { Result } from '#domain/result.ts';
import { latestReview } from '#domain/risk/sign-off.ts';
import { takeAlert } from '../risk/act-on-alert.ts';
import { giveDuty } from '../risk/give-duty.ts';
import { listAlerts } from '../risk/read-alerts.ts';
import { recordDelegation } from '../risk/record-delegation.ts';
import { setNeeds } from '../risk/set-needs.ts';
import { setRequirement } from '../risk/set-requirement.ts';
import type { Cast } from './cast.ts';
import { careHome, homeCare } from './services.ts';

const day = 86_400_000;

/** Gives the sample its duties, a sign-off that has lapsed, its needs, and an alert taken on. */
export async function fillRisk(db: Database, cast: Cast, now: Date): Promise<void> {
  const { grace, tom, priscilla, daniel, joan } = cast;
  const ago = (days: number) => new Date(now.getTime() - days * day).toISOString();
  const dayOf = (days: number) => ago(days).slice(0, 10);

  const starters = [
    'IP-01',
    'IP-02',
    'IP-05',
    'IP-06',
    'IP-09',
    'IP-16',
    'IP-17',
    'IP-18',
    'IP-19',
  ];
  const set = {
    needs: Object.fromEntries(starters.map((id) => [id, '2'])),
    reason: 'Nobody new moves people here before their first six weeks are over.',
  };
  sure(await setRequirement(db, grace, 'CWP-NTC', set, ago(36)));

  const give = async (to: Cast[keyof Cast], duty: string, days: number) =>
    sure(await giveDuty(db, grace, to.id, { duty }, ago(days)));
  await give(priscilla, 'medicines-alone', 35);
  await give(priscilla, 'leading-shift', 35);
  await give(daniel, 'medicines-alone', 34);
  await give(daniel, 'lone-visits', 34);
  await give(joan, 'hoist', 33);

  const delegate = async (
    to: Cast[keyof Cast],
    [task, initials]: [string, string],
    signed: number,
    reviewOn: string,
  ) =>
    sure(
      await recordDelegation(
        db,
        grace,
        to.id,
        {
          ...{ task, initials, reviewOn, signedOn: dayOf(signed) },
          ...{ delegatedBy: 'Ruth Calder', delegatedRole: 'Nurse' },
        },
        ago(32),
      ),
    );
  await delegate(priscilla, ['tube-feeding', 'MB'], 190, dayOf(6));
  await delegate(priscilla, ['insulin', 'TR'], 100, latestReview(dayOf(100), 6));
  await delegate(joan, ['catheter-care', 'EL'], 160, dayOf(-18));

  const needs = ['dementia', 'swallowing', 'tube-feeding', 'diabetes', 'falls', 'many-medicines'];
  const list = async (service: string, listed: string[], days: number) =>
    sure(await setNeeds(db, grace, { service, needs: listed }, ago(days)));
  await list(homeCare, needs.slice(0, 5), 33);
  await list(homeCare, needs, 14);
  await list(careHome, ['dementia', 'falls', 'many-medicines'], 14);

  const alerts = await listAlerts(db, grace, ago(2), { only: daniel.id });
  const concern = alerts.find(({ kind }) => kind === 'concern');
  // Only where the story of the sample has one.
  if (concern)
    sure(
      await takeAlert(
        db,
        grace,
        concern.key,
        {
          ownerId: tom.id,
          reason: 'He pressed on with a refused tablet in the scenario, and he does rounds alone.',
          action: 'Daniel does no medicines alone until Tom has talked it through and watched one.',
          dueOn: dayOf(-5),
        },
        ago(2),
      ),
    );
}

function sure(done: Result<void, unknown>): void {
  if (!done.ok) throw new Error(`The sample could not be filled: ${JSON.stringify(done.problem)}.`);
}
