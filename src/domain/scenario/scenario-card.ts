import type { PublishedScenario } from './published.ts';

/** A scenario as its card on the home page shows it. */
export interface ScenarioCard {
  slug: string;
  title: string;
  level: 2 | 3;
  setting: string;
  summary: string;
  takes: [number, number];
  warning: string | undefined;
  /** Somebody of the story, to be drawn on the card. */
  face: { version: string; person: string };
}

/** A scenario's card: only what may be known before it is played. */
export function toCard({ slug, address, scenario }: PublishedScenario): ScenarioCard {
  const { title, level, setting, summary, takes, warning } = scenario;
  const person = Object.keys(scenario.people)[0]!;
  return {
    slug,
    title,
    level,
    setting,
    summary,
    takes,
    warning,
    face: { version: address, person },
  };
}
