import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findObservation, listSignedObservations, readRecord, readRecords } from '#db';
import type { Person } from '#domain/access/person.ts';
import { beginCorrection } from '#server/begin-observation.ts';
import { readObservation } from '#server/read-observation.ts';
import { readStanding } from '#server/profile/read-standing.ts';
import { discardObservation } from '#server/sign-observation.ts';
import { begin, sign } from '../support/observing.ts';
import { freshService, type TestService } from '../support/service.ts';

let service: TestService;
let worker: Person;
let tom: Person;
let grace: Person;
let first: string;
let number = 0;

beforeAll(async () => {
  service = await freshService();
  tom = await service.add('tom', 'assessor');
  grace = await service.add('grace', 'manager');
});
beforeEach(async () => {
  worker = await service.add(`seen.${(number += 1)}`);
  first = await begin(service.db, tom, worker);
  await sign(service.db, tom, first);
});
afterAll(() => service.remove());

const notFound = { ok: false, problem: { code: 'not-found' } };
const correctedAt = '2026-11-20T15:00:00.000Z';

async function correct(id: string) {
  const begun = await beginCorrection(service.db, tom, id, '2026-11-20T14:00:00.000Z');
  if (!begun.ok) throw new Error(begun.problem.code);
  return begun.value.id;
}

test('supersedes what was signed, and both stay', async () => {
  const before = await findObservation(service.db, first);
  const id = await correct(first);
  await sign(service.db, tom, id, { 'entrustment-IP-01': '2' }, correctedAt);
  expect(await findObservation(service.db, first)).toEqual(before);
  expect(await findObservation(service.db, id)).toMatchObject({
    supersedes: first,
    competencies: ['IP-01'],
    ratings: [{ competency: 'IP-01', entrustment: 2 }],
  });
  const all = await listSignedObservations(service.db, worker.id);
  expect(all.map((one) => one.id).sort()).toEqual([first, id].sort());
  const read = await readObservation(service.db, worker, first);
  expect(read).toMatchObject({ ok: true, value: { correctedBy: id } });

  const record = await readRecord(service.db, worker.id);
  const seen = (id: string) => record.seen.find((row) => row.observationId === id);
  expect([seen(first)?.supersededAt, seen(id)?.supersededAt]).toEqual([correctedAt, null]);
  expect(record.seen).toHaveLength(2);
  expect((await readRecords(service.db)).get(worker.id)?.seen).toEqual(record.seen);
});

test('counts for the profile from its signing on, the first one until then', async () => {
  const id = await correct(first);
  await sign(service.db, tom, id, { 'entrustment-IP-01': '1' }, correctedAt);
  const counted = async (at: string) => {
    const read = await readStanding(service.db, grace, worker.id, 'IP-01', at);
    return (
      read.ok && [
        read.value.standing.leading.practice.observations,
        read.value.standing.leading.practice.median,
      ]
    );
  };
  expect(await counted('2026-11-20T13:00:00.000Z')).toEqual([1, 4]);
  expect(await counted('2026-11-20T16:00:00.000Z')).toEqual([1, 1]);
});

test('is begun by the same observer only, of what is signed only, once at a time', async () => {
  for (const other of [grace, worker])
    expect(await beginCorrection(service.db, other, first)).toEqual(notFound);
  const draft = await begin(service.db, tom, worker, ['IP-02']);
  expect(await beginCorrection(service.db, tom, draft)).toEqual(notFound);
  expect(await beginCorrection(service.db, tom, 'nothing')).toEqual(notFound);
  const id = await correct(first);
  expect(await correct(first)).toBe(id);
  await sign(service.db, tom, id, {}, correctedAt);
  expect(await beginCorrection(service.db, tom, first)).toEqual(notFound);
  expect(await correct(id)).not.toBe(id);
});

test('discarded changes nothing, and another may be begun', async () => {
  const before = await findObservation(service.db, first);
  const id = await correct(first);
  expect((await discardObservation(service.db, tom, id)).ok).toBe(true);
  expect(await findObservation(service.db, first)).toEqual(before);
  expect((await readRecord(service.db, worker.id)).seen).toMatchObject([{ supersededAt: null }]);
  expect(await correct(first)).not.toBe(id);
});

test('begun twice at the same moment is one draft', async () => {
  const [one, other] = await Promise.all([correct(first), correct(first)]);
  expect(one).toBe(other);
});
