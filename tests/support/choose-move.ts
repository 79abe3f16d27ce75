import { actionsIn } from '#domain/scenario/decision.ts';
import { movesAt, type Moment } from '#domain/scenario/moment.ts';
import type { Scenario } from '#domain/scenario/schema.ts';
import type { Move } from '#domain/scenario/to-machine.ts';

/** Ways of playing: what is worth most or least, or what is written first or last. */
export const manners = ['best', 'worst', 'first', 'last'] as const;
export type Manner = (typeof manners)[number];

/** The move that somebody of that manner makes, who may look at everything first. */
export function chooseMove(
  scenario: Scenario,
  moment: Moment,
  manner: Manner,
  looks: boolean,
  turned: Set<string>,
): Move {
  const moves = movesAt(scenario, moment);
  const find = moves.find(({ type }) => type === 'find');
  if (find && looks) return find;
  const turn = moves.find(({ type }) => type === 'turn');
  // From each moment once, so that both sides are seen and the story yet comes to its end.
  const isNew = turn && !turned.has(moment.scene);
  const others = moves.filter(({ type }) => type !== 'find' && type !== 'turn');
  if (turn && (others.length === 0 || (isNew && looks))) {
    turned.add(moment.scene);
    return turn;
  }
  const worth = ({ choice }: Move) => {
    const key = actionsIn(scenario.scenes[moment.scene]!.decision)[choice]?.key;
    const credit = Object.values(key?.credit ?? {}).reduce((sum, one) => sum + one, 0);
    return credit - (key?.harmful ? 10 : 0);
  };
  if (manner === 'first') return others[0]!;
  if (manner === 'last') return others.at(-1)!;
  const ranked = others.toSorted((a, b) => worth(b) - worth(a));
  return manner === 'best' ? ranked[0]! : ranked.at(-1)!;
}
