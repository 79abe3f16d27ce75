import type { AssessedDecision } from '#domain/evidence/assess-decision.ts';
import type {
  Debriefed,
  Discussed,
  Evidence,
  Record as WorkerRecord,
  Seen,
} from '#domain/evidence/evidence.ts';
import type { Offered } from '#domain/profile/fold-profile.ts';
import type { Opening } from '#domain/profile/openings.ts';
import type { Level } from '#domain/scenario/words.ts';

/** What one decision says, sound and level 2 unless told otherwise. */
export const assessed = (more: Partial<AssessedDecision> = {}): AssessedDecision => ({
  competency: 'IP-01',
  level: 2,
  credit: 1,
  weight: 1,
  anchor: 'one',
  harmful: false,
  nonRoutine: false,
  recovered: false,
  ...more,
});

/** Noon on a day, or that moment itself. */
export const noon = (day: string) => (day.includes('T') ? day : `${day}T12:00:00.000Z`);

/** One line of evidence of an attempt that ended at noon of its day. */
export const evidence = (
  slug: string,
  day: string,
  more: Partial<Evidence> & { anchor?: string | null } = {},
): Evidence => {
  const anchor = more.anchor === undefined ? 'one' : more.anchor;
  return {
    ...assessed(),
    id: `${slug}-${anchor}-evidence`,
    attemptId: `${slug}-attempt`,
    moveId: `${slug}-${anchor}-move`,
    slug,
    form: '',
    versionHash: `${slug}-hash`,
    at: `${day.slice(0, 10)}T11:00:00.000Z`,
    finishedAt: noon(day),
    ...more,
    anchor,
  };
};

/** The evidence of one finished attempt: a line for each credit, each at an anchor of its own. */
export const attemptOf = (
  slug: string,
  day: string,
  credits: readonly number[],
  more: Partial<Evidence> = {},
): Evidence[] =>
  credits.map((credit, at) =>
    evidence(slug, day, {
      credit,
      anchor: `anchor-${at + 1}`,
      at: `${day}T11:0${at}:00.000Z`,
      ...more,
    }),
  );

/** One signed observation of IP-01, seen and signed on its day. */
export const seen = (day: string, entrustment: number, more: Partial<Seen> = {}): Seen => ({
  observationId: `seen-${day}-${more.observerId ?? 'ola'}`,
  observerId: 'ola',
  competency: 'IP-01',
  entrustment,
  task: 'mealtime',
  observedAt: `${day}T09:00:00.000Z`,
  signedAt: noon(day),
  supersededAt: null,
  ...more,
});

/** A professional discussion of IP-01 that showed level 3, held on its day. */
export const discussion = (day: string, more: Partial<Discussed> = {}): Discussed => ({
  id: `discussion-${day}`,
  source: 'discussion',
  about: `discussion-${day}`,
  step: 'first',
  competency: 'IP-01',
  level: 3,
  shown: true,
  by: 'ola',
  at: noon(day),
  ...more,
});

/** A conversation about harm chosen in an attempt, held on its day. */
export const talkAbout = (attemptId: string, day: string): Debriefed => ({
  attemptId,
  by: 'ola',
  at: noon(day),
});

/** A record of the parts that a test is about. */
export const record = (parts: Partial<WorkerRecord> = {}): WorkerRecord => ({
  evidence: [],
  seen: [],
  debriefed: [],
  discussed: [],
  ...parts,
});

/** Judgement that is enough for a level: sound in as many scenarios as the policy asks for. */
export const soundJudgement = (level: Level): Evidence[] =>
  (level === 2 ? ['ash', 'beech', 'cedar'] : ['ash', 'beech', 'cedar', 'elm', 'fir']).flatMap(
    (slug, at) =>
      attemptOf(slug, `2026-09-0${at + 1}`, [1, 1, 1, 1], { level, nonRoutine: level === 3 }),
  );

/** Practice that is enough for both levels: three observations by two observers of two tasks. */
export const soundPractice = (): Seen[] => [
  seen('2026-10-01', 4),
  seen('2026-10-02', 5, { observerId: 'pat', task: 'handover' }),
  seen('2026-10-03', 4),
];

/** A scenario that can still be played as evidence of IP-01, at level 2 unless told otherwise. */
export const opening = (
  slug: string,
  level: Level = 2,
  more: Partial<Opening> = {},
  competency = 'IP-01',
): Opening => ({
  slug,
  title: `The ${slug}`,
  form: '',
  again: false,
  begun: false,
  anchors: [{ name: 'one', level, competency, weight: 1, scenes: ['one'] }],
  ...more,
});

/** What there is to play, and nothing that waits for a review. */
export const offering = (...openings: Opening[]): Offered => ({ openings, unreviewed: new Set() });
