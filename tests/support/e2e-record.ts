import type { Database } from '#db';
import type { Person } from '#domain/access/person.ts';
import { londonDate } from '#domain/london-time.ts';
import type { Task } from '#domain/observation/tasks.ts';
import { gatherTexts } from '#server/reasons/gather-texts.ts';
import { holdDiscussion } from '#server/reasons/hold-discussion.ts';
import { markReasons } from '#server/reasons/mark-reasons.ts';
import { playSample } from '#server/sample/play-sample.ts';
import { observeMadeUp } from '#server/simulation/observe-made-up.ts';
import { must } from '#server/simulation/must.ts';

/** What the journeys about assurance look at: recording, which four level 3 scenarios bear on. */
export const recording = { id: 'IP-17', title: 'Recording and keeping information safe' };

/** The afternoon of a day so many days ago. */
export const daysAgo = (days: number): string =>
  `${new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)}T17:00:00.000Z`;

const reasons =
  'I wrote down what I saw and when, and left out what I only guessed. I told the senior before the next visit, because it could not wait.';

/** Lets a worker be seen at recording so many times, by observers who take turns, in two kinds of task. */
export async function seeRecording(
  db: Database,
  worker: Person,
  observers: readonly Person[],
  times: number,
  firstDay = 20,
): Promise<void> {
  const tasks: Task[] = ['medicines-round', 'handover'];
  for (let at = 0; at < times; at += 1)
    await observeMadeUp(db, observers[at % observers.length]!, worker, daysAgo(firstDay - at), {
      task: tasks[at % tasks.length]!,
      trust: { [recording.id]: 5 },
      seen: 'Wrote it down at once, with the time, and in the words of the person.',
      personSaid: '',
    });
}

/** Gives a worker all that level 3 asks for in recording: decisions, marked reasons, visits and a discussion. */
export async function reachLevel3(
  db: Database,
  worker: Person,
  [first, second]: readonly [Person, Person],
): Promise<void> {
  const slugs = ['between-us', 'number-please', 'somebody-elses-thursday', 'the-third-box'];
  for (const [at, slug] of slugs.entries())
    await playSample(db, worker, slug, 'sound', daysAgo(40 - at), undefined, reasons);
  for (const { moveId, indicators } of await gatherTexts(db, { personId: worker.id })) {
    const marks = indicators.flatMap((id) => [
      [`mark-${id}`, 'shown'],
      [`reason-${id}`, 'Says what was seen and why it could not wait.'],
    ]);
    must(await markReasons(db, first, moveId, Object.fromEntries(marks), daysAgo(30)));
  }
  await seeRecording(db, worker, [first, second], 6);
  const discussion = {
    competency: recording.id,
    level: 3,
    heldOn: londonDate(daysAgo(10)),
    probed: 'What they would leave out of a record, and how they know.',
    shown: 'Told fact from guess in three cases, and said who may read what.',
    outcome: 'shown',
  };
  must(await holdDiscussion(db, first, worker.id, discussion, daysAgo(10)));
}
