import type { Attempt } from '#domain/attempt/attempt.ts';
import { planAttempt, type PlannedAttempt } from '#domain/attempt/plan-attempt.ts';
import { stillAsked } from '#domain/attempt/still-asked.ts';
import type { PublishedScenario } from '#domain/scenario/published.ts';
import { hasReadKeys, listAssignments, listHarmedScenarios, type Database } from '#db';

/** What a new attempt of somebody at a scenario would be, given all their attempts. */
export async function planNextAttempt(
  db: Database,
  personId: string,
  { slug, forms }: Pick<PublishedScenario, 'slug' | 'forms'>,
  attempts: readonly Attempt[],
): Promise<PlannedAttempt> {
  const earlier = attempts.filter((attempt) => attempt.slug === slug);
  const [knowsKeys, harmed, asked] = await Promise.all([
    hasReadKeys(db, personId, slug),
    listHarmedScenarios(db, personId),
    listAssignments(db, personId),
  ]);
  const isAsked = stillAsked(asked, attempts).some((one) => one.slug === slug);
  const mayRetake = harmed.includes(slug) || isAsked;
  return planAttempt({ personId, slug, forms, earlier, mayRetake, knowsKeys });
}
