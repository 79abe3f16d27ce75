import { randomInt } from 'node:crypto';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { advanceAttempt } from '#domain/attempt/advance-attempt.ts';
import type { Attempt, MadeMove } from '#domain/attempt/attempt.ts';
import { buildDebrief } from '#domain/attempt/build-debrief.ts';
import { learnerView } from '#domain/attempt/learner-view.ts';
import { takeMove } from '#domain/attempt/take-move.ts';
import { beginWalk, madeOf } from '#domain/attempt/walk-golden-path.ts';
import type { WrittenMove } from '#domain/scenario/move-words.ts';
import type { PublishedScenario } from '#domain/scenario/published.ts';
import { findScenario } from './find-scenario.ts';
import { readLine, sayUnderstood } from './read-line.ts';
import { sayDebrief } from './say-debrief.ts';
import { showFound, showMoment, showWays } from './show-moment.ts';
import { oneSlug, wholeNumber, type Output, type Verb } from './verb.ts';
import { wrap } from './wrap.ts';

const usage = 'npm run scenario -- play <slug> [--form a] [--seed 7]';

const viewOf = (published: PublishedScenario, attempt: Attempt) =>
  learnerView(published.scenario, attempt, attempt.arrivedBy ?? undefined);
type View = ReturnType<typeof viewOf>;

const sayKnown = ({ known }: View): string[] =>
  known.length
    ? ['', 'What you know', ...known.flatMap(({ note }) => wrap(note, 78, '  '))]
    : ['', 'You have found nothing out yet.'];

/** What is shown after a move: all of a moment that is new, or only what was found out in it. */
const showAfter = (before: View, after: View): string[] =>
  after.scene.id === before.scene.id && after.found.length > before.found.length
    ? showFound(after)
    : showMoment(after);

/**
 * Plays a scenario by lines that somebody types, and tells it line by line. Nothing is kept. Resolves to
 * whether it came to an end before the lines did.
 */
export async function playThrough(
  published: PublishedScenario,
  seed: number,
  lines: AsyncIterable<string>,
  say: Output['say'],
): Promise<boolean> {
  let attempt = beginWalk(published, seed);
  const moves: MadeMove[] = [];
  let view = viewOf(published, attempt);
  const tell = (told: string[]) => [...told, ...showWays(view)].forEach(say);
  const move = (written: WrittenMove): string[] => {
    const taken = takeMove(published, attempt, { step: attempt.step, ...written });
    if (!taken.ok) return ['', ...wrap(sayUnderstood(view))];
    const made = madeOf(attempt, written, taken.value);
    moves.push(made);
    attempt = advanceAttempt(attempt, taken.value, made);
    const before = view;
    view = viewOf(published, attempt);
    return showAfter(before, view);
  };

  tell(showMoment(view));
  for await (const line of lines) {
    if (line.trim() === 'quit') return true;
    if (line.trim() === '?') {
      tell(sayKnown(view));
      continue;
    }
    const read = readLine(line, view);
    if (!read.ok) ['', ...wrap(read.problem)].forEach(say);
    else tell(move(read.value));
    if (!attempt.finishedAt) continue;
    sayDebrief(buildDebrief(published, attempt, moves)).forEach(say);
    return true;
  }
  return false;
}

/** Plays a scenario in the terminal, or by lines from a pipe. */
export const play: Verb = async (args, { say, note }) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { form: { type: 'string' }, seed: { type: 'string' } },
  });
  const slug = oneSlug(positionals, usage);
  const seed = wholeNumber('seed', values.seed, randomInt(1_000_000));
  note(`Checking every path of "${slug}" …`);
  const published = await findScenario(slug, values.form);
  const { title, setting, summary, warning } = published.scenario;
  say(`${title} · ${setting} (seed ${seed})`);
  for (const text of [summary, ...(warning ? ['', warning] : [])]) wrap(text).forEach(say);
  const reader = createInterface({ input: process.stdin, terminal: false });
  try {
    if (await playThrough(published, seed, reader, say)) return 0;
  } finally {
    reader.close();
  }
  note('The lines were over before the story was.');
  return 1;
};
