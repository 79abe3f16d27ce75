import { randomUUIDv7 } from 'node:crypto';
import { z } from 'zod';
import type { Person } from '#domain/access/person.ts';
import type { FieldProblem, Malformed } from '#domain/access/problem.ts';
import { concludeMarks, markWords, type MarkOf } from '#domain/reasons/conclude-marks.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { insertMarking, isConflict, type Database, type IndicatorMark } from '#db';
import { readPolicy } from '../content/read-policy.ts';
import { hiddenFrom } from '../hidden-from.ts';
import { gatherTexts, isClosed } from './gather-texts.ts';
import { findSubject } from '../find-subject.ts';

const Mark = z.enum(Object.keys(markWords) as [MarkOf, ...MarkOf[]]);
const longest = 1_000;

/** Why marks are not kept: no such text for them, closed while they observe, or marked already. */
export type MarkingProblem =
  Malformed | { code: 'not-found' } | { code: 'hidden' } | { code: 'marked'; by: string };

/**
 * Keeps an assessor's marks of what somebody wrote, and works out by the policy what they come to. The
 * first to send is the first marker; where a second is due the next is that. Sent twice is kept once.
 */
export async function markReasons(
  db: Database,
  assessor: Person,
  moveId: string,
  body: Record<string, unknown>,
  at = new Date().toISOString(),
): Promise<Result<{ outcome: 'shown' | 'not-yet'; round: number }, MarkingProblem>> {
  for (let tries = 0; tries < 3; tries += 1) {
    const [text] = await gatherTexts(db, { moveId });
    if (!text || !(await findSubject(db, assessor, 'mark-reasons', text.personId)))
      return refuse({ code: 'not-found' });
    if (isClosed(text, await hiddenFrom(db, assessor))) return refuse({ code: 'hidden' });
    const read = readMarks(text.indicators, body);
    if (!read.ok) return read;
    const marks = read.value;
    const { markings, stage } = text;
    const mine = markings.find(({ markerId }) => markerId === assessor.id);
    if (mine)
      return JSON.stringify(mine.marks) === JSON.stringify(marks)
        ? ok({ outcome: mine.outcome, round: mine.round })
        : refuse({ code: 'marked', by: assessor.id });
    if (stage !== 'unmarked' && stage !== 'second-due')
      return refuse({ code: 'marked', by: markings[0]!.markerId });
    const { marking } = await readPolicy(db, at);
    const outcome = concludeMarks(
      marks.map(({ mark }) => mark),
      marking,
    );
    const round = stage === 'unmarked' ? 1 : 2;
    const { personId, decision } = text;
    const { competencies, level } = decision;
    const row = { moveId, personId, markerId: assessor.id, round, marks, competencies, level };
    try {
      await insertMarking(db, { id: randomUUIDv7(), ...row, outcome, at });
      return ok({ outcome, round });
    } catch (reason) {
      // Somebody was quicker, or this was sent twice: look again at what is there now.
      if (!isConflict(reason)) throw reason;
    }
  }
  throw new Error(`The marks of ${moveId} could not be kept.`);
}

function readMarks(
  indicators: readonly string[],
  body: Record<string, unknown>,
): Result<IndicatorMark[], Malformed> {
  const problems: FieldProblem[] = [];
  const wrong = (field: string, message: string) => problems.push({ field, message });
  const marks = indicators.map((indicator, index) => {
    const mark = Mark.safeParse(body[`mark-${indicator}`]);
    const words = body[`reason-${indicator}`];
    const reason = typeof words === 'string' ? words.replaceAll('\r\n', '\n').trim() : '';
    const which = `number ${index + 1}`;
    if (!mark.success)
      wrong(`mark-${indicator}`, `Say whether ${which} is shown, partly shown or not shown.`);
    if (reason.length < 10)
      wrong(`reason-${indicator}`, `Say in a few words what makes you mark ${which} so.`);
    if (reason.length > longest)
      wrong(`reason-${indicator}`, `Use 1,000 characters or fewer for ${which}.`);
    return { indicator, mark: mark.success ? mark.data : 'partly', reason };
  });
  return problems.length ? refuse({ code: 'malformed', problems }) : ok(marks);
}
