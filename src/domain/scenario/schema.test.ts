import { describe, expect, test } from 'vitest';
import { soundInput } from '../../../tests/support/sound-scenario.ts';
import { option, type ScenarioInput } from '../../../tests/support/tiny-scenario.ts';
import { Scenario } from './schema.ts';

type Change = (input: ScenarioInput) => void;
const hall = (input: ScenarioInput) => input.scenes['hall']!;

describe('a scenario as written', () => {
  test('is read with what its author left out filled in', () => {
    expect(Scenario.parse({ ...soundInput(), facts: undefined }).facts).toEqual({});
    expect(Scenario.parse(soundInput()).scenes['hall']!.decision!.weight).toBe(1);
  });

  test.each<[string, string, Change]>([
    [
      'a field nobody knows',
      'scenes.hall',
      (input) => Object.assign(hall(input), { colour: 'red' }),
    ],
    ['another format', 'format', (input) => Object.assign(input, { format: 2 })],
    ['level 4', 'level', (input) => Object.assign(input, { level: 4 })],
    [
      'no claim',
      'claims',
      (input) => {
        input.claims = [];
      },
    ],
    [
      'a clock past midnight',
      'clock',
      (input) => {
        input.clock = '24:00';
      },
    ],
    [
      'credit over 1',
      'scenes.hall.decision.options.ask.key.credit.IP-01',
      (input) => {
        hall(input).decision!.options['ask']!.key.credit['IP-01'] = 1.5;
      },
    ],
    [
      'credit under 0',
      'scenes.hall.decision.options.ask.key.credit.IP-01',
      (input) => {
        hall(input).decision!.options['ask']!.key.credit['IP-01'] = -0.5;
      },
    ],
    [
      'a weight of nothing',
      'scenes.hall.decision.weight',
      (input) => {
        hall(input).decision!.weight = 0;
      },
    ],
    [
      'a reason that says nothing',
      'scenes.hall.decision.options.ask.key.why',
      (input) => {
        hall(input).decision!.options['ask']!.key.why = 'Because.';
      },
    ],
    [
      'minutes that run back',
      'scenes.hall.finds.plan.minutes',
      (input) => {
        hall(input).finds!['plan']!.minutes = -1;
      },
    ],
    [
      'a name with spaces',
      'scenes.Front Door',
      (input) => {
        input.scenes['Front Door'] = hall(input);
      },
    ],
    [
      'a name that every object has',
      'scenes.constructor',
      (input) => {
        (input.scenes as Record<string, unknown>)['constructor'] = hall(input);
      },
    ],
    [
      'leading to such a name',
      'scenes.kitchen.next.to',
      (input) => {
        input.scenes['kitchen']!.next!.to = 'constructor';
      },
    ],
    [
      'a mood nobody can draw',
      'scenes.stairs.people.ada',
      (input) => {
        Object.assign(input.scenes['stairs']!.people!, { ada: 'smug' });
      },
    ],
    [
      'an option without a key',
      'scenes.hall.decision.options.ask.key',
      (input) => {
        delete (hall(input).decision!.options['ask'] as Partial<ReturnType<typeof option>>).key;
      },
    ],
  ])('is refused with %s', (_, path, change) => {
    const input = soundInput();
    change(input);
    const read = Scenario.safeParse(input);
    expect(read.error?.issues.map((issue) => issue.path.join('.'))).toContain(path);
  });
});
