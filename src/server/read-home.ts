import type { Person } from '#domain/access/person.ts';
import type { Attempt } from '#domain/attempt/attempt.ts';
import { stillAsked } from '#domain/attempt/still-asked.ts';
import { orderByGain } from '#domain/profile/order-by-gain.ts';
import { toCard, type ScenarioCard } from '#domain/scenario/scenario-card.ts';
import { listAssignments, listAttemptsOf, type Database } from '#db';
import { listPlayable, loadVersion } from './content/load-version.ts';
import { readFrameworks } from './content/read-frameworks.ts';
import { readPolicy } from './content/read-policy.ts';
import { londonDate } from '#domain/london-time.ts';

/** When something asked for is due. */
export interface Due {
  dueOn: string;
  overdue: boolean;
}

/** What a worker finds when they sign in. */
export interface Home {
  inProgress: { attempt: Attempt; card: ScenarioCard; sceneTitle: string; due: Due | null }[];
  assigned: ({ card: ScenarioCard } & Due)[];
  /** What has not been begun, that which adds most to what they have too little of first. */
  toPlay: ScenarioCard[];
  done: { attempt: Attempt; card: ScenarioCard; endingTitle: string }[];
}

/** What is in progress, what was asked for by when, what else there is, and what was done. */
export async function readHome(
  db: Database,
  person: Pick<Person, 'id'>,
  at = new Date().toISOString(),
): Promise<Home> {
  const [attempts, assignments, playable, policy, { competencies }] = await Promise.all([
    listAttemptsOf(db, person.id),
    listAssignments(db, person.id),
    listPlayable(db),
    readPolicy(db, at),
    readFrameworks(),
  ]);
  const versions = await Promise.all(
    attempts.map((attempt) => loadVersion(db, attempt.versionHash, attempt.form)),
  );
  const played = attempts.map((attempt, index) => {
    const version = versions[index]!;
    return {
      attempt,
      card: toCard(version),
      title: version.scenario.scenes[attempt.moment.scene]!.title,
    };
  });
  const open = played.filter(({ attempt }) => !attempt.finishedAt);
  const today = londonDate(at);
  const assigned = stillAsked(assignments, attempts).flatMap(({ slug, dueOn }) => {
    const version = playable.find((one) => one.slug === slug);
    return version ? [{ card: toCard(version), dueOn, overdue: dueOn < today }] : [];
  });
  const known = new Set([
    ...attempts.map(({ slug }) => slug),
    ...assigned.map(({ card }) => card.slug),
  ]);
  const had = [...new Map(versions.map((version) => [version.slug, version])).values()];
  const highRisk = new Set(
    Object.entries(competencies.competencies).flatMap(([id, { risk }]) =>
      risk === 'high' ? [id] : [],
    ),
  );
  const left = playable.filter(({ slug }) => !known.has(slug));
  return {
    inProgress: open.map(({ attempt, card, title }) => ({
      attempt,
      card,
      sceneTitle: title,
      due: assigned.find((one) => one.card.slug === card.slug) ?? null,
    })),
    assigned: assigned.filter(({ card }) => !open.some((one) => one.card.slug === card.slug)),
    toPlay: orderByGain(left, { had, policy, highRisk }).map(toCard),
    done: played
      .filter(({ attempt }) => attempt.finishedAt)
      .map(({ attempt, card, title }) => ({ attempt, card, endingTitle: title })),
  };
}
