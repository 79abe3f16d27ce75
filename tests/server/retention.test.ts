import { afterAll, beforeAll, expect, test } from 'vitest';
import { actAs } from '#db';
import type { Person } from '#domain/access/person.ts';
import { runDueJobs } from '#server/jobs/run-due-jobs.ts';
import { applyRetention } from '#server/keeping/apply-retention.ts';
import { readRetentionPage } from '#server/keeping/read-retention-page.ts';
import { retentionJob } from '#server/keeping/retention-job.ts';
import { verifyChains } from '#server/audit/verify-chains.ts';
import { readOutcomes } from '#server/outcomes/read-outcomes.ts';
import { askForKeys } from '#server/read-map.ts';
import { sayApplied, sayDue } from '../../src/cli/retention.ts';
import { playCrowd } from '../support/crowd.ts';
import { freshService, type TestService } from '../support/service.ts';

let service: TestService;
let manager: Person;
let crowd: Person[];
const at = '2033-01-10T09:00:00.000Z';
const goneSince = '2027-01-01T09:00:00.000Z';

beforeAll(async () => {
  service = await freshService();
  manager = await service.add('grace', 'manager');
  crowd = await playCrowd(service.db, 'hall', 34);
}, 120_000);
afterAll(() => service.remove());

const run = (sql: string, ...args: string[]) => service.db.write([{ sql, args }]);
const rows = (sql: string) => service.rows(sql);
const leaves = (one: Person, leftAt: string) =>
  run('UPDATE people SET left_at = ? WHERE id = ?', leftAt, one.id);

async function figures() {
  await askForKeys(service.db, manager, 'hall');
  const read = await readOutcomes(service.db, manager, 'hall');
  if (!read.ok) throw new Error(read.problem.code);
  const { figures: found, forms } = read.value;
  const of = (scene: string) => found!.decisions.find((one) => one.scene === scene)!;
  const plain = ({ people, figures: told }: ReturnType<typeof of>) => ({
    ...{ people, difficulty: told?.difficulty, harmed: told?.harmed },
    taken: told?.options.map(({ id, taken }) => [id, taken]),
  });
  return { forms, hall: of('hall').people, stairs: plain(of('stairs')), ways: found!.people };
}

test('leavers whose time is over are erased, and what they chose still counts', async () => {
  const before = await figures();
  const [first, second, later] = crowd as [Person, Person, Person];
  await leaves(first, '2026-12-01T09:00:00.000Z');
  await leaves(second, goneSince);
  await leaves(later, '2028-01-01T09:00:00.000Z');

  const lines = await sayDue(service.db, at);
  expect(lines[0]).toMatch(/^records-of-leavers +2 {2}kept 6 years from the day they left$/);
  expect(lines.join('\n')).toContain(first.id);
  expect(lines.join('\n')).not.toMatch(/Crowd|crowd\./);
  expect(await rows('SELECT * FROM erasures')).toEqual([]);

  expect((await sayApplied(service.db, at))[0]).toMatch(/^records-of-leavers +2 removed$/);
  const noted = await rows('SELECT person_id, by, reason FROM erasures ORDER BY person_id');
  const erased = { by: 'system', reason: 'retention' };
  expect(noted).toEqual([first.id, second.id].sort().map((id) => ({ person_id: id, ...erased })));
  // Nobody's record speaks of what they did: nothing stays of them but that they were erased.
  const ids = `'${first.id}', '${second.id}'`;
  expect(await rows(`SELECT id FROM people WHERE id IN (${ids})`)).toEqual([]);
  const after = await figures();
  expect(after).toEqual({ ...before, ways: before.ways - 2 });
  expect(before.stairs.taken!.length).toBeGreaterThan(1);
  expect(Object.keys((await rows('SELECT * FROM kept_outcomes'))[0]!)).toEqual([
    ...['version_hash', 'form', 'scene', 'choice', 'times'],
  ]);
  expect((await applyRetention(service.db, at))[0]).toEqual({
    kind: 'records-of-leavers',
    count: 0,
  });
  expect((await verifyChains(service.db)).faults).toEqual([]);
});

test('the audit log is let go of from its beginning, and never where it does not hold', async () => {
  const note = (actor: string) =>
    actAs({ actor, what: 'GET /team', subject: null, detail: {} }, () => service.db.write([]));
  for (const actor of ['ann', 'ann', 'ben', 'ann']) await note(actor);
  const old = await rows("SELECT id FROM audit WHERE actor = 'ann' ORDER BY id");
  // Two old rows and a new one of Ann, and one old one of Ben: the clock was moved, not the rows.
  const soon = new Date(Date.now() + 1).toISOString();
  await new Promise((resolve) => setTimeout(resolve, 5));
  await note('ann');
  const cut = (from: string) =>
    new Date(new Date(from).setUTCFullYear(new Date(from).getUTCFullYear() + 6)).toISOString();
  const audit = async () => (await applyRetention(service.db, cut(soon)))[1]!;

  const { id, what } = (await rows("SELECT id, what FROM audit WHERE actor = 'ben'"))[0]!;
  await run('UPDATE audit SET what = ? WHERE id = ?', 'GET /nothing', String(id));
  expect(await audit()).toMatchObject({
    kind: 'audit-log',
    count: 0,
    left: expect.any(String) as string,
  });
  expect(await rows("SELECT id FROM audit WHERE actor = 'ann'")).toHaveLength(4);
  await run('UPDATE audit SET what = ? WHERE id = ?', String(what), String(id));

  expect(await audit()).toEqual({ kind: 'audit-log', count: expect.any(Number) as number });
  const left = await rows("SELECT id FROM audit WHERE actor IN ('ann', 'ben')");
  expect(left).toHaveLength(1);
  expect(old.map((one) => one['id'])).not.toContain(left[0]!['id']);
  expect((await verifyChains(service.db)).faults).toEqual([]);
  // The note of what was cut goes in its turn, and the next one says all that it said.
  const later = new Date(Date.now() + 1).toISOString();
  await new Promise((resolve) => setTimeout(resolve, 5));
  await note('ann');
  expect((await applyRetention(service.db, cut(later)))[1]).toMatchObject({ kind: 'audit-log' });
  const notes = await rows("SELECT detail FROM audit WHERE what = 'audit log cut'");
  expect(notes.map(({ detail }) => JSON.parse(String(detail)) as unknown)).toEqual([
    expect.objectContaining({ 'audit:ann': '4', 'audit:ben': '1' }),
  ]);
  expect((await verifyChains(service.db)).faults).toEqual([]);
  // What is removed by hand is still found, also where its link is made to look as if it had been cut.
  await run("DELETE FROM audit WHERE actor = 'ann'");
  expect((await verifyChains(service.db)).faults).toMatchObject([{ code: 'record-removed' }]);
  await run("UPDATE links SET salt = NULL WHERE chain = 'audit:ann'");
  expect((await verifyChains(service.db)).faults).toMatchObject([
    { chain: 'audit:ann', code: 'salt-removed' },
  ]);
});

test('the job says what is due, and removes it only where the service is told to', async () => {
  await leaves(crowd[3]!, goneSince);
  const said = async (on: string) => (await runDueJobs(service.db, [retentionJob], on))[0]?.said;
  expect(await said(at)).toMatch(/^Nothing removed\. Due: records-of-leavers 1/);
  expect(await rows(`SELECT id FROM people WHERE id = '${crowd[3]!.id}'`)).toHaveLength(1);
  const page = await readRetentionPage(service.db, manager, at);
  expect(page).toMatchObject({
    ok: true,
    value: { isApplied: false, lastRun: { ranAt: at, failed: false } },
  });
  expect(page.ok && page.value.due[0]!.leavers.map(({ id }) => id)).toEqual([crowd[3]!.id]);
  const local = { ...manager, everywhere: false };
  expect(await readRetentionPage(service.db, local, at)).toMatchObject({ ok: false });

  process.env['RETENTION'] = 'apply';
  try {
    expect(await said('2033-01-12T09:00:00.000Z')).toMatch(/^Removed: records-of-leavers 1/);
  } finally {
    delete process.env['RETENTION'];
  }
  expect(await rows(`SELECT id FROM people WHERE id = '${crowd[3]!.id}'`)).toEqual([]);
});

test('whoever cannot be erased keeps nobody else here, and is told of', async () => {
  const [stuck, free] = crowd.slice(4) as [Person, Person];
  await leaves(stuck, goneSince);
  await leaves(free, '2027-01-02T09:00:00.000Z');
  await service.db.client.executeMultiple(
    `CREATE TRIGGER stuck BEFORE DELETE ON people WHEN OLD.id = '${stuck.id}'
      BEGIN SELECT RAISE(ABORT, 'it sticks'); END;
    CREATE TRIGGER stuck_reads BEFORE DELETE ON record_reads BEGIN SELECT RAISE(ABORT, 'it sticks'); END;
    INSERT INTO record_reads SELECT 'old', '${manager.id}', '${manager.id}', 'profile', '2001-01-01'`,
  );
  const applied = await applyRetention(service.db, at);
  const of = (kind: string) => applied.find((one) => one.kind === kind);
  expect(of('records-of-leavers')).toMatchObject({
    count: 1,
    left: expect.stringMatching(`^1 could not .* ${stuck.id} .*it sticks`) as string,
  });
  expect(of('record-openings')).toMatchObject({
    count: 0,
    left: expect.stringContaining('it sticks') as string,
  });
  expect(applied).toHaveLength(6);
  const here = await rows(`SELECT id FROM people WHERE id IN ('${stuck.id}', '${free.id}')`);
  expect(here).toEqual([{ id: stuck.id }]);
});
