import type { Level } from '../scenario/words.ts';
import type { Weighed } from './decide-state.ts';
import { entrustmentWords } from './entrustment-words.ts';
import type { Concern } from './find-concerns.ts';
import { findOpening, type Opening } from './openings.ts';
import { sayCount } from './say-count.ts';
import type { NextThing, State } from './state.ts';

/** The one next thing that would settle a claim, among those that can be done now. */
export function nextThing(state: State, weighed: Weighed): NextThing {
  const { judgement, practice, discussions, concerns, competency, level, openings } = weighed;
  const steps = concerns
    .filter((concern) => concern.open)
    .map((concern) => settleConcern(concern, weighed));
  const settles = steps.find(({ kind }) => kind !== 'wait') ?? steps[0];
  if (settles) return settles;
  if (state === 'conflict')
    return {
      kind: 'talk',
      text: 'Sit down together: decisions and practice say different things. Then arrange one more observation.',
    };
  if (state === 'due-for-review' && practice.stale)
    return { kind: 'observe', text: 'Be observed again: the last time is too long ago.' };
  if (!judgement.enough) {
    const opening = findOpening(openings, { competency, level });
    if (opening) return { kind: 'play', text: playMore(opening, weighed), slug: opening.slug };
    const waits = `${noneLeft(level)}: judgement waits until one is written.`;
    return practice.verdict === 'supports'
      ? { kind: 'wait', text: waits }
      : { kind: 'observe', text: `${beObserved(weighed)} ${waits}` };
  }
  if (practice.verdict !== 'supports') return { kind: 'observe', text: beObserved(weighed) };
  if (discussions < weighed.policy.levels[level].discussions)
    return {
      kind: 'discuss',
      text: 'Hold a professional discussion about the reasons, and record what was shown.',
    };
  return { kind: 'none', text: 'Nothing is missing now.' };
}

function settleConcern(concern: Concern, { competency, concerns, openings }: Weighed): NextThing {
  const { level, finishedAt, attemptId, slug } = concern.evidence;
  if (finishedAt === null) return { kind: 'play', text: 'Finish the scenario first.', slug };
  if (!concern.debriefedAt)
    return {
      kind: 'talk',
      text: 'Talk through the choice that would have done harm, and record that you did.',
      attemptId,
    };
  // A scenario in which harm was chosen settles nothing, however it goes on.
  const harmed = concerns.map(({ evidence }) => evidence);
  const opening = findOpening(openings, { competency, level }, ({ slug, form, again, anchors }) => {
    if (harmed.some((one) => one.slug === slug && one.form === form)) return false;
    const isSame = slug === concern.evidence.slug;
    // Another form of the same scenario settles what was chosen at that very moment of it.
    if (isSame) return anchors.some(({ name }) => name === concern.evidence.anchor);
    return !again;
  });
  if (!concern.parallelAt && opening)
    return { kind: 'play', text: `${play(opening)} and choose safely in it.`, slug: opening.slug };
  const waits = `${noneLeft(level, 'No other scenario')}: the concern stays open until one is written.`;
  if (concern.observedAt) return { kind: 'wait', text: waits };
  const observe = 'Be seen doing this task safely at work.';
  return { kind: 'observe', text: concern.parallelAt ? observe : `${observe} ${waits}` };
}

const play = ({ begun, again, title }: Opening) =>
  `${begun ? 'Finish' : 'Play'} “${title}”${again ? ' again, as it is told another way,' : ''}`;

const noneLeft = (level: Level, which = 'No scenario') =>
  `${which} on this${level === 3 ? ' at level 3' : ''} is left to play`;

function playMore(opening: Opening, { judgement, level, policy }: Weighed): string {
  if (judgement.lapsed) return `${play(opening)}: the last decisions are too long ago.`;
  const least = policy.levels[level].judgement;
  const short: [number, string][] = [
    [least.anchors - judgement.anchors, `level ${level} decision`],
    [least['non-routine'] - judgement.nonRoutine, 'non-routine decision'],
    [least.scenarios - judgement.scenarios, 'scenario'],
    [least.days - judgement.days, 'day'],
  ];
  const missing = short.filter(([number]) => number > 0);
  if (!missing.length) return `${play(opening)}, so that the decisions become clear.`;
  return `${play(opening)}. Still missing: ${missing.map(([number, one]) => sayCount(number, one)).join(', ')}.`;
}

function beObserved({ practice, level, policy }: Weighed): string {
  const { observations, entrustment, observers, tasks } = policy.levels[level].practice;
  const short = Math.max(1, observations - practice.atLevel);
  const byOther = practice.observers > 0 && practice.observers < observers;
  const ofOther = practice.tasks > 0 && practice.tasks < tasks;
  return `Be observed at work${byOther ? ' by somebody else' : ''}${ofOther ? ', in another kind of task' : ''}: ${sayCount(short, 'observation')} more at "${entrustmentWords[entrustment - 1]}" or better.`;
}
