import type { Person } from '#domain/access/person.ts';
import type { PublishedScenario } from '#domain/scenario/published.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { listAttemptsOf, type Database } from '#db';
import { findPlayable } from './content/load-version.ts';
import { readFrameworks } from './content/read-frameworks.ts';
import { toCard, type ScenarioCard } from '#domain/scenario/scenario-card.ts';

/** What is said of a scenario before it is begun. */
export interface Introduction extends ScenarioCard {
  purpose: string;
  provisional: boolean;
  people: { id: string; name: string; about: string }[];
  claims: { competency: string; title: string; level: 2 | 3 }[];
  /** Care Certificate standards that it bears on, and the edition that they are cited from. */
  certificate: { edition: string; standards: string[] };
  /** What a new attempt would be, or the one already open. */
  mode: 'assessed' | 'practice';
  openAttemptId: string | null;
  support: PublishedScenario['scenario']['support'];
}

/** Reads the introduction to a scenario for somebody. */
export async function readIntroduction(
  db: Database,
  person: Pick<Person, 'id'>,
  slug: string,
): Promise<Result<Introduction, { code: 'not-found' }>> {
  const version = await findPlayable(db, slug);
  if (!version) return refuse({ code: 'not-found' });
  const { scenario } = version;
  const { competencies, certificate } = await readFrameworks();
  const cited = Object.entries(certificate.standards).filter(([, { outcomes }]) =>
    scenario.certificate.some((outcome) => outcome in outcomes),
  );
  const earlier = (await listAttemptsOf(db, person.id)).filter((attempt) => attempt.slug === slug);
  const open = earlier.find((attempt) => !attempt.finishedAt);
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
    certificate: {
      edition: String(certificate.edition),
      standards: cited.map(([number, { title }]) => `${number} ${title}`),
    },
    mode: open?.mode ?? (earlier.some(({ mode }) => mode === 'assessed') ? 'practice' : 'assessed'),
    openAttemptId: open?.id ?? null,
    support: scenario.support,
  });
}
