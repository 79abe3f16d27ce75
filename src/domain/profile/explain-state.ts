import type { Weighed } from './decide-state.ts';
import { entrustmentWords } from './entrustment-words.ts';
import { nextThing } from './next-thing.ts';
import { sayCount } from './say-count.ts';
import type { NextThing, State } from './state.ts';
import type { Practice } from './weigh-practice.ts';

const toQuarters = (credit: number) => String(Math.round(credit * 4) / 4);

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
          `${sayCount(open, 'choice')} would have done harm and ${open === 1 ? 'is' : 'are'} not settled yet.`,
        ]
      : []),
    ...(closed
      ? [
          `${sayCount(closed, 'earlier concern')} ${closed === 1 ? 'was' : 'were'} worked through and settled.`,
        ]
      : []),
  ];
}

function aboutJudgement({ judgement, level, policy }: Weighed): string {
  const least = policy.levels[level].judgement;
  const old = judgement.older
    ? ` ${sayCount(judgement.older, 'earlier decision')} ${judgement.older === 1 ? 'is' : 'are'} too old to count.`
    : '';
  if (!judgement.anchors)
    return `No decision in a finished scenario bears on level ${level}${old ? ' now' : ' yet'}.${old}`;
  const basis = `${sayCount(judgement.anchors, 'decision')} in ${sayCount(judgement.scenarios, 'scenario')}, credit ${toQuarters(judgement.credit)} of ${judgement.anchors}`;
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
  const asked = `${sayCount(least.observations, 'observation')} at "${entrustmentWords[least.entrustment - 1]}" or better`;
  if (!practice.observations) return `Practice: not seen yet. The level asks for ${asked}.`;
  const seen = practice.observations === 1 ? oneSeen(practice) : manySeen(practice);
  const caution = ' So few show that it was done safely, not that it always is.';
  return `Practice: ${seen}. The level asks for ${asked}.${practice.verdict === 'supports' ? caution : ''}`;
}

const trust = (entrustment: number) => `"${entrustmentWords[entrustment - 1]}"`;
const oneSeen = ({ median }: Practice) => `1 observation, at ${trust(median!)}`;
const manySeen = ({ observations, median, lowestRecent }: Practice) =>
  `${observations} observations, the middle one at ${trust(median!)}, the lowest of the latest at ${trust(lowestRecent!)}`;
