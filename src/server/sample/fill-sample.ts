import type { Database } from '#db';
import type { Task } from '#domain/observation/tasks.ts';
import type { Person } from '#domain/access/person.ts';
import { assignScenario } from '../assign-scenario.ts';
import { londonDate } from '#domain/london-time.ts';
import { replyToObservation } from '../read-observation.ts';
import { saveReflection } from '../save-reflection.ts';
import { observeMadeUp } from '../simulation/observe-made-up.ts';
import { addSamplePerson } from './add-sample-person.ts';
import { fillCalibration } from './calibration.ts';
import { makeCast, type Cast } from './cast.ts';
import { fillPracticeSample } from './practice.ts';
import { fillReasons } from './reasons.ts';
import { addSampleServices } from './services.ts';
import { samplePack } from './pack.ts';
import { playSample } from './play-sample.ts';
import { fillToday } from './today.ts';
import { fillRisk } from './risk.ts';

const day = 86_400_000;

/** What Priscilla wrote where a scenario asked for reasons. */
const reasons =
  'I went to the one who could not wait and told the other when I would be back. I think this is pain: it came at the same time on days with nothing else in common. I would be wrong if it came on a day when nothing hurts, so I wrote down what I saw and when, and asked for it to be looked at.';

/**
 * Fills an empty database with a small service, through the same verbs that its pages use. Where there
 * is more of a past, who was there by then has been in it `since`.
 */
export async function fillSample(db: Database, now = new Date(), since?: string): Promise<Cast> {
  const cast = makeCast();
  const ago = (days: number, time = '09:00:00') =>
    `${new Date(now.getTime() - days * day).toISOString().slice(0, 10)}T${time}.000Z`;
  await addSampleServices(db, since ?? ago(40));
  for (const person of Object.values(cast)) {
    const wasHere = since !== undefined && person.startedOn < since;
    await addSamplePerson(db, person, wasHere ? since : ago(40));
  }
  const { grace, tom, amina, daniel, priscilla, joan, ravi, leah } = cast;

  await playSample(db, priscilla, 'morning-tablets', 'sound', ago(30, '13:10:00'));
  await playSample(db, priscilla, 'on-the-floor', 'sound', ago(23, '20:40:00'));
  await playSample(db, priscilla, 'between-us', 'uneven', ago(9, '14:05:00'));
  await playSample(db, joan, 'on-the-floor', 'sound', ago(19, '10:30:00'));
  await playSample(
    db,
    priscilla,
    'the-noise-at-four',
    'sound',
    ago(5, '16:10:00'),
    undefined,
    reasons,
  );
  await playSample(db, joan, 'tea-at-three', 'uneven', ago(4, '10:05:00'));
  const harmed = await playSample(db, daniel, 'morning-tablets', 'harms-once', ago(12, '18:20:00'));
  await playSample(db, ravi, 'morning-tablets', 'uneven', ago(7, '11:45:00'));
  await playSample(db, amina, 'on-the-floor', 'sound', ago(1, '15:15:00'), 3);
  await saveReflection(
    db,
    daniel,
    harmed,
    {
      words: 'I was thinking about the next visit and not about him. I would sit down first.',
      shared: 'share',
    },
    ago(11),
  );

  const due = (days: number) => londonDate(new Date(now.getTime() + days * day).toISOString());
  const ask = (person: Person, slug: string, days: number) =>
    assignScenario(db, grace, person.id, { slug, dueOn: due(days) }, ago(3));
  await ask(amina, 'morning-tablets', 6);
  await ask(daniel, 'on-the-floor', 10);
  await ask(leah, 'morning-tablets', 14);

  await see(
    db,
    tom,
    priscilla,
    ago(20),
    'medicines-round',
    { 'IP-04': 4, 'IP-17': 4 },
    'Checked the chart against the pack before she spoke to Mr Abbott, asked him, waited while he thought about it, and signed when he had swallowed. Told him what each one was when he asked.',
    '“She never rushes me.” (Mr A)',
  );
  await see(
    db,
    grace,
    priscilla,
    ago(8),
    'medicines-round',
    { 'IP-04': 5 },
    'A refusal. She sat down, found out it was the taste, rang the pharmacist for another form, wrote the refusal and the reason at once.',
    '',
  );
  const disagreed = await see(
    db,
    tom,
    joan,
    ago(10),
    'moving-and-handling',
    { 'IP-03': 2, 'IP-09': 3 },
    'Began to bring the hoist alone although the plan says two. Stopped when I asked about the plan, fetched a colleague and did it well with her. Kept Mrs Lane covered throughout.',
    '“They are always in a hurry in the morning.” (Mrs L)',
  );
  await replyToObservation(
    db,
    joan,
    disagreed,
    {
      words:
        'The second carer was on the other corridor. I should have waited. I have asked for the round to be changed.',
    },
    ago(9),
  );
  await fillRisk(db, cast, now);
  await fillPracticeSample(db, cast, ago);
  await fillToday(db, cast, now);
  await fillReasons(db, cast, ago);
  await samplePack(db, cast, now);
  await fillCalibration(db, cast, ago);
  return cast;
}

/** One visit, told in the order in which it is read. */
const see = (
  db: Database,
  observer: Person,
  worker: Person,
  at: string,
  task: Task,
  trust: Record<string, number>,
  seen: string,
  personSaid: string,
): Promise<string> => observeMadeUp(db, observer, worker, at, { task, trust, seen, personSaid });
