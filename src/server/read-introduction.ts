import type { Person } from '#domain/access/person.ts';
import type { PublishedScenario } from '#domain/scenario/published.ts';
import { citedStandards, type CitedStandards } from '#domain/competency/cited-standards.ts';
import { citedEdition } from '#domain/competency/editions.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { listAttemptsOf, type Database } from '#db';
import { findPlayable, loadVersion } from './content/load-version.ts';
import { readFrameworks } from './content/read-frameworks.ts';
import { planNextAttempt } from './plan-next-attempt.ts';
import { toCard, type ScenarioCard } from '#domain/scenario/scenario-card.ts';

/** What is said of a scenario before it is begun. */
export interface Introduction extends ScenarioCard {
  purpose: string;
  provisional: boolean;
  people: { id: string; name: string; about: string }[];
  claims: { competency: string; title: string; level: 2 | 3 }[];
  /** Care Certificate standards that it bears on, by the edition that it cites. */
  certificate: CitedStandards;
  /** What a new attempt would be, or the one already open. */
  mode: 'assessed' | 'practice';
  /** Whether they have played it before. Practice without that comes from having seen its keys. */
  played: boolean;
  openAttemptId: string | null;
  support: PublishedScenario['scenario']['support'];
}

/** Reads the introduction to a scenario for somebody. */
export async function readIntroduction(
  db: Database,
  person: Pick<Person, 'id'>,
  slug: string,
): Promise<Result<Introduction, { code: 'not-found' }>> {
  const offered = await findPlayable(db, slug);
  if (!offered) return refuse({ code: 'not-found' });
  const attempts = await listAttemptsOf(db, person.id);
  const open = attempts.find((attempt) => attempt.slug === slug && !attempt.finishedAt);
  const { form, mode } = open ?? (await planNextAttempt(db, person.id, offered, attempts));
  const version = await loadVersion(db, open?.versionHash ?? offered.hash, form);
  const { scenario } = version;
  const { competencies, editions } = await readFrameworks();
  // Nothing is published that cites an edition which is not there.
  const edition = citedEdition(editions.certificate, scenario)!;
  return ok({
    ...toCard(version),
    purpose: scenario.purpose,
    provisional: scenario.status === 'provisional',
    people: Object.entries(scenario.people).map(([id, { name, about }]) => ({ id, name, about })),
    claims: scenario.claims.map(({ competency, level }) => ({
      competency,
      level,
      title: competencies.competencies[competency]!.title,
    })),
    certificate: citedStandards(edition, scenario.certificate),
    mode,
    played: attempts.some((attempt) => attempt.slug === slug && attempt.finishedAt !== null),
    openAttemptId: open?.id ?? null,
    support: scenario.support,
  });
}
