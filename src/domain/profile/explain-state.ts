import type { Weighed } from './decide-state.ts';
import type { NextThing, State } from './state.ts';
import type { Practice } from './weigh-practice.ts';

const count = (number: number, one: string, many = `${one}s`) =>
  `${number} ${number === 1 ? one : many}`;
const toQuarters = (credit: number) => String(Math.round(credit * 4) / 4);

/** The words that entrustment levels go by, 1 to 5. */
export const entrustmentWords = [
  'watch only',
  'with someone beside',
  'with someone nearby',
  'alone within limits',
  'can guide others',
] as const;

/** Why a claim stands where it does, and the one next thing that would settle it. */
export function explainState(
  state: State,
  weighed: Weighed,
): { because: string[]; next: NextThing } {
  return {
    because: [...aboutHarm(weighed), aboutJudgement(weighed), aboutPractice(weighed)],
    next: nextThing(state, weighed),
  };
}

function aboutHarm({ concerns }: Weighed): string[] {
  const open = concerns.filter((concern) => concern.open).length;
  const closed = concerns.length - open;
  return [
    ...(open
      ? [
          `${count(open, 'choice')} would have done harm and ${open === 1 ? 'is' : 'are'} not settled yet.`,
        ]
      : []),
    ...(closed
      ? [
          `${count(closed, 'earlier concern')} ${closed === 1 ? 'was' : 'were'} worked through and settled.`,
        ]
      : []),
  ];
}

function aboutJudgement({ judgement, level, policy }: Weighed): string {
  const least = policy.levels[level].judgement;
  const old = judgement.older
    ? ` ${count(judgement.older, 'earlier decision')} ${judgement.older === 1 ? 'is' : 'are'} too old to count.`
    : '';
  if (!judgement.anchors)
    return `No decision in a finished scenario bears on level ${level}${old ? ' now' : ' yet'}.${old}`;
  const basis = `${count(judgement.anchors, 'decision')} in ${count(judgement.scenarios, 'scenario')}, credit ${toQuarters(judgement.credit)} of ${judgement.anchors}`;
  const says =
    judgement.verdict === 'supports'
      ? 'They point to sound judgement.'
      : judgement.verdict === 'not-yet'
        ? 'They point to "not yet".'
        : 'That is too little to tell.';
  const amount = judgement.enough
    ? ''
    : ` The level asks for ${least.anchors} decisions in ${least.scenarios} scenarios on ${least.days} days${least['non-routine'] ? `, ${least['non-routine']} of them non-routine` : ''}.`;
  return `Judgement: ${basis}. ${says}${amount}${old}`;
}

function aboutPractice({ practice, level, policy }: Weighed): string {
  const least = policy.levels[level].practice;
  const asked = `${count(least.observations, 'observation')} at "${entrustmentWords[least.entrustment - 1]}" or better`;
  if (!practice.observations) return `Practice: not seen yet. The level asks for ${asked}.`;
  const seen = practice.observations === 1 ? oneSeen(practice) : manySeen(practice);
  const caution = ' So few show that it was done safely, not that it always is.';
  return `Practice: ${seen}. The level asks for ${asked}.${practice.verdict === 'supports' ? caution : ''}`;
}

const trust = (entrustment: number) => `"${entrustmentWords[entrustment - 1]}"`;
const oneSeen = ({ median }: Practice) => `1 observation, at ${trust(median!)}`;
const manySeen = ({ observations, median, lowestRecent }: Practice) =>
  `${observations} observations, the middle one at ${trust(median!)}, the lowest of the latest at ${trust(lowestRecent!)}`;

function nextThing(
  state: State,
  { judgement, practice, discussions, concerns, level, policy }: Weighed,
): NextThing {
  const open = concerns.find((concern) => concern.open);
  if (open && !open.debriefedAt)
    return {
      kind: 'talk',
      text: 'Talk through the choice that would have done harm, and record that you did.',
    };
  if (open && !open.parallelAt)
    return {
      kind: 'play',
      text: 'Play another scenario on this competency and choose safely in it.',
    };
  if (open) return { kind: 'observe', text: 'Be seen doing this task safely at work.' };
  if (state === 'conflict')
    return {
      kind: 'talk',
      text: 'Sit down together: decisions and practice say different things. Then arrange one more observation.',
    };
  const least = policy.levels[level];
  if (state === 'due-for-review')
    return practice.stale
      ? { kind: 'observe', text: 'Be observed again: the last time is too long ago.' }
      : {
          kind: 'play',
          text: 'Play another scenario on this: the last decisions are too long ago.',
        };
  if (!judgement.enough)
    return { kind: 'play', text: playMore(judgement.anchors, level, least.judgement.anchors) };
  if (practice.verdict !== 'supports') {
    const { observations, entrustment, observers, tasks } = least.practice;
    const short = Math.max(1, observations - practice.atLevel);
    const byOther = practice.observers > 0 && practice.observers < observers;
    const ofOther = practice.tasks > 0 && practice.tasks < tasks;
    return {
      kind: 'observe',
      text: `Be observed at work${byOther ? ' by somebody else' : ''}${ofOther ? ', in another kind of task' : ''}: ${count(short, 'observation')} more at "${entrustmentWords[entrustment - 1]}" or better.`,
    };
  }
  if (discussions < least.discussions)
    return {
      kind: 'discuss',
      text: 'Hold a professional discussion about the reasons. In Practice cannot record one yet.',
    };
  return { kind: 'none', text: 'Nothing is missing now.' };
}

const playMore = (have: number, level: number, need: number) =>
  have < need
    ? `Play another scenario that bears on this: ${count(need - have, 'more decision')} at level ${level} would be enough if sound.`
    : 'Play another scenario that bears on this, so that the decisions become clear.';
