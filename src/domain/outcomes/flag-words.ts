import type { Flag } from './flag-items.ts';

/** What was found, and what to do about it, in plain words. */
export interface FlagWords {
  found: string;
  act: string;
}

/** Says a flag so that somebody who never saw a statistic knows what to do next. */
export function sayFlag({ code, options }: Flag): FlagWords {
  const letters = options.join(' or ');
  switch (code) {
    case 'suspect-key':
      return {
        found: 'Those who do better elsewhere in this story do worse here.',
        act: 'Suspect the key before the people. Read the decision with two experienced colleagues who have not seen its answers, and ask each what they would do.',
      };
    case 'weak-item':
      return {
        found: 'How people do here says little about how they do elsewhere in this story.',
        act: 'Read it for a trick, a doubtful word or two right answers. If it turns on something else than the rest, that may be as it should be.',
      };
    case 'too-hard':
      return {
        found: 'Hardly anybody chooses soundly here.',
        act: 'Ask a few people what they were thinking. Either something that matters is not told, or the team needs to talk about this.',
      };
    case 'too-easy':
      return {
        found: 'Nearly everybody chooses soundly here.',
        act: 'It tells nobody apart. Keep it where it must be met all the same; otherwise make another option more tempting.',
      };
    case 'harm-common':
      return {
        found: 'Many would have done harm here.',
        act: 'Talk about it with the whole team now, and name nobody. Then check that the story says plainly what was at stake.',
      };
    case 'unused-option':
      return {
        found: `Hardly anybody chooses ${letters}.`,
        act: 'That is no real choice. Ask what people do wrong in such a moment at work, and write that instead.',
      };
    case 'best-shunned':
      return {
        found: `Those who choose ${letters}, which the key asks for, do worse elsewhere.`,
        act: `Check the key of ${letters} with colleagues who have not seen it. It may be the answer of the wary, not of the wise.`,
      };
    case 'able-choose-it':
      return {
        found: `Those who choose ${letters} do better elsewhere, and the key does not ask for it.`,
        act: `Ask them why. ${letters} may be right for a reason that the key has not thought of.`,
      };
  }
}
