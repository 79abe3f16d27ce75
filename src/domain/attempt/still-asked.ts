/** Somebody was asked to play a scenario: by when, and when they were asked. */
interface Asked {
  slug: string;
  dueOn: string;
  at: string;
}

/** Whether a scenario was finished at some time or later. */
export const finishedSince = (
  attempts: readonly { slug: string; finishedAt: string | null }[],
  slug: string,
  time: string,
): boolean =>
  attempts.some((one) => one.slug === slug && one.finishedAt !== null && one.finishedAt >= time);

/** What was asked and not finished since: of several about one scenario, the one due first. */
export function stillAsked<One extends Asked>(
  asked: readonly One[],
  attempts: readonly { slug: string; finishedAt: string | null }[],
): One[] {
  const bySlug = new Map<string, One>();
  for (const one of asked) {
    if (finishedSince(attempts, one.slug, one.at)) continue;
    const other = bySlug.get(one.slug);
    if (!other || one.dueOn < other.dueOn) bySlug.set(one.slug, one);
  }
  return [...bySlug.values()];
}
