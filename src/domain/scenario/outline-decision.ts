import type { Decision } from './decision.ts';
import type { Guard } from './guard.ts';
import type { Prose } from './prose.ts';
import { sayGuard } from './say-guard.ts';
import type { Scenario } from './schema.ts';
import { sayKeys, type StoryKey } from './story-keys.ts';
import { storyOptions, type StoryOption } from './story-options.ts';
import {
  sayEffects,
  sayTarget,
  tellAll,
  type Naming,
  type OutlineMove,
  type ToldPart,
} from './story-telling.ts';
import type { Target } from './target.ts';
import type { Effects } from './world.ts';

export interface OutlineOption extends OutlineMove, StoryOption {
  keys: StoryKey[];
}

export interface OutlineDecision {
  prompt: string;
  options: OutlineOption[];
  /** What is to be said something about, where reasons are asked for. */
  asks: string[];
  /** What follows whatever is decided, where no option leads anywhere by itself. */
  after?: OutlineMove;
  weigh: ToldPart[];
}

/** What any option may hold beside its key; which of it there is depends on the kind of decision. */
type Offered = Effects & {
  when?: Guard | undefined;
  followed?: Prose | undefined;
  to?: Target | undefined;
};

const offeredIn = (decision: Decision, id: string): Offered =>
  decision.kind === 'rationale' || decision.kind === 'rate' ? {} : (decision.options[id] ?? {});

/** A decision in words: what is offered, what each is worth and where it leads. */
export function outlineDecision(
  decision: Decision,
  scenario: Scenario,
  naming: Naming,
): OutlineDecision {
  const options = storyOptions(decision).map((option): OutlineOption => {
    const offered = offeredIn(decision, option.id);
    return {
      ...option,
      label: option.text,
      ...(offered.when && { when: sayGuard(offered.when, scenario) }),
      changes: sayEffects(offered, scenario),
      tells: tellAll(offered.followed, scenario),
      leads: offered.to === undefined ? [] : sayTarget(offered.to, scenario, naming),
      keys: sayKeys(decision, option.id, scenario),
    };
  });
  return {
    prompt: decision.prompt,
    options,
    asks: decision.kind === 'rationale' ? decision.asks : [],
    ...(decision.kind !== 'best-action' && {
      after: {
        label: 'Whatever is decided',
        changes: sayEffects(decision, scenario),
        tells: tellAll(decision.followed, scenario),
        leads: sayTarget(decision.to, scenario, naming),
      },
    }),
    weigh: tellAll(decision.weigh, scenario),
  };
}
