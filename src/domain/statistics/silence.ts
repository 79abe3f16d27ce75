import type { Policy } from '../profile/policy.ts';

/** Whether figures may be shown: not at all, with a warning, or as they are. */
export type Voice = 'silent' | 'caution' | 'plain';

/** What may be said of so many people (method §10). */
export const voiceFor = (people: number, statistics: Policy['statistics']): Voice =>
  people < statistics['hide-under']
    ? 'silent'
    : people < statistics['caution-under']
      ? 'caution'
      : 'plain';

/** Whether a group is large enough to be shown at all: in a smaller one people can be recognised. */
export const mayShowGroup = (people: number, statistics: Policy['statistics']): boolean =>
  people >= statistics['smallest-group'];
