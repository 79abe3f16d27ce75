import type { Database } from '#db';
import { daysAfter } from '#domain/arrange/days-after.ts';
import type { Result } from '#domain/result.ts';
import { londonDate } from '#domain/london-time.ts';
import { arrangeNext } from '../arrange/arrange-next.ts';
import { agreeAction, noteSupervision } from '../supervision/add-to-supervision.ts';
import { holdSupervision } from '../supervision/hold-supervision.ts';
import { openSupervision } from '../supervision/open-supervision.ts';
import { readSupervision } from '../supervision/read-supervision.ts';
import type { Cast } from './cast.ts';

/** Throws where a verb refused what the sample asks of it. */
function must<Value>(result: Result<Value, { code: string }>): Value {
  if (!result.ok) throw new Error(`The sample was refused: ${JSON.stringify(result.problem)}.`);
  return result.value;
}

/** Fills the days around today: a supervision held and two to come, an observation asked for, a talk booked. */
export async function fillToday(db: Database, cast: Cast, now: Date): Promise<void> {
  const { grace, tom, priscilla, joan, amina } = cast;
  const today = londonDate(now.toISOString());
  const at = (days: number, time: string) => `${daysAfter(today, days)}T${time}:00.000Z`;

  const earlier = must(
    await openSupervision(db, grace, joan.id, { onDay: daysAfter(today, -6) }, at(-8, '09:30')),
  );
  must(await readSupervision(db, joan, earlier.id, at(-7, '19:10')));
  must(
    await noteSupervision(
      db,
      joan,
      earlier.id,
      {
        words: 'The mornings with two hoists and one of us. Can we look at the order of the round?',
      },
      at(-7, '19:20'),
    ),
  );
  const agree = async (who: string, action: string, days: number) =>
    must(
      await agreeAction(
        db,
        grace,
        earlier.id,
        { ownerId: who, action, dueOn: daysAfter(today, days) },
        at(-6, '14:00'),
      ),
    );
  await agree(grace.id, 'Change the order of the morning round so that two can hoist.', 2);
  await agree(joan.id, 'Wait for the second carer, and say so when nobody comes.', 20);
  must(await holdSupervision(db, grace, earlier.id, at(-6, '14:40')));

  const coming = must(
    await openSupervision(db, grace, priscilla.id, { onDay: daysAfter(today, 3) }, at(-1, '10:00')),
  );
  must(await readSupervision(db, priscilla, coming.id, at(-1, '20:05')));
  must(
    await noteSupervision(
      db,
      priscilla,
      coming.id,
      { words: 'I would like to show the new ones how we write a refusal down.' },
      at(-1, '20:10'),
    ),
  );

  const arrange = async (who: string, about: Record<string, string>, days: number) =>
    must(
      await arrangeNext(db, grace, who, { ...about, day: daysAfter(today, days) }, at(-2, '09:15')),
    );
  const seen = { kind: 'observe', competency: 'IP-17', level: '2', who: tom.id };
  await arrange(amina.id, seen, 5);
  const talk = { kind: 'discussion', competency: 'IP-03', level: '2', who: grace.id };
  await arrange(joan.id, talk, 1);
}
