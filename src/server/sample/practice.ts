import type { Database } from '#db';
import type { Result } from '#domain/result.ts';
import { londonDate } from '#domain/london-time.ts';
import { beginFromTemplate } from '../begin-observation.ts';
import { signCriteria } from '../certificate/sign-criteria.ts';
import { withdrawSignature } from '../certificate/withdraw-signature.ts';
import { readCertificate } from '../certificate/read-certificate.ts';
import { recordWitness } from '../practice/record-witness.ts';
import { signObservation } from '../sign-observation.ts';
import type { Cast } from './cast.ts';

/** Gives what a verb of the sample gave; the sample never does what is refused. */
function need<Value>(result: Result<Value, object>): Value {
  if (result.ok) return result.value;
  throw new Error(`The sample was refused: ${JSON.stringify(result.problem)}.`);
}

/** Amina's first weeks: seen at a meal, some criteria signed, one taken back; and what others saw. */
export async function fillPracticeSample(
  db: Database,
  { tom, grace, amina, priscilla, joan }: Cast,
  ago: (days: number, time?: string) => string,
): Promise<void> {
  const seenAt = ago(6, '13:30:00');
  const { id: observationId } = need(
    await beginFromTemplate(db, tom, amina.id, 'mealtime', seenAt),
  );
  need(
    await signObservation(
      db,
      tom,
      observationId,
      {
        observedOn: londonDate(seenAt),
        observedTime: '12:30',
        place: 'Larkfield House, dining room',
        task: 'mealtime',
        seen: 'Sat level with Mr Obi, checked the thickness of his drink against the plan, let him hold the cup himself and waited after each swallow. Washed her hands before and after. Asked me before she cut his food.',
        personSaid: '“She lets me do it.” (Mr O)',
        consent: 'agreed',
        'entrustment-IP-08': 3,
        'entrustment-IP-14': 3,
        'entrustment-IP-16': 4,
      },
      seenAt,
    ),
  );
  const told = (criteria: string[], words: string, days: number) =>
    signCriteria(db, tom, amina.id, { criteria, words }, ago(days));
  need(
    await told(
      ['CC-3.1a', 'CC-3.1b'],
      'Asked what she owes to the people she visits. She told me about a fall she had reported and why.',
      5,
    ),
  );
  need(
    await told(
      ['CC-15.1a', 'CC-15.1c', 'CC-15.1d', 'CC-15.1e'],
      'Talked it through over the sluice: how infection travels, her own cold last week, which gloves when.',
      5,
    ),
  );
  const practice = { criteria: ['CC-15.1b'], observationId };
  need(await signCriteria(db, tom, amina.id, practice, ago(5)));
  need(
    await signCriteria(
      db,
      tom,
      amina.id,
      { criteria: ['CC-8.2c', 'CC-8.2d', 'CC-8.3b', 'CC-8.3d'], observationId },
      ago(5),
    ),
  );
  const { standards } = need(await readCertificate(db, grace, amina.id, ago(4)));
  const hot = standards
    .flatMap(({ outcomes }) => outcomes.flatMap(({ criteria }) => criteria))
    .find(({ id }) => id === 'CC-8.3b')!;
  need(
    await withdrawSignature(
      db,
      grace,
      amina.id,
      {
        signatureId: hot.signature!.id,
        words: 'Mr Obi had a cold meal that day, so how warm it should be was not seen.',
      },
      ago(4),
    ),
  );
  need(
    await recordWitness(
      db,
      grace,
      priscilla.id,
      {
        relation: 'professional',
        witness: 'District nurse',
        seenOn: londonDate(ago(7)),
        competencies: ['IP-01', 'IP-15'],
        words:
          'She rang me about a red heel before anybody had asked her to look, and could say since when and what made it better.',
      },
      ago(6),
    ),
  );
  need(
    await recordWitness(
      db,
      tom,
      joan.id,
      {
        relation: 'colleague',
        witness: 'Night carer',
        seenOn: londonDate(ago(3)),
        competencies: ['IP-17'],
        words:
          'Her handover was the first this week in which I knew what had changed and what was left to do.',
      },
      ago(2),
    ),
  );
}
