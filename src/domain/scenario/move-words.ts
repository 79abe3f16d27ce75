import { ok, refuse, type Result } from '../result.ts';
import { orderIn } from './answer.ts';
import { placed } from './answers-to.ts';
import type { Decision } from './decision.ts';
import { firstMoment, takenMoments } from './moment.ts';
import type { PublishedScenario } from './published.ts';
import type { Move } from './to-machine.ts';

/** A move, with the reasons that it gives where a decision asks for them. */
export interface WrittenMove {
  move: Move;
  words: string | null;
}

const usual =
  'A move is "decide …", "find …", "go-on", "turn …" or, where reasons are asked for, "say …".';

/** Reads a move as golden paths write it, at the decision that is open, or says what it should be. */
export function readMoveWords(
  text: string,
  decision: Decision | undefined,
): Result<WrittenMove, string> {
  const [type = '', ...words] = text.trim().split(/\s+/);
  const plain = (move: Move) => ok({ move, words: null });
  if (type === 'go-on')
    return words.length ? refuse('"go-on" stands alone.') : plain({ type, choice: '' });
  if (type === 'say')
    return decision?.kind === 'rationale'
      ? ok({ move: { type: 'decide', choice: '' }, words: words.join(' ') })
      : refuse('No reasons are asked for here.');
  if (!words.length) return refuse(usual);
  if (type === 'decide')
    return plain({ type, choice: decision?.kind === 'rank' ? placed(words) : words.join(' ') });
  if ((type === 'find' || type === 'turn') && words.length === 1)
    return plain({ type, choice: words[0]! });
  return refuse(usual);
}

/** A move as golden paths write it. */
export function sayMove(move: Move, decision: Decision | undefined): string {
  if (move.type !== 'decide') return `${move.type} ${move.choice}`.trim();
  if (decision?.kind === 'rationale') return 'say …';
  if (decision?.kind === 'rank') return `decide ${orderIn(move.choice).join(' ')}`;
  return `decide ${move.choice}`;
}

/** What may be decided, as golden paths write it: each way alone, or the shape of an answer. */
export function sayWaysToDecide(decision: Decision, offered: readonly string[]): string[] {
  const all = offered.join(' ');
  switch (decision.kind) {
    case 'best-action':
      return offered.map((id) => `decide ${id}`);
    case 'pick':
      return [`decide with ${decision.pick} of: ${all}`];
    case 'rank':
      return [`decide with all in order: ${all}`];
    case 'rate':
      return [`decide ${offered.map((id) => `${id}=1..${decision.scale.length}`).join(' ')}`];
    case 'rationale':
      return ['say …'];
  }
}

/** Moves made from the start of a scenario, as golden paths write them. */
export function sayMoves(
  { scenario, machine }: Pick<PublishedScenario, 'scenario' | 'machine'>,
  moves: readonly Move[],
): string[] {
  let moment = firstMoment(machine);
  return moves.map((move) => {
    const words = sayMove(move, scenario.scenes[moment.scene]?.decision);
    moment = takenMoments(machine, moment, [move])[0]!;
    return words;
  });
}
