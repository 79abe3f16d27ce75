import type { Attempt } from '../attempt/attempt.ts';
import { anchorsOf, type Anchor } from '../scenario/anchors.ts';
import type { PublishedScenario } from '../scenario/published.ts';
import type { Level } from '../scenario/words.ts';

/** A scenario in which somebody can still add evidence: only the first time through counts. */
export interface Opening {
  slug: string;
  title: string;
  /** Which of its equal forms; empty where there is only one. */
  form: string;
  /** They have had another form of it, so this one is only for settling harm chosen there. */
  again: boolean;
  /** Begun and not finished yet. */
  begun: boolean;
  anchors: readonly Anchor[];
}

type Taken = Pick<Attempt, 'slug' | 'form' | 'mode' | 'finishedAt'>;

type Version = Pick<PublishedScenario, 'slug' | 'anchors' | 'form' | 'forms'> & {
  scenario: { title: string };
};

/** What somebody can still play as evidence: what they have begun, then what they have not. */
export function listOpenings(
  playable: readonly Version[],
  attempts: readonly { attempt: Taken; version: Version }[],
): Opening[] {
  const toOpening = (
    { slug, form, scenario, anchors }: Version,
    how: Pick<Opening, 'begun' | 'again'>,
  ): Opening => ({ slug, form, title: scenario.title, ...how, anchors });
  const had = Map.groupBy(attempts, ({ attempt }) => attempt.slug);
  return [
    ...attempts
      .filter(({ attempt }) => attempt.mode === 'assessed' && !attempt.finishedAt)
      .map(({ version }) => toOpening(version, { begun: true, again: false })),
    ...playable
      .filter(({ slug }) => !had.has(slug))
      .map((version) => toOpening(version, { begun: false, again: false })),
    ...playable.flatMap((version) => {
      const earlier = had.get(version.slug);
      if (!earlier || earlier.some(({ attempt }) => !attempt.finishedAt)) return [];
      const seen = earlier.map(({ attempt }) =>
        version.forms.includes(attempt.form) ? attempt.form : version.forms[0],
      );
      const form = version.forms.find((one) => !seen.includes(one));
      return form ? [toOpening({ ...version, form }, { begun: false, again: true })] : [];
    }),
  ];
}

/** The first opening that would count towards a claim, of those that will do. */
export const findOpening = (
  openings: readonly Opening[],
  claim: { competency: string; level: Level },
  willDo: (opening: Opening) => boolean = ({ again }) => !again,
): Opening | undefined =>
  openings.find((opening) => willDo(opening) && anchorsOf(opening.anchors, claim).length > 0);
