import { may } from '../access/permissions.ts';
import type { Actor } from '../access/person.ts';
import type { NextThing } from '../profile/state.ts';
import type { Level } from '../scenario/words.ts';

/** A link that does one thing, in the words of a button. */
export interface OneAction {
  href: string;
  words: string;
}

/** What a claim is about: whose it is, and what. */
export interface Claim {
  personId: string;
  competency: string;
  level: Level;
}

/** Where the next thing about a claim is arranged. */
export const arrangeAt = ({ personId, competency, level }: Claim): string =>
  `/people/${personId}/arrange?competency=${competency}&level=${level}`;

const words: Record<Exclude<NextThing['kind'], 'none' | 'wait'>, string> = {
  play: 'Ask them to play it',
  observe: 'Arrange to see it',
  talk: 'Arrange the talk',
  discuss: 'Arrange the discussion',
};

/**
 * The one thing that this reader can do about what is next: a worker plays, whoever observes arranges
 * it. Nothing where somebody else has to, or where nothing can be done now.
 */
export function nextAction(next: NextThing, viewer: Actor, claim: Claim): OneAction | null {
  const { kind, slug } = next;
  if (kind === 'none' || kind === 'wait') return null;
  if (viewer.id === claim.personId)
    return kind === 'play' && slug ? { href: `/scenarios/${slug}`, words: 'Play it' } : null;
  // Whoever reads a claim of somebody else shares a service with them.
  const person = { id: claim.personId, services: viewer.services };
  const allowed = may(viewer, kind === 'play' ? 'assign' : 'arrange', person);
  return allowed ? { href: arrangeAt(claim), words: words[kind] } : null;
}
