import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPerson, type Database } from '#db';
import { creditWords } from '#domain/attempt/worth-words.ts';
import { londonDate } from '#domain/london-time.ts';
import { arrangeNext } from '#server/arrange/arrange-next.ts';
import { assignScenario } from '#server/assign-scenario.ts';
import { readPolicy } from '#server/content/read-policy.ts';
import { readStanding } from '#server/profile/read-standing.ts';
import { holdDiscussion } from '#server/reasons/hold-discussion.ts';
import { recordDebrief } from '#server/record-debrief.ts';
import { formFields, plainText } from '../support/form-fields.ts';
import { startSignedInCast, type SignedInCast } from '../support/signed-in-cast.ts';

let cast: SignedInCast;
let db: Database;
let daniel: string;
let competency: string;
let harmed: string;
const people: Record<string, NonNullable<Awaited<ReturnType<typeof findPerson>>>> = {};

beforeAll(async () => {
  cast = await startSignedInCast();
  db = cast.db;
  for (const name of ['daniel', 'grace', 'tom'])
    people[name] = (await findPerson(
      db,
      await cast.one('SELECT id FROM people WHERE username = ?', name),
    ))!;
  daniel = people['daniel']!.id;
  const harm = 'FROM evidence WHERE person_id = ? AND harmful = 1 ORDER BY id LIMIT 1';
  competency = await cast.one(`SELECT competency ${harm}`, daniel);
  harmed = await cast.one(`SELECT attempt_id ${harm}`, daniel);
}, 240_000);
afterAll(() => cast.stop());

/** What is between the tags of a page, in one line. */
const readPage = async (path: string): Promise<{ html: string; text: string }> => {
  const { status, body } = await cast.as.manager.get(path);
  expect(status, path).toBe(200);
  const text = plainText(body.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ');
  return { html: plainText(body), text };
};
const must = async (made: Promise<{ ok: boolean; problem?: unknown }>) => {
  const result = await made;
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
};
const inDays = (days: number) => londonDate(new Date(Date.now() + days * 86_400_000).toISOString());

test('from a state to its rule, its evidence, the decision, the option, the key and its version', async () => {
  const read = await readStanding(db, people['grace']!, daniel, competency);
  if (!read.ok) throw new Error(read.problem.code);
  const { standing, evidence } = read.value;
  const page = await readPage(`/people/${daniel}/${competency}`);

  // The rule and the policy that it stands in.
  const { rule, policyVersion } = standing.leading;
  expect(page.text).toContain(rule);
  expect(page.html).toContain(`href="/policy/${policyVersion}"`);
  expect((await readPage(`/policy/${policyVersion}`)).text).toContain(rule);

  // Each line of evidence, with what was chosen, what it was worth and why, and by which key.
  expect(evidence.length).toBeGreaterThan(0);
  for (const row of evidence) {
    const { sceneTitle, chose, why, credit, harmful, versionHash, attemptId, moveId } = row;
    for (const words of [sceneTitle, chose, why, creditWords(credit, harmful)])
      expect(page.text).toContain(words.replace(/\s+/g, ' '));
    expect(page.text).toContain(`Key version ${versionHash.slice(0, 8)}`);
    expect(page.html).toContain(`/attempts/${attemptId}/debrief#${moveId}`);
    const debrief = await readPage(`/attempts/${attemptId}/debrief`);
    expect(debrief.html).toContain(`id="${moveId}"`);
  }
});

test('a concern has three steps, each with its day and whose it is', async () => {
  const at = `/people/${daniel}/${competency}`;
  const open = (await readPage(at)).text;
  expect(open).toMatch(/Talked through: not yet Nobody is asked yet\./);
  const claim = { competency, level: 2, attemptId: harmed, day: inDays(5) };
  const booked = { ...claim, kind: 'debrief', who: people['tom']!.id };
  await must(arrangeNext(db, people['grace']!, daniel, booked));
  const asked = { ...claim, kind: 'observe', who: people['tom']!.id };
  await must(arrangeNext(db, people['grace']!, daniel, asked));
  const arranged = (await readPage(at)).text;
  expect(arranged).toMatch(/Talked through: not yet Booked with Tom Whitfield for \d/);
  expect(arranged).toMatch(/Seen done safely at work: not yet Tom Whitfield is asked to see it/);
});

test('a discussion that counts leads to its page', async () => {
  const body = {
    ...{ competency, level: 2, heldOn: londonDate(new Date().toISOString()), outcome: 'shown' },
    probed: 'What he would do when there is no time to sit down.',
    shown: 'He would sit down anyway, and say that he is late.',
  };
  await must(holdDiscussion(db, people['tom']!, daniel, body));
  const id = await cast.one('SELECT id FROM discussions WHERE person_id = ?', daniel);
  const page = await readPage(`/people/${daniel}/${competency}`);
  expect(page.html).toContain(`href="/people/${daniel}/discussions#${id}"`);
  expect(page.text).toContain('Professional discussion, Tom Whitfield Counts for level 2');
  expect((await readPage(`/people/${daniel}/discussions`)).html).toContain(`id="${id}"`);
});

test('a past day is the same page, whatever is recorded and adopted afterwards', async () => {
  const on = `?on=${inDays(-1)}`;
  const paths = [`/people/${daniel}${on}`, `/people/${daniel}/${competency}${on}`, `/team${on}`];
  const pages = async () => {
    const all: string[] = [];
    for (const path of paths) all.push((await readPage(path)).text);
    return all;
  };
  const shown = await pages();
  const talk = { heldOn: inDays(0), words: 'We sat down and talked about what was chosen.' };
  await must(recordDebrief(db, people['tom']!, harmed, talk));
  const asked = { slug: 'between-us', dueOn: inDays(9) };
  await must(assignScenario(db, people['grace']!, daniel, asked));
  const before = await readPolicy(db);

  // As a manager does it, without JavaScript: a change, what it would do, and then the adoption.
  const form = await cast.as.manager.get('/policy/change');
  const fields = {
    ...formFields(form.body, '/policy/change'),
    ...{ 'levels.2.judgement.anchors': '2', 'levels.2.judgement.scenarios': '1' },
    ...{ 'levels.2.judgement.days': '1', 'certainty.cut': '20' },
  };
  const refused = await cast.as.manager.post('/policy/change', {
    ...fields,
    ...{ step: 'preview', 'certainty.cut': 'most' },
  });
  expect(refused.status).toBe(400);
  expect(refused.body).toContain('href="#certainty.cut"');
  expect(refused.body).toContain('value="most"');
  const preview = await cast.as.manager.post('/policy/change', { ...fields, step: 'preview' });
  expect(preview.status).toBe(200);
  expect(preview.body).toMatch(/\d+ states would change, of \d+ workers/);
  expect((await readPolicy(db)).version).toBe(before.version);
  const carried = formFields(preview.body, '/policy/change');
  const bare = await cast.as.manager.post('/policy/change', { ...carried, step: 'adopt' });
  expect(bare.status).toBe(400);
  for (const field of ['reason', 'wordsHold']) expect(bare.body).toContain(`href="#${field}"`);
  const sent = { ...carried, reason: 'We want to see it sooner.', wordsHold: 'on', step: 'adopt' };
  const adopted = await cast.as.manager.post('/policy/change', sent);
  expect([adopted.status, adopted.goes]).toEqual([303, '/policy?done=adopted']);
  // A second manager's page that was open all the while is told so, and keeps what was written.
  const late = await cast.as.manager.post('/policy/change', {
    ...{ ...carried, 'review.months': '9', reason: 'It was open for a while.', step: 'adopt' },
  });
  expect([late.status, late.body.includes('It was open for a while.')]).toEqual([409, true]);

  const { version } = await readPolicy(db);
  expect(version).not.toBe(before.version);
  expect((await readPage('/policy')).text).toContain('We want to see it sooner.');
  const today = await readPage(`/people/${daniel}/${competency}`);
  expect(today.html).toContain(`href="/policy/${version}"`);
  expect(await pages()).toEqual(shown);
});
