import { beforeEach, describe, expect, test } from 'vitest';
import { listPolicies } from '#db';
import type { Person } from '#domain/access/person.ts';
import { adoptShippedPolicy } from '#server/content/adopt-shipped-policy.ts';
import { readPolicy } from '#server/content/read-policy.ts';
import { adoptPolicy } from '#server/policy/adopt-policy.ts';
import { previewChange } from '#server/policy/preview-change.ts';
import { readChanging } from '#server/policy/read-changing.ts';
import { readPolicyPage } from '#server/policy/read-policy-page.ts';
import { readStanding } from '#server/profile/read-standing.ts';
import { begin, sign } from '../support/observing.ts';
import { policyForm } from '../support/policy-form.ts';
import { freshService, ways, type TestService } from '../support/service.ts';

let service: TestService;
let worker: Person;
let tom: Person;
let grace: Person;
let start: Awaited<ReturnType<typeof readPolicy>>;

const day = '2027-02-01';
const at = (time = '10:00:00') => `${day}T${time}.000Z`;
const notFound = { ok: false, problem: { code: 'not-found' } };
// With one decision and one observation, level 2 is met.
const easier = {
  'levels.2.judgement.anchors': '1',
  'levels.2.judgement.scenarios': '1',
  'levels.2.judgement.days': '1',
  'levels.2.practice.observations': '1',
  'certainty.cut': '10',
};
const form = (more: Record<string, string> = easier) => policyForm(start, more);

beforeEach(async () => {
  service = await freshService();
  tom = await service.add('tom', 'assessor');
  grace = await service.add('grace', 'manager');
  worker = await service.add('worker');
  const attempt = await service.begin(worker, 'hall', '2027-01-10T09:00:00.000Z');
  await service.play(worker, attempt, ways.sound, 0, '2027-01-10T09:05:00.000Z');
  const seen = await begin(service.db, tom, worker, ['IP-01'], '2027-01-11T09:00:00.000Z');
  const observedOn = { observedOn: '2027-01-11' };
  await sign(service.db, tom, seen, observedOn, '2027-01-11T12:00:00.000Z');
  await adoptShippedPolicy(service.db, '2026-11-22T08:00:00.000Z');
  start = await readPolicy(service.db);
  return () => service.remove();
});
const stateAt = async (when: string) => {
  const read = await readStanding(service.db, grace, worker.id, 'IP-01', when);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value.standing.levels[2];
};
const reads = () => service.rows('SELECT page FROM record_reads WHERE reader_id = ?', grace.id);

test('everybody may read it; only a manager may try or adopt a change', async () => {
  for (const viewer of [worker, tom, grace])
    expect((await readPolicyPage(service.db, viewer)).ok).toBe(true);
  expect(await readPolicyPage(service.db, worker, '2020-01-01')).toEqual(notFound);
  for (const viewer of [worker, tom]) {
    expect(await readChanging(service.db, viewer)).toEqual(notFound);
    expect(await previewChange(service.db, viewer, form(), at())).toEqual(notFound);
    expect(await adoptPolicy(service.db, viewer, form(), at())).toEqual(notFound);
  }
  expect(await listPolicies(service.db)).toHaveLength(1);
});

describe('a preview', () => {
  test('says whose state would change, from what to what and why, and stores nothing', async () => {
    const before = await stateAt(at());
    const previewed = await previewChange(service.db, grace, form(), at());
    if (!previewed.ok) throw new Error(JSON.stringify(previewed.problem));
    const { people, changing, staying, workers, changes, sameWords } = previewed.value;
    expect(people.map(({ person }) => person.name)).toEqual([worker.name]);
    expect(people[0]!.states).toMatchObject([
      { competency: 'IP-01', level: 2, from: before.state, to: 'meets' },
    ]);
    expect(people[0]!.states[0]!.because.join(' ')).toMatch(/The level asks for 1 observation/);
    expect([changing, workers]).toEqual([1, 3]);
    expect(staying % 2).toBe(1);
    expect(changes.map(({ section }) => section.id)).toEqual(['levels.2', 'certainty']);
    expect(sameWords).toHaveLength(2);
    expect(await listPolicies(service.db)).toHaveLength(1);
    expect(await stateAt(at())).toEqual(before);
    // Whoever sees states has seen them.
    expect((await reads()).map(({ page }) => page)).toContain('team');
  });

  test('says exactly what then happens when it is adopted', async () => {
    const previewed = await previewChange(service.db, grace, form(), at());
    expect((await adoptPolicy(service.db, grace, form(), at())).ok).toBe(true);
    const is = await stateAt(at('11:00:00'));
    const says = previewed.ok && previewed.value.people[0]!.states[0]!;
    expect(says).toMatchObject({ to: is.state });
    expect(says && is.because).toEqual(expect.arrayContaining(says ? says.because : []));
  });

  test('leaves out what is hidden from somebody who writes down what they saw', async () => {
    await begin(service.db, grace, worker, ['IP-01'], at('08:00:00'));
    const previewed = await previewChange(service.db, grace, form(), at());
    // A decision of the small scenario bears on IP-02 as well, so that is hidden beside it.
    expect(previewed).toMatchObject({ ok: true, value: { people: [], changing: 0, hidden: 4 } });
  });
});

describe('adopting', () => {
  test('makes a version from now on; what was said before is said as before', async () => {
    const earlier = await stateAt('2027-01-20T12:00:00.000Z');
    const adopted = await adoptPolicy(service.db, grace, form(), at());
    expect(adopted).toEqual({ ok: true, value: { version: day } });
    expect(await stateAt(at('10:00:01'))).toMatchObject({ state: 'meets', policyVersion: day });
    expect(await stateAt('2027-01-20T12:00:00.000Z')).toEqual(earlier);
    expect(earlier).toMatchObject({ policyVersion: start.version });
    const page = await readPolicyPage(service.db, worker);
    expect(page).toMatchObject({
      value: {
        inForce: true,
        policy: { version: day, status: 'adopted' },
        adopted: { adoptedBy: grace.name, adoptedAt: at() },
        before: { version: start.version },
        proposal: null,
      },
    });
    const old = await readPolicyPage(service.db, worker, start.version);
    expect(old).toMatchObject({
      value: { inForce: false, until: at(), policy: { levels: start.levels }, before: null },
    });
  });

  test('needs a reason, a change, and somebody who has read the sentences that stay', async () => {
    for (const [more, field] of [
      [{ ...easier, reason: ' so ' }, 'reason'],
      [{}, 'form'],
      [{ ...easier, wordsHold: '' }, 'wordsHold'],
      [{ 'certainty.cut': 'x' }, 'certainty.cut'],
    ] as const)
      expect(await adoptPolicy(service.db, grace, form(more), at())).toMatchObject({
        problem: { code: 'malformed', problems: [{ field }] },
      });
    expect(await listPolicies(service.db)).toHaveLength(1);
  });

  test('sent twice, at once or again, it is adopted once', async () => {
    const sent = form();
    const both = await Promise.all([
      adoptPolicy(service.db, grace, sent, at()),
      adoptPolicy(service.db, grace, sent, at()),
    ]);
    const again = await adoptPolicy(service.db, grace, sent, at('10:05:00'));
    for (const one of [...both, again]) expect(one).toEqual({ ok: true, value: { version: day } });
    expect(await listPolicies(service.db)).toHaveLength(2);
  });

  test('is refused where another was adopted meanwhile, by anybody', async () => {
    const other = await service.add('mina', 'manager');
    const theirs = form({ 'review.months': '6' });
    const both = await Promise.all([
      adoptPolicy(service.db, grace, form(), at()),
      adoptPolicy(service.db, other, theirs, at()),
    ]);
    expect(both.map((one) => one.ok).sort()).toEqual([false, true]);
    expect(both.find((one) => !one.ok)).toMatchObject({
      problem: { code: 'overtaken', by: day },
    });
    expect(await listPolicies(service.db)).toHaveLength(2);
    expect(
      await previewChange(service.db, grace, form({ 'review.months': '9' }), at()),
    ).toMatchObject({ problem: { code: 'overtaken' } });
  });

  test('twice on one day makes two versions, and going back makes a third', async () => {
    await adoptPolicy(service.db, grace, form(), at());
    const second = await readPolicy(service.db, at('10:30:00'));
    const back = await readChanging(service.db, grace, start.version);
    if (!back.ok) throw new Error(back.problem.code);
    expect(back.value).toMatchObject({ basedOn: second.version, from: start.version });
    const fields: Record<string, string> = {
      ...back.value.fields,
      basedOn: second.version,
      ...{ reason: 'It asked for too little.', wordsHold: 'on' },
    };
    const adopted = await adoptPolicy(service.db, grace, (name) => fields[name], at('11:00:00'));
    expect(adopted).toEqual({ ok: true, value: { version: `${day}.2` } });
    const now = await readPolicy(service.db, at('11:00:00'));
    expect({ ...now, version: '', about: '', status: '' }).toEqual({
      ...start,
      ...{ version: '', about: '', status: '' },
    });
  });

  test('holds after the one it follows, whatever the clock says', async () => {
    await adoptPolicy(service.db, grace, form(), at());
    const second = await readPolicy(service.db, at('10:30:00'));
    const late = policyForm(second, { 'review.months': '6' });
    expect((await adoptPolicy(service.db, grace, late, at('09:00:00'))).ok).toBe(true);
    expect((await readPolicy(service.db, at('10:30:00'))).review.months).toBe(6);
  });
});

test('a newer policy of the product is a proposal to managers, until one says the same', async () => {
  await service.rows(
    `UPDATE policies SET version = '2020-01-01',
      content = json_set(content, '$.version', '2020-01-01', '$.review.months', 24)`,
  );
  const db = await service.reopen();
  const offered = await readPolicyPage(db, grace);
  expect(offered).toMatchObject({
    value: {
      proposal: { version: start.version, changes: [{ section: { id: 'review' } }] },
      policy: { review: { months: 24 } },
    },
  });
  expect(await readPolicyPage(db, worker)).toMatchObject({ value: { proposal: null } });
  const loaded = await readChanging(db, grace, 'shipped');
  if (!loaded.ok) throw new Error(loaded.problem.code);
  expect(loaded.value).toMatchObject({ from: start.version, fields: { 'review.months': '12' } });
  const fields: Record<string, string> = {
    ...{ ...loaded.value.fields, basedOn: '2020-01-01' },
    ...{ reason: 'We take what is proposed.', wordsHold: 'on' },
  };
  expect((await adoptPolicy(db, grace, (name) => fields[name], at())).ok).toBe(true);
  expect(await readPolicyPage(db, grace)).toMatchObject({ value: { proposal: null } });
});
