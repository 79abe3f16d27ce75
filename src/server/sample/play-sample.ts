import type { Person } from '#domain/access/person.ts';
import { scoreAnswer } from '#domain/evidence/score-answer.ts';
import type { Database } from '#db';
import { answerSample, type Manner } from './answer-sample.ts';
import { playThrough } from './play-through.ts';

/**
 * Plays a scenario as somebody of the sample does, to its end or for so many moves. Where reasons are
 * asked for, `words` are given. Returns the attempt's id.
 */
export async function playSample(
  db: Database,
  person: Person,
  slug: string,
  manner: Manner,
  startedAt: string,
  moves?: number,
  words?: string,
): Promise<string> {
  let decided = 0;
  let harmed = false;
  return playThrough(
    db,
    person,
    slug,
    startedAt,
    (decision, world) => {
      const choice = answerSample(decision, world, manner, { decided, harmed });
      harmed ||= scoreAnswer(decision, choice, world)
        .values()
        .some((one) => one.harmful);
      decided += 1;
      return { choice, words, confidence: decided % 3 === 0 ? 'sure' : 'fairly-sure' };
    },
    { moves },
  );
}
