import type { Database } from '#db';
import { londonDate } from '#domain/london-time.ts';
import { answerAccount } from '../reasons/answer-account.ts';
import { gatherTexts } from '../reasons/gather-texts.ts';
import { handInAccount } from '../reasons/hand-in-account.ts';
import { holdDiscussion } from '../reasons/hold-discussion.ts';
import { markReasons } from '../reasons/mark-reasons.ts';
import { readAccounts } from '../reasons/read-accounts.ts';
import type { Cast } from './cast.ts';

const reasonsOf: Record<string, string> = {
  'L3-A5':
    'She says what would show that she was wrong, and what she did so that others would see it.',
  'L3-K5': '“I think this is pain”: she keeps what she saw apart from what she makes of it.',
  'L3-S2': 'She went to the one who could not wait and told the other when she would be back.',
  'L3-K1': 'She puts the same time on different days together. Who else was there is missing.',
};

/** What was written, marked and talked over in the sample: one of each, through the product's own verbs. */
export async function fillReasons(
  db: Database,
  { tom, grace, priscilla, joan }: Cast,
  ago: (days: number, time?: string) => string,
): Promise<void> {
  const must = <Value>(result: { ok: true; value: Value } | { ok: false; problem: unknown }) => {
    if (!result.ok) throw new Error(`The sample of reasons: ${JSON.stringify(result.problem)}.`);
  };
  const [text] = await gatherTexts(db, { personId: priscilla.id });
  if (text) {
    const marks = text.indicators.map((id) => [
      [`mark-${id}`, id === 'L3-K1' ? 'partly' : 'shown'],
      [`reason-${id}`, reasonsOf[id] ?? 'She says it in her own words, and why.'],
    ]);
    const body = Object.fromEntries(marks.flat());
    must(await markReasons(db, tom, text.moveId, body, ago(3, '10:00:00')));
  }
  must(
    await holdDiscussion(
      db,
      grace,
      priscilla.id,
      {
        competency: 'IP-04',
        level: 3,
        heldOn: londonDate(ago(6)),
        probed:
          'The refusal I had watched. Why she rang the pharmacist and not the nurse, and what she would have done on a Sunday.',
        shown:
          'She weighed that the taste was the reason, not the tablet. On a Sunday she would have rung 111 and written down why. She knew who may change the form of a medicine, and that she may not.',
        outcome: 'shown',
      },
      ago(6, '15:30:00'),
    ),
  );
  const waiting =
    'A woman I support said she would not have the hoist. The plan says hoist. I asked her what was wrong, and she said the last time it hurt. I stopped, told her she could wait in her chair, and rang the office to say the visit would run over. I could have gone on because the plan says so. I did not, because it is her body and the plan did not know about her hip.';
  const handIn = (
    writer: typeof joan,
    level: 2 | 3,
    competencies: string[],
    days: number,
    words: string,
  ) =>
    handInAccount(
      db,
      writer,
      writer.id,
      { competencies, level, happenedOn: londonDate(ago(days + 1)), words },
      ago(days, '18:00:00'),
    );
  must(await handIn(priscilla, 3, ['IP-03'], 2, waiting));
  const short =
    'A man I support would not eat his tea. I wrote it down and told the next carer about it. I think that was right because it has to be passed on.';
  must(await handIn(joan, 2, ['IP-01'], 6, short));
  const joans = await readAccounts(db, joan, joan.id);
  const [returned] = joans.ok ? joans.value.accounts : [];
  const missing =
    'You noticed, and you passed it on. Say how it differed from his other days, and what you asked him. Then it shows the level.';
  if (returned)
    must(
      await answerAccount(
        db,
        tom,
        returned.id,
        { answer: 'return', words: missing },
        ago(5, '09:30:00'),
      ),
    );
}
