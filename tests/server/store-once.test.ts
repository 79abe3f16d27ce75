import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '#domain/access/person.ts';
import { assignScenario } from '#server/assign-scenario.ts';
import { replyToObservation } from '#server/read-observation.ts';
import { recordDebrief } from '#server/record-debrief.ts';
import { saveReflection } from '#server/save-reflection.ts';
import { begin, sign } from '../support/observing.ts';
import { freshService, ways, type TestService } from '../support/service.ts';

let service: TestService;
let grace: Person;
let worker: Person;
let attemptId: string;
let observationId: string;

beforeAll(async () => {
  service = await freshService();
  grace = await service.add('grace', 'manager');
  worker = await service.add('worker');
  const played = '2026-11-20T09:00:00.000Z';
  attemptId = await service.begin(worker, 'hall', played);
  await service.play(worker, attemptId, ways.harmful, 0, played);
  observationId = await begin(service.db, grace, worker);
  await sign(service.db, grace, observationId);
});
afterAll(() => service.remove());

const at = '2026-11-21T10:00:00.000Z';
type Fields = Record<string, unknown>;
const forms: [string, Fields, Fields, (body: Fields) => Promise<{ ok: boolean }>][] = [
  [
    'assignments',
    { slug: 'hall', dueOn: '2026-12-01' },
    { dueOn: '2026-12-02' },
    (body) => assignScenario(service.db, grace, worker.id, body, at),
  ],
  [
    'observation_replies',
    { words: 'I was told to hurry.' },
    { words: 'It was late.' },
    (body) => replyToObservation(service.db, worker, observationId, body, at),
  ],
  [
    'debriefs',
    { heldOn: '2026-11-21', words: 'We talked about it.' },
    { words: 'We talked for long.' },
    (body) => recordDebrief(service.db, grace, attemptId, body, at),
  ],
  [
    'reflections',
    { words: 'I would sit down.', shared: 'private' },
    { shared: 'share' },
    (body) => saveReflection(service.db, worker, attemptId, body, at),
  ],
];

describe.each(forms)('%s', (table, fields, other, send) => {
  const count = async () => (await service.rows(`SELECT id FROM ${table}`)).length;

  test('sent twice from one form are stored once, and both are answered as done', async () => {
    const before = await count();
    const body = { ...fields, formId: randomUUIDv7() };
    const both = await Promise.all([send(body), send(body)]);
    expect([...both, await send(body)].map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(await count()).toBe(before + 1);
    expect((await send({ ...body, ...other })).ok).toBe(true);
    expect(await count()).toBe(before + 2);
  });

  test.each([undefined, '', 'mine', '3f0e8a52-6b1c-4f7e-9a53-0d9c4f1b2a77'])(
    'from a form named %j are stored as they come',
    async (formId) => {
      const before = await count();
      for (const body of [
        { ...fields, formId },
        { ...fields, formId },
      ])
        expect((await send(body)).ok).toBe(true);
      expect(await count()).toBe(before + 2);
    },
  );
});
