import { describe, expect, test } from 'vitest';
import { scoreAnswer } from '../evidence/score-answer.ts';
import { isAnswerTo, problemIn } from '../scenario/answer.ts';
import { Decision } from '../scenario/decision.ts';
import { chanceFor } from './chance.ts';
import { chooseAnswer } from './choose-answer.ts';
import { drawWorker, onTheDay, rateSeen } from './simulated-worker.ts';

const why = 'A reason that is long enough to be one.';
const common = {
  prompt: 'What do you do?',
  level: 2,
  routine: true,
  initiative: 'own',
  competencies: ['IP-01'],
  indicators: ['L2-S1'],
  weigh: 'What would be weighed.',
};
const act = (credit: number, harmful?: string[]) => ({
  text: 'Do this.',
  to: 'end',
  key: { credit: { 'IP-01': credit }, why, ...(harmful && { harmful }) },
});
const decisions: Record<string, Decision> = {
  'best-action': Decision.parse({
    kind: 'best-action',
    ...common,
    options: { best: act(1), second: act(0.5), third: act(0.25), harm: act(0, ['IP-01']) },
  }),
  pick: Decision.parse({
    kind: 'pick',
    ...common,
    to: 'end',
    pick: 2,
    options: Object.fromEntries(
      ['a', 'b', 'c', 'd', 'e'].map((id) => [
        id,
        { text: 'Take this.', key: { right: 'ab'.includes(id), why } },
      ]),
    ),
  }),
  rate: Decision.parse({
    kind: 'rate',
    ...common,
    to: 'end',
    scale: ['not', 'hardly', 'fairly', 'very'],
    options: Object.fromEntries(
      ['a', 'b', 'c', 'd'].map((id, at) => [
        id,
        { text: 'Rate this.', key: { rating: at + 1, why } },
      ]),
    ),
  }),
  rank: Decision.parse({
    kind: 'rank',
    ...common,
    to: 'end',
    options: Object.fromEntries(
      ['a', 'b', 'c', 'd', 'e'].map((id, at) => [
        id,
        { text: 'Place this.', key: { place: at + 1, why } },
      ]),
    ),
  }),
};
const world = { facts: {}, known: [], minutes: 0 };
const often = 3000;

function playOften(kind: string, judges: number, careful = false) {
  const chance = chanceFor(1, `${kind} ${judges}`);
  const decision = decisions[kind]!;
  return Array.from({ length: often }, () => {
    const judgement = { 'IP-01': judges };
    const answer = chooseAnswer(decision, world, { judgement, careful }, chance);
    // Asking thousands of times by "expect" would take most of the time.
    if (!isAnswerTo(decision, answer) || problemIn(decision, answer, 'words'))
      throw new Error(`"${answer}" is no answer.`);
    return scoreAnswer(decision, answer, world).get('IP-01')!;
  });
}
const mean = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

describe('what somebody chooses is worth what they are', () => {
  test.each(
    ['best-action', 'pick', 'rank', 'rate'].flatMap((kind) =>
      [0.6, 0.7, 0.8, 0.95].map((judges) => [kind, judges] as const),
    ),
  )('%s, at %d', (kind, judges) => {
    const near = kind === 'best-action' || kind === 'pick' ? 0.03 : 0.1;
    const credit = mean(playOften(kind, judges).map((worth) => worth.credit));
    expect(Math.abs(credit - judges)).toBeLessThan(near);
  });

  test('harm is rare, rarer for the able, and never chosen by the careful', () => {
    const harms = (judges: number, careful?: boolean) =>
      playOften('best-action', judges, careful).filter(({ harmful }) => harmful).length;
    expect(harms(0.5)).toBeGreaterThan(harms(0.9));
    expect(harms(0.5)).toBeLessThan(0.1 * often);
    expect(harms(0.5, true)).toBe(0);
  });
});

describe('a made-up worker', () => {
  const names = ['IP-01', 'IP-02'];
  const spread = { least: 0.45, most: 0.97, does: 0 };
  const draw = (seed: number) => drawWorker(chanceFor(seed, 'ann'), 'ann', names, spread);

  test('is the same for the same seed, and another for another', () => {
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  test('has better and worse days, and is on average as they are', () => {
    const worker = { username: 'ann', judgement: { 'IP-01': 0.8 }, practice: { 'IP-01': 3 } };
    const chance = chanceFor(5, 'days');
    const days = Array.from({ length: often }, () => onTheDay(worker, chance)['IP-01']!);
    expect(Math.max(...days) - Math.min(...days)).toBeGreaterThan(0.2);
    expect(mean(days)).toBeCloseTo(0.8, 2);
  });

  test('is trusted less by whom is severe, always by one of the five steps', () => {
    const chance = chanceFor(6, 'seen');
    const rated = (severity: number) =>
      Array.from({ length: 500 }, () => rateSeen(3, { username: 'x', severity }, chance));
    expect(new Set([...rated(-3), ...rated(-1), ...rated(0), ...rated(1), ...rated(3)])).toEqual(
      new Set([1, 2, 3, 4, 5]),
    );
    expect(mean(rated(-1.2))).toBeLessThan(mean(rated(0)) - 1);
  });
});
