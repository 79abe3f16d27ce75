import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#db';
import type { Person } from '#domain/access/person.ts';
import { needOf } from '#domain/profile/state.ts';
import { checkVerdicts, type Compared, type Kept } from '#domain/simulation/compare-truth.ts';
import { readLeaning } from '#server/calibration/read-leaning.ts';
import { listPlayable } from '#server/content/load-version.ts';
import { readPolicy } from '#server/content/read-policy.ts';
import { readOutcomes } from '#server/outcomes/read-outcomes.ts';
import { readTeam } from '#server/profile/read-team.ts';
import { askForKeys } from '#server/read-map.ts';
import { listAlerts } from '#server/risk/read-alerts.ts';
import { compareYear } from '#server/simulation/compare-year.ts';
import { openYear } from '#server/simulation/open-year.ts';
import { weakDecision } from '#server/simulation/play-made-up.ts';
import type { SimulatedYear } from '#server/simulation/simulate-year.ts';
import { daysBefore, planted } from '#server/simulation/year.ts';
import { freshDatabase } from '../support/database.ts';

const now = new Date('2026-11-22T18:00:00.000Z');
const at = now.toISOString();
const slow = 240_000;

let db: Database;
let remove: () => Promise<void>;
let year: SimulatedYear;
let level2: Compared[];
let grace: Person;

beforeAll(async () => {
  ({ db, remove } = await freshDatabase());
  year = await openYear(db, { now, seed: 7 });
  level2 = await compareYear(db, year, at, 2);
  grace = year.observers[0]!.person;
}, slow);
afterAll(() => remove());

const personOf = (username: string): Person =>
  [...year.workers, ...year.observers].find((one) => one.truth.username === username)!.person;

describe('what the profile says agrees with what is true', () => {
  /** As often right as was promised, but for what chance brings twenty times out of a thousand. */
  const least = ({ claims, promised }: Kept) =>
    promised - 2 * Math.sqrt((promised * (1 - promised)) / claims);

  test.each(['supports', 'not-yet'] as const)(
    '"%s" is right as often as the method promises, and as the policy asks',
    async (verdict) => {
      const kept = checkVerdicts(level2)[verdict];
      const { certainty } = await readPolicy(db, at);
      expect(kept.claims).toBeGreaterThan(30);
      expect(kept.right / kept.claims).toBeGreaterThanOrEqual(least(kept));
      expect(kept.right / kept.claims).toBeGreaterThanOrEqual(certainty.supports);
    },
  );

  test('level 2 is met by many who are ready, and hardly by anybody who is not', () => {
    const met = level2.filter(({ standing }) => standing.state === 'meets');
    const ready = met.filter(({ truth }) => truth === 'both');
    expect(met.length).toBeGreaterThan(40);
    expect(ready.length / met.length).toBeGreaterThan(0.9);
  });

  test('level 3 is met by somebody, and by nobody whose judgement is below the cut', async () => {
    const level3 = await compareYear(db, year, at, 3);
    const met = level3.filter(({ standing }) => standing.state === 'meets');
    expect(met.length).toBeGreaterThan(0);
    expect(met.filter(({ truth }) => truth !== 'both')).toEqual([]);
  });

  test('nothing is met while harm is open, and some harm is open', () => {
    const harmed = level2.filter(({ standing }) => standing.concerns.some(({ open }) => open));
    expect(harmed.length).toBeGreaterThan(0);
    expect(new Set(harmed.map(({ standing }) => standing.state))).toEqual(new Set(['concern']));
    const settled = level2.filter(
      ({ standing }) => standing.concerns.length && !standing.concerns.some(({ open }) => open),
    );
    expect(settled.length).toBeGreaterThan(0);
  });

  test('half a year ago less was known, and nothing that came later shows', async () => {
    const then = await compareYear(db, year, daysBefore({ now }, 180), 2);
    const anchors = (rows: Compared[]) =>
      rows.reduce((sum, { standing }) => sum + standing.judgement.anchors, 0);
    expect(anchors(then)).toBeGreaterThan(0);
    expect(anchors(then)).toBeLessThan(0.8 * anchors(level2));
  });
});

describe('what was planted is found', () => {
  test('a conflict: it leads the team, with nothing before it that presses less', async () => {
    const { worker, competency } = planted.conflict;
    const read = await readTeam(db, grace, {}, at);
    if (!read.ok) throw new Error(read.problem.code);
    const { rows } = read.value;
    const place = rows.findIndex(({ person }) => person.id === personOf(worker).id);
    expect(rows[place]!.needs).toContainEqual({ competency, state: 'conflict' });
    for (const { needs } of rows.slice(0, place))
      expect(needOf(needs[0]!.state)).toBeLessThanOrEqual(needOf('conflict'));
  });

  test('a sign-off that has run out', async () => {
    const alerts = await listAlerts(db, grace, at);
    const lapsed = alerts.filter(({ kind }) => kind === 'lapsed');
    expect(lapsed.map(({ person }) => person.id)).toContain(personOf(planted.lapsed).id);
  });

  test('an observer who is far too severe, and no other', async () => {
    const leaning = await readLeaning(db, at);
    const severe = leaning.filter(({ leans }) => leans === 'stricter');
    expect(severe.map(({ observerId }) => observerId)).toEqual([personOf(planted.severe).id]);
  });

  test('a weak option: the able choose another than the key says', async () => {
    const { slug } = planted.weakOption;
    await askForKeys(db, grace, slug, at);
    const read = await readOutcomes(db, grace, slug, {}, at);
    if (!read.ok) throw new Error(read.problem.code);
    const { scene } = weakDecision((await listPlayable(db)).find((one) => one.slug === slug)!)!;
    const decisions = read.value.figures!.decisions;
    const flags = decisions.find(({ story }) => story.id === scene)!.flags.map(({ code }) => code);
    expect(flags).toContain('suspect-key');
    expect(flags).toContain('able-choose-it');
    const suspect = decisions.filter((one) => one.flags.some(({ code }) => code === 'suspect-key'));
    expect(suspect.map(({ story }) => story.id)).toEqual([scene]);
  });
});

test(
  'the same seed gives the same lives, however many live beside them',
  async () => {
    const few = 6;
    const fresh = await freshDatabase();
    const small = await openYear(fresh.db, { now, seed: 7, count: few });
    const again = await compareYear(fresh.db, small, at, 2);
    await fresh.remove();
    const tell = ({ standing: { state, because } }: Compared) => [state, ...because].join(' ');
    expect(again.map(tell)).toEqual(level2.slice(0, again.length).map(tell));
    expect(again.length).toBe((level2.length / year.workers.length) * few);
  },
  slow,
);
