import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#db';
import type { Person } from '#domain/access/person.ts';
import type { Result } from '#domain/result.ts';
import { beginCorrection, beginObservation } from '#server/begin-observation.ts';
import { listDrafts } from '#server/list-drafts.ts';
import { readDraft } from '#server/read-draft.ts';
import { readObservation } from '#server/read-observation.ts';
import { readStanding } from '#server/profile/read-standing.ts';
import { discardObservation, signObservation } from '#server/sign-observation.ts';
import { freshDatabase } from '../support/database.ts';
import { addSomebody } from '../support/team.ts';

let db: Database;
let remove: () => Promise<void>;
let worker: Person;
let observer: Person;
let other: Person;

beforeAll(async () => {
  ({ db, remove } = await freshDatabase());
  worker = (await addSomebody(db, 'amina.yusuf')).person;
  observer = (await addSomebody(db, 'dele.okafor', 'assessor')).person;
  other = (await addSomebody(db, 'mara.lewin', 'manager')).person;
});
afterAll(() => remove());

const valueOf = <Value>(result: Result<Value, unknown>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
};
const signedBody = {
  observedOn: '2026-11-20',
  observedTime: '09:30',
  place: 'Rowan House',
  task: 'mealtime',
  seen: 'She sat level with him and waited after each mouthful.',
  personSaid: '',
  'entrustment-IP-14': '3',
};
const at = '2026-11-21T09:00:00.000Z';
const begin = async () =>
  valueOf(await beginObservation(db, observer, worker.id, ['IP-14'], at)).id;

test('pressing begin twice gives one draft, which hides its competency from its observer only', async () => {
  const id = await begin();
  expect(await begin()).toBe(id);
  expect(await listDrafts(db, observer)).toMatchObject([{ id, name: worker.name }]);

  const hidden = await readStanding(db, observer, worker.id, 'IP-14');
  expect(hidden).toMatchObject({ ok: false, problem: { code: 'hidden' } });
  expect((await readStanding(db, other, worker.id, 'IP-14')).ok).toBe(true);
  expect((await readDraft(db, other, id)).ok).toBe(false);
  expect((await readObservation(db, worker, id)).ok).toBe(false);

  valueOf(await discardObservation(db, observer, id, at));
  expect((await readStanding(db, observer, worker.id, 'IP-14')).ok).toBe(true);
});

test('a form with holes says where they are and signs nothing', async () => {
  const id = await begin();
  const refused = await signObservation(
    db,
    observer,
    id,
    { ...signedBody, seen: '', 'entrustment-IP-14': '' },
    at,
  );
  if (refused.ok || refused.problem.code !== 'malformed') throw new Error('it was let through');
  expect(refused.problem.problems.map(({ field }) => field)).toEqual(['seen', 'entrustment-IP-14']);
  expect((await readDraft(db, observer, id)).ok).toBe(true);
});

test('a correction begins from what was signed, once, and only from the newest', async () => {
  const id = await begin();
  valueOf(await signObservation(db, observer, id, signedBody, at));
  expect(await readDraft(db, observer, id)).toMatchObject({ problem: { code: 'already-signed' } });
  expect((await beginCorrection(db, other, id, at)).ok).toBe(false);

  const draft = valueOf(await beginCorrection(db, observer, id, at)).id;
  expect(valueOf(await beginCorrection(db, observer, id, at)).id).toBe(draft);
  const { corrects } = valueOf(await readDraft(db, observer, draft));
  expect(corrects?.place).toBe('Rowan House');

  const better = { ...signedBody, 'entrustment-IP-14': '2' };
  valueOf(await signObservation(db, observer, draft, better, at));
  expect(valueOf(await readObservation(db, worker, id)).correctedBy).toBe(draft);
  expect((await beginCorrection(db, observer, id, at)).ok).toBe(false);
  const { standing } = valueOf(await readStanding(db, worker, worker.id, 'IP-14'));
  expect(standing.leading.practice).toMatchObject({ observations: 1, lowestRecent: 2 });
});
