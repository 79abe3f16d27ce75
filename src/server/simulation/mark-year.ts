import type { MarkOf } from '#domain/reasons/conclude-marks.ts';
import { chanceFor } from '#domain/simulation/chance.ts';
import type { Person } from '#domain/access/person.ts';
import { gatherTexts, type ReasonsText } from '../reasons/gather-texts.ts';
import { markReasons } from '../reasons/mark-reasons.ts';
import { must } from './must.ts';
import type { Year, YearWorker } from './year.ts';

const day = 86_400_000;

/** Marks what was written at level 3: within two weeks, and again where a second reading is due. */
export async function markYear(year: Year, workers: readonly YearWorker[]): Promise<void> {
  const truths = new Map(workers.map((worker) => [worker.person.id, worker]));
  const [first, second] = year.observers;
  for (const round of [1, 2]) {
    const texts = await gatherTexts(year.db);
    for (const text of texts) {
      const worker = truths.get(text.personId);
      const due = text.stage === (round === 1 ? 'unmarked' : 'second-due');
      if (!worker || !due) continue;
      const chance = chanceFor(year.seed, `marks ${worker.truth.username} ${text.slug}`);
      const waits = chance.whole(2, 13) + 7 * (round - 1);
      const at = new Date(Date.parse(text.finishedAt) + waits * day);
      if (at > year.now) continue;
      const marker = round === 1 ? first!.person : second!.person;
      await mark(year, text, worker, { marker, at: at.toISOString(), kinder: round === 2 });
    }
  }
}

interface By {
  marker: Person;
  at: string;
  /** The second reader sees a little more in weak reasons. It settles nothing: both marks stand. */
  kinder: boolean;
}

async function mark(
  { db }: Year,
  { moveId, indicators, decision }: ReasonsText,
  { truth }: YearWorker,
  { marker, at, kinder }: By,
): Promise<void> {
  const judges =
    decision.competencies.reduce((sum, one) => sum + truth.judgement[one]!, 0) /
    decision.competencies.length;
  const found: MarkOf = judges >= 0.75 ? 'shown' : judges >= 0.55 ? 'partly' : 'not-shown';
  const given: MarkOf = kinder && found === 'not-shown' ? 'partly' : found;
  const body = Object.fromEntries(
    indicators.flatMap((id) => [
      [`mark-${id}`, given],
      [`reason-${id}`, reasonFor[given]],
    ]),
  );
  must(await markReasons(db, marker, moveId, body, at));
}

const reasonFor: Record<MarkOf, string> = {
  shown: 'Says what was seen, what was weighed and what would change their mind.',
  partly: 'Says what was done, and only some of why.',
  'not-shown': 'Gives a habit and no reason.',
};
