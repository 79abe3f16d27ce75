import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { insertSignatures } from '#db';
import type { Person } from '#domain/access/person.ts';
import { beginCorrection } from '#server/begin-observation.ts';
import { listCertificateProgress } from '#server/certificate/list-certificate-progress.ts';
import { listStandardsShown } from '#server/certificate/list-standards-shown.ts';
import { readCertificate } from '#server/certificate/read-certificate.ts';
import { signCriteria } from '#server/certificate/sign-criteria.ts';
import { withdrawSignature } from '#server/certificate/withdraw-signature.ts';
import { readObservation } from '#server/read-observation.ts';
import { begin, sign } from '../support/observing.ts';
import { recordTraining } from '#server/training/record-training.ts';
import { freshService, ways, type TestService } from '../support/service.ts';

let service: TestService;
let worker: Person;
let other: Person;
let tom: Person;
let grace: Person;
let number = 0;
let mealtime: string;

beforeAll(async () => {
  service = await freshService();
  tom = await service.add('tom', 'assessor');
  grace = await service.add('grace', 'manager');
  other = await service.add('other');
});
beforeEach(async () => {
  worker = await service.add(`starter.${(number += 1)}`);
  mealtime = await see(['IP-14', 'IP-16']);
});
afterAll(() => service.remove());

async function see(competencies: string[], whom = worker) {
  const id = await begin(service.db, tom, whom, competencies);
  const trust = competencies.map((one) => [`entrustment-${one}`, '3']);
  await sign(service.db, tom, id, Object.fromEntries(trust));
  return id;
}
const day = (number: number) => `2026-11-${20 + number}T12:00:00.000Z`;
const notFound = { ok: false, problem: { code: 'not-found' } };
const words = 'She told me what it means and gave an example of her own.';
const told = { criteria: ['CC-3.1a', 'CC-3.1b'], words };
const shown = () => ({ criteria: ['CC-8.2a'], observationId: mealtime });
const signs = (body: object, by = tom, at = day(1)) =>
  signCriteria(service.db, by, worker.id, body, at);
const fieldOf = (result: Awaited<ReturnType<typeof signs>>) =>
  result.ok || result.problem.code !== 'malformed' ? result : result.problem.problems[0]!.field;

async function signedNow(at = day(9)) {
  const read = await readCertificate(service.db, worker, worker.id, at);
  if (!read.ok) throw new Error(read.problem.code);
  const criteria = read.value.standards.flatMap(({ outcomes }) =>
    outcomes.flatMap((outcome) => outcome.criteria),
  );
  return criteria.filter(({ signature }) => signature);
}

describe('who signs', () => {
  test('an assessor or a manager, never oneself, a colleague or for nobody', async () => {
    expect(await signs(told)).toMatchObject({ ok: true });
    expect(await signs(told, grace)).toMatchObject({ ok: false });
    expect(await signs(shown(), grace)).toMatchObject({ ok: true });
    for (const by of [worker, other]) expect(await signs(told, by)).toMatchObject(notFound);
    const own = await signCriteria(service.db, tom, tom.id, told, day(1));
    expect(own).toMatchObject(notFound);
    const own2 = await signCriteria(service.db, grace, grace.id, told, day(1));
    expect(own2).toMatchObject(notFound);
    expect(await signCriteria(service.db, tom, 'nobody', told, day(1))).toMatchObject(notFound);
  });
  test('the worker and those who may read the record read it; a colleague does not', async () => {
    for (const viewer of [worker, tom, grace])
      expect(await readCertificate(service.db, viewer, worker.id)).toMatchObject({ ok: true });
    expect(await readCertificate(service.db, other, worker.id)).toMatchObject(notFound);
    const reads = await service.rows(
      "SELECT reader_id FROM record_reads WHERE person_id = ? AND page = 'certificate'",
      worker.id,
    );
    expect(reads.map((row) => row['reader_id']).sort()).toEqual([tom.id, grace.id].sort());
  });
});

describe('what is signed for', () => {
  test.each<[string, () => object, string]>([
    ['nothing', () => ({ criteria: [], words }), 'criteria'],
    ['what is not in the edition', () => ({ criteria: ['CC-99.1a'], words }), 'criteria'],
    [
      'told and seen in one',
      () => ({ ...told, criteria: ['CC-3.1a', 'CC-8.2a'], observationId: mealtime }),
      'criteria',
    ],
    ['knowledge without saying how it was shown', () => ({ ...told, words: 'Yes.' }), 'words'],
    ['practice without an observation', () => ({ criteria: ['CC-8.2a'], words }), 'observationId'],
    [
      'practice on an observation that is not there',
      () => ({ ...shown(), observationId: 'nowhere' }),
      'observationId',
    ],
    [
      'practice that the observation does not bear on',
      () => ({ criteria: ['CC-13.3c'], observationId: mealtime }),
      'observationId',
    ],
    [
      'practice of which the observation bears on one half',
      () => ({ criteria: ['CC-8.2a', 'CC-13.3c'], observationId: mealtime }),
      'observationId',
    ],
  ])('is refused: %s', async (_, body, field) => {
    expect(fieldOf(await signs(body()))).toBe(field);
    expect(await signedNow()).toEqual([]);
  });

  test('practice on an observation of somebody else, a draft or one that was corrected', async () => {
    const observationId = await see(['IP-14'], other);
    expect(fieldOf(await signs({ ...shown(), observationId }))).toBe('observationId');
    const draft = await begin(service.db, grace, worker, ['IP-14']);
    expect(fieldOf(await signs({ ...shown(), observationId: draft }))).toBe('observationId');
    const begun = await beginCorrection(service.db, tom, mealtime, day(1));
    if (!begun.ok) throw new Error(begun.problem.code);
    const trust = { 'entrustment-IP-14': '2', 'entrustment-IP-16': '2' };
    await sign(service.db, tom, begun.value.id, trust, day(1));
    expect(fieldOf(await signs(shown(), tom, day(2)))).toBe('observationId');
    expect(await signedNow()).toEqual([]);
  });

  test('is kept once, however often the form is sent', async () => {
    const formId = '0199f0f0-0000-7000-8000-000000000000';
    for (const at of [day(1), day(1), day(2)]) await signs({ ...told, formId }, tom, at);
    const [kept] = await service.rows(
      'SELECT count(*) AS n FROM certificate_signatures WHERE person_id = ?',
      worker.id,
    );
    expect(kept!['n']).toBe(2);
  });
});

describe('what no longer stands', () => {
  test('a signature taken back with a reason; the day before still shows it', async () => {
    await signs(told, tom, day(1));
    const [signed] = await signedNow();
    const body = { signatureId: signed!.signature!.id, words: 'It was not about her own work.' };
    const back = (by: Person, more = {}) =>
      withdrawSignature(service.db, by, worker.id, { ...body, ...more }, day(3));
    for (const by of [worker, other]) expect(await back(by)).toMatchObject(notFound);
    expect(await back(grace, { words: 'No.' })).toMatchObject({ ok: false });
    expect(await back(grace, { signatureId: 'nowhere' })).toMatchObject(notFound);
    expect(await back(grace)).toMatchObject({ ok: true });
    expect(await back(tom)).toMatchObject({ ok: true });
    expect((await signedNow()).map(({ id }) => id)).toEqual(['CC-3.1b']);
    expect(await signedNow(day(2))).toHaveLength(2);
    expect(await signs({ ...told, criteria: ['CC-3.1a'] }, tom, day(4))).toMatchObject({
      ok: true,
    });
    expect(await signedNow()).toHaveLength(2);
  });
  test('a signature on an observation that was corrected since', async () => {
    await signs(shown(), tom, day(1));
    const begun = await beginCorrection(service.db, tom, mealtime, day(2));
    if (!begun.ok) throw new Error(begun.problem.code);
    expect(await signedNow()).toHaveLength(1);
    const trust = { 'entrustment-IP-14': '2', 'entrustment-IP-16': '2' };
    await sign(service.db, tom, begun.value.id, trust, day(2));
    expect(await signedNow()).toEqual([]);
    expect(await signedNow(day(1))).toHaveLength(1);
  });
  test('a row of practice that names no observation, however it came there', async () => {
    await insertSignatures(service.db, [
      {
        ...{ id: `odd-${number}`, personId: worker.id, edition: '2025', criterion: 'CC-8.2a' },
        ...{ kind: 'practice', assessorId: tom.id, observationId: null, words: '', at: day(1) },
        withdraws: null,
      },
    ]);
    expect(await signedNow()).toEqual([]);
  });
});

test('a scenario supports what is told and signs for nothing; while one observes, it is hidden', async () => {
  const attempt = await service.begin(worker, 'hall', day(1));
  await service.play(worker, attempt, ways.sound, 0, day(1));
  const bearing = async (viewer: Person) => {
    const read = await readCertificate(service.db, viewer, worker.id, day(9));
    if (!read.ok) throw new Error(read.problem.code);
    return read.value.standards
      .flatMap(({ outcomes }) => outcomes)
      .flatMap(({ id, attempts }) => attempts.map(({ attemptId }) => [id, attemptId]));
  };
  const shownToTom = await bearing(tom);
  expect(shownToTom.length).toBeGreaterThan(0);
  expect(new Set(shownToTom.map(([, id]) => id))).toEqual(new Set([attempt]));
  expect(await signedNow()).toEqual([]);
  const all = Array.from({ length: 28 }, (_, at) => `IP-${String(at + 1).padStart(2, '0')}`);
  for (let at = 0; at < all.length; at += 4)
    await begin(service.db, tom, worker, all.slice(at, at + 4));
  expect(await bearing(tom)).toEqual([]);
  expect(await bearing(grace)).toEqual(shownToTom);
});

test('how far everybody is, as of a day, is what each record shows', async () => {
  await signs({ criteria: ['CC-15.1a', 'CC-15.1c', 'CC-15.1d', 'CC-15.1e'], words }, tom, day(1));
  const practice = { criteria: ['CC-15.1b'], observationId: mealtime };
  expect(await signs(practice, tom, day(2))).toMatchObject({ ok: true });
  const now = await listCertificateProgress(service.db, day(9));
  expect(now(worker.id)).toMatchObject({ done: 1, of: 16, completeAt: null });
  expect(now(worker.id).standards.find(({ standard }) => standard === '15')).toMatchObject({
    signed: 5,
    doneAt: day(2),
  });
  expect((await listCertificateProgress(service.db, day(1)))(worker.id).done).toBe(0);
  expect(now('nobody').done).toBe(0);
  const read = await readCertificate(service.db, worker, worker.id, day(9));
  if (!read.ok) throw new Error(read.problem.code);
  expect(read.value.standards.map(({ signed }) => signed)).toEqual(
    now(worker.id).standards.map(({ signed }) => signed),
  );
});

test('a signed observation names the standards of which it can show practice', async () => {
  const read = await readObservation(service.db, tom, mealtime);
  if (!read.ok) throw new Error(read.problem.code);
  const shownTo = (viewer: Person) =>
    listStandardsShown(service.db, viewer, read.value.observation);
  expect((await shownTo(tom)).map(({ number }) => number)).toEqual(['8', '13', '15']);
  expect(await shownTo(worker)).toEqual([]);
});

test('a certificate that somebody brought with them is named, from the day it was recorded', async () => {
  const completedOn = '2021-09-24';
  const brought = { subject: 'care-certificate', kind: 'brought', completedOn, expiresOn: '' };
  expect(await recordTraining(service.db, grace, worker.id, brought, day(2))).toMatchObject({
    ok: true,
  });
  const held = async (at: string) => {
    const read = await readCertificate(service.db, worker, worker.id, at);
    return read.ok && read.value.heldSince;
  };
  expect(await held(day(1))).toBeNull();
  expect(await held(day(2))).toBe(completedOn);
});
