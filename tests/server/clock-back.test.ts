import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyChains } from '#server/audit/verify-chains.ts';
import { adoptShippedPolicy } from '#server/content/adopt-shipped-policy.ts';
import { foldPerson } from '#server/profile/fold-person.ts';
import { replayAll } from '#server/replay-all.ts';
import { begin, sign } from '../support/observing.ts';
import { freshService, ways, type TestService } from '../support/service.ts';

let service: TestService;

beforeAll(async () => {
  service = await freshService();
  await adoptShippedPolicy(service.db, '2026-01-01T09:00:00.000Z');
});
afterAll(() => service.remove());

const [noon, anHourBefore] = ['2026-11-20T12:00:00.000Z', '2026-11-20T11:00:00.000Z'];
const later = '2026-11-21T09:00:00.000Z';

test('a clock that is set back between two moves loses none, changes no order and no result', async () => {
  const worker = await service.add('clock.back');
  const steady = await service.add('clock.steady');
  const [first, ...rest] = ways.harmful;
  const id = await service.begin(worker, 'hall', noon);
  await service.play(worker, id, [first], 0, noon);
  await service.play(worker, id, rest, 1, anHourBefore);
  const other = await service.begin(steady, 'hall', anHourBefore);
  await service.play(steady, other, ways.harmful, 0, anHourBefore);

  const moves = (attemptId: string) =>
    service.rows('SELECT step, choice FROM moves WHERE attempt_id = ? ORDER BY step', attemptId);
  expect(await moves(id)).toEqual(await moves(other));
  expect(await replayAll(service.db)).toEqual({ attempts: 2, differences: [] });
  expect((await verifyChains(service.db)).faults).toEqual([]);
  const credits = async ({ id: personId }: { id: string }) =>
    service.rows('SELECT competency, credit, harmful FROM evidence WHERE person_id = ?', personId);
  expect(await credits(worker)).toEqual(await credits(steady));
  const statesOf = async (person: typeof worker) =>
    (await foldPerson(service.db, person, later)).standings.map(({ competency, leading }) => [
      competency,
      leading.state,
      leading.because,
    ]);
  expect(await statesOf(worker)).toEqual(await statesOf(steady));

  // What was finished is finished, and the next attempt begins, at whatever time.
  const again = await service.begin(worker, 'hall', anHourBefore);
  expect(again).not.toBe(id);
});

test('an observation that the clock dates before its beginning is kept as it was signed', async () => {
  const worker = await service.add('seen.back');
  const assessor = await service.add('observer.back', 'assessor');
  const id = await begin(service.db, assessor, worker, ['IP-01'], noon);
  await sign(service.db, assessor, id, {}, anHourBefore);
  const [kept] = await service.rows(
    'SELECT begun_at, signed_at FROM observations WHERE id = ?',
    id,
  );
  expect(kept).toEqual({ begun_at: noon, signed_at: anHourBefore });
  expect((await verifyChains(service.db)).faults).toEqual([]);
  expect(JSON.stringify(await foldPerson(service.db, worker, later))).toContain(id);
});
