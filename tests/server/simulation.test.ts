import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listDutiesGiven, type Database } from '#db';
import type { Person } from '#domain/access/person.ts';
import { needOf } from '#domain/profile/state.ts';
import { checkVerdicts, type Compared, type Kept } from '#domain/simulation/compare-truth.ts';
import { readCertificate } from '#server/certificate/read-certificate.ts';
import { readLeaning } from '#server/calibration/read-leaning.ts';
import { listPlayable } from '#server/content/load-version.ts';
import { readPolicy } from '#server/content/read-policy.ts';
import { readObservers } from '#server/calibration/read-observers.ts';
import { readOutcomes } from '#server/outcomes/read-outcomes.ts';
import { readTeam } from '#server/profile/read-team.ts';
import { askForKeys } from '#server/read-map.ts';
import { listAlerts } from '#server/risk/read-alerts.ts';
import { readTargets } from '#server/targets/read-targets.ts';
import { readToday } from '#server/today/read-today.ts';
import { compareYear } from '#server/simulation/compare-year.ts';
import { openYear } from '#server/simulation/open-year.ts';
import { weakDecision } from '#server/simulation/play-made-up.ts';
import type { SimulatedYear } from '#server/simulation/simulate-year.ts';
import { chooseObservers } from '#server/simulation/choose-observers.ts';
import { countService, type ServiceCounts } from '#server/simulation/count-service.ts';
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
    expect(leaning.filter(({ leans }) => leans === 'kinder')).toEqual([]);
  });

  test('and by the written cases, which all who observe have rated', async () => {
    const read = await readObservers(db, grace, at);
    if (!read.ok) throw new Error(read.problem.code);
    const { observers, cases } = read.value;
    expect(observers.map(({ rated }) => rated)).toEqual(observers.map(() => cases));
    const stricter = observers.filter(({ panel }) => panel?.verdict === 'stricter');
    expect(stricter.map(({ id }) => id)).toEqual([personOf(planted.severe).id]);
    // Nobody who judges for themselves agrees with the panel in everything.
    expect(observers.filter(({ panel }) => panel?.exact === 1)).toEqual([]);
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

describe('it could be a service', () => {
  let counts: ServiceCounts;
  beforeAll(async () => {
    counts = await countService(db, grace, at);
  });

  test('a few concerns are open, most were worked through, and conflicts are the exception', () => {
    const { people, withConcern, withConflict, concerns } = counts;
    expect(withConcern).toBeGreaterThan(0);
    expect(withConcern / people).toBeLessThan(0.15);
    expect(concerns.open / concerns.all).toBeLessThan(0.5);
    expect(withConflict).toBeGreaterThan(0);
    expect(withConflict / people).toBeLessThan(0.33);
  });

  test('who is far too severe sees a few people, and not the one with a conflict of their own', () => {
    const seeing = year.workers.map(({ truth }) => truth.username);
    const by = (username: string) =>
      chooseObservers({ seed: 7, observers: year.observers }, username).includes(planted.severe);
    const seen = seeing.filter(by).length;
    expect(seen).toBeGreaterThan(2);
    expect(seen / seeing.length).toBeLessThan(0.3);
    expect(by(planted.conflict.worker)).toBe(false);
  });

  test('duties are given to those who are ready, but for a few that were planted', async () => {
    const alerts = await listAlerts(db, grace, at);
    const theirs = new Set(year.workers.map(({ person }) => person.id));
    const unready = alerts.filter(
      ({ kind, person }) => kind === 'unconfirmed' && theirs.has(person.id),
    );
    expect(new Set(unready.map(({ person }) => person.id))).toEqual(
      new Set([planted.lapsed, ...Object.keys(planted.tooSoon)].map((one) => personOf(one).id)),
    );
    const given = (await listDutiesGiven(db, at)).filter(({ duty }) => duty === 'medicines-alone');
    expect(given.length).toBeGreaterThan(4);
    expect(counts.needs.covered).toBeGreaterThanOrEqual(2);
  });

  test('most in post for half a year hold the Care Certificate; one new starter is behind', async () => {
    const targets = await readTargets(db, grace, at);
    const today = await readToday(db, grace, at);
    if (!targets.ok || !today.ok) throw new Error('Refused.');
    const half = daysBefore({ now }, 183).slice(0, 10);
    const theirs = new Map(year.workers.map(({ person }) => [person.id, person]));
    const held = targets.value.certificate.held.filter(({ person }) => theirs.has(person.id));
    const longer = [...theirs.values()].filter(({ startedOn }) => startedOn < half);
    expect(held.length / longer.length).toBeGreaterThan(0.7);
    expect(held.length).toBeLessThan(longer.length);
    for (const { person, completedOn } of held) {
      expect(person.startedOn < half).toBe(true);
      expect(completedOn > person.startedOn).toBe(true);
    }
    const behind = today.value.groups
      .flatMap(({ lines }) => lines)
      .filter(({ need, person }) => need === 'starter' && person && theirs.has(person.id));
    expect(behind.map(({ person }) => person!.id)).toEqual([personOf(planted.behind).id]);
  });

  test('starters are signed for knowledge after a scenario on it', async () => {
    const starters = year.workers.filter(({ person }) => person.category === 'CWP-NTC');
    for (const { person } of starters) {
      const read = await readCertificate(db, grace, person.id, at);
      if (!read.ok) throw new Error(read.problem.code);
      for (const { outcomes } of read.value.standards) {
        const signed = outcomes
          .flatMap(({ criteria }) => criteria)
          .flatMap((one) => one.signature ?? []);
        const played = outcomes
          .flatMap(({ attempts }) => attempts)
          .map(({ finishedAt }) => finishedAt);
        for (const { at: signedAt } of signed)
          expect(played.some((finishedAt) => finishedAt <= signedAt)).toBe(true);
      }
    }
  });

  test('people sit down together: supervisions with what came of them, and accounts answered', () => {
    const { supervisions, actions, accounts } = counts;
    expect(supervisions.held).toBeGreaterThanOrEqual(6);
    expect(actions.told).toBeGreaterThan(2);
    expect(actions.agreed).toBeGreaterThan(actions.told);
    expect(accounts.accepted).toBeGreaterThan(1);
    expect(accounts.returned).toBeGreaterThan(1);
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
