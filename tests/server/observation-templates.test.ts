import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findObservation } from '#db';
import type { Person } from '#domain/access/person.ts';
import { beginCorrection, beginFromTemplate } from '#server/begin-observation.ts';
import { readFrameworks } from '#server/content/read-frameworks.ts';
import {
  readObservationTemplates,
  readObservationTemplatesIn,
} from '#server/content/read-observation-templates.ts';
import { keepDraft } from '#server/practice/keep-draft.ts';
import { readDraft } from '#server/read-draft.ts';
import { discardObservation, signObservation } from '#server/sign-observation.ts';
import { begin, observationForm, sign, signedAt } from '../support/observing.ts';
import { freshService, type TestService } from '../support/service.ts';

let service: TestService;
let worker: Person;
let tom: Person;
let grace: Person;
let number = 0;

beforeAll(async () => {
  service = await freshService();
  tom = await service.add('tom', 'assessor');
  grace = await service.add('grace', 'manager');
});
beforeEach(async () => {
  worker = await service.add(`worker.${(number += 1)}`);
});
afterAll(() => service.remove());

const notFound = { ok: false, problem: { code: 'not-found' } };
const at = '2026-11-20T08:00:00.000Z';

describe('the templates that are shipped', () => {
  test('are six tasks, each with its things to look for', async () => {
    const templates = await readObservationTemplates();
    expect(templates.map(({ id }) => id)).toEqual([
      ...['medicines-round', 'moving-and-handling', 'mealtime', 'personal-care'],
      ...['first-visit', 'handover'],
    ]);
    for (const { id, task, practice } of templates) {
      expect(task).toBe(id);
      expect(practice.length).toBeGreaterThan(0);
    }
  });
  test.each([
    ['IP-04, IP-06', 'IP-04, IP-99', /0\.1\.yaml:20:\d+ unknown-competency/],
    ['practice: [CC-14.1c]', 'practice: [CC-14.1a]', /no-such-practice: CC-14\.1a/],
    ['practice: [CC-14.1c]', 'practice: [CC-13.3c]', /no-such-practice: CC-13\.3c/],
    ['task: handover', 'task: gossip', /wrong-shape: templates\.handover\.task/],
  ])('%s changed to %s is refused with its place', async (from, to, says) => {
    const folder = await mkdtemp(join(tmpdir(), 'in-practice-templates-'));
    const shipped = join(import.meta.dirname, '../../scenarios/frameworks/observation-templates');
    await cp(shipped, folder, { recursive: true });
    const file = join(folder, '0.1.yaml');
    const text = await readFile(file, 'utf8');
    expect(text).toContain(from);
    await writeFile(file, text.replace(from, to));
    await expect(readObservationTemplatesIn(folder, await readFrameworks())).rejects.toThrow(says);
    await rm(folder, { recursive: true });
  });
});

describe('an observation begun with one', () => {
  test('is about its competencies, once, and its correction too', async () => {
    const first = await beginFromTemplate(service.db, tom, worker.id, 'mealtime', at);
    if (!first.ok) throw new Error(JSON.stringify(first.problem));
    const { id } = first.value;
    expect(await beginFromTemplate(service.db, tom, worker.id, 'mealtime', at)).toEqual(first);
    const read = await readDraft(service.db, tom, id);
    if (!read.ok) throw new Error(read.problem.code);
    expect(read.value.competencies.map((one) => one.id)).toEqual(['IP-08', 'IP-14', 'IP-16']);
    expect(read.value.template).toMatchObject({ id: 'mealtime', task: 'mealtime' });
    expect(read.value.template!.criteria.length).toBe(read.value.template!.practice.length);
    const trust = ['IP-08', 'IP-14', 'IP-16'].map((one) => [`entrustment-${one}`, '3']);
    await sign(service.db, tom, id, Object.fromEntries(trust));
    expect((await findObservation(service.db, id))!.template).toBe('mealtime');
    const correction = await beginCorrection(service.db, tom, id, signedAt);
    if (!correction.ok) throw new Error(correction.problem.code);
    expect((await findObservation(service.db, correction.value.id))!.template).toBe('mealtime');
  });
  test('is for observers, never of oneself, and only by a name that there is', async () => {
    const by = (observer: Person, whom: Person, name = 'mealtime') =>
      beginFromTemplate(service.db, observer, whom.id, name, at);
    expect(await by(worker, worker)).toMatchObject(notFound);
    expect(await by(tom, tom)).toMatchObject(notFound);
    expect(await by(worker, tom)).toMatchObject(notFound);
    for (const name of ['', 'constructor', 'gardening'])
      expect(await by(tom, worker, name)).toMatchObject({
        problem: { code: 'malformed', problems: [{ field: 'template' }] },
      });
  });
});

describe('a draft kept to be finished later', () => {
  const typed = { seen: 'She began by', place: 'Flat 3', 'entrustment-IP-01': '4' };
  const keptOf = async (id: string) => {
    const read = await readDraft(service.db, tom, id);
    return read.ok ? read.value.kept : read.problem.code;
  };
  test('gives back what was typed to its observer alone, and counts for nothing', async () => {
    const id = await begin(service.db, tom, worker);
    expect(await keptOf(id)).toBeNull();
    for (const by of [grace, worker])
      expect(await keepDraft(service.db, by, id, typed, at)).toMatchObject(notFound);
    expect(await keepDraft(service.db, tom, id, typed, at)).toMatchObject({ ok: true });
    expect(await keptOf(id)).toEqual({ at, fields: typed });
    expect(await readDraft(service.db, grace, id)).toMatchObject(notFound);
    expect((await findObservation(service.db, id))!.signedAt).toBeNull();
  });
  test.each(['sign', 'discard'])('is wiped by: %s', async (how) => {
    const id = await begin(service.db, tom, worker);
    await keepDraft(service.db, tom, id, typed, at);
    if (how === 'sign') await sign(service.db, tom, id);
    else await discardObservation(service.db, tom, id, signedAt);
    expect((await findObservation(service.db, id))!.draft).toBeNull();
    expect(await keepDraft(service.db, tom, id, typed, at)).toMatchObject(notFound);
    expect((await findObservation(service.db, id))!.draft).toBeNull();
  });
});

describe('what the person supported said', () => {
  const words = { personSaid: '“She never rushes me.” (Mr A)' };
  test.each(['', 'declined', 'not-asked', 'yes'])('is not kept with: %j', async (consent) => {
    const id = await begin(service.db, tom, worker);
    const form = observationForm({ ...words, consent });
    const refused = await signObservation(service.db, tom, id, form, signedAt);
    expect(refused).toMatchObject({ problem: { problems: [{ field: 'consent' }] } });
    expect((await findObservation(service.db, id))!.personSaid).toBeNull();
  });
  test.each(['agreed', 'agreed-by-representative'])('is kept with: %s', async (consent) => {
    const id = await begin(service.db, tom, worker);
    await sign(service.db, tom, id, { ...words, consent });
    expect(await findObservation(service.db, id)).toMatchObject({ ...words, consent });
  });
  test('may be left out, with or without an answer', async () => {
    for (const consent of ['', 'declined']) {
      const id = await begin(service.db, tom, worker);
      await sign(service.db, tom, id, { consent });
      expect((await findObservation(service.db, id))!.consent).toBe(consent || null);
    }
  });
});
