import type { Attempt } from '../attempt/attempt.ts';
import { anchorsOf, type Anchor } from '../scenario/anchors.ts';
import type { PublishedScenario } from '../scenario/published.ts';
import type { Level } from '../scenario/words.ts';

/** A scenario in which somebody can still add evidence: only the first time through counts. */
export interface Opening {
  slug: string;
  title: string;
  /** Begun and not finished yet. */
  begun: boolean;
  anchors: readonly Anchor[];
}

type Version = Pick<PublishedScenario, 'slug' | 'anchors'> & { scenario: { title: string } };

/** What somebody can still play as evidence: what they have begun, then what they have not. */
export function listOpenings(
  playable: readonly Version[],
  attempts: readonly { attempt: Attempt; version: Version }[],
): Opening[] {
  const toOpening = ({ slug, scenario, anchors }: Version, begun: boolean): Opening => ({
    slug,
    title: scenario.title,
    begun,
    anchors,
  });
  const known = new Set(attempts.map(({ attempt }) => attempt.slug));
  return [
    ...attempts
      .filter(({ attempt }) => attempt.mode === 'assessed' && !attempt.finishedAt)
      .map(({ version }) => toOpening(version, true)),
    ...playable.filter(({ slug }) => !known.has(slug)).map((version) => toOpening(version, false)),
  ];
}

/** The first opening that would count towards a claim, and is none of the scenarios left out. */
export const findOpening = (
  openings: readonly Opening[],
  claim: { competency: string; level: Level },
  without: ReadonlySet<string> = new Set(),
): Opening | undefined =>
  openings.find(({ slug, anchors }) => !without.has(slug) && anchorsOf(anchors, claim).length > 0);
