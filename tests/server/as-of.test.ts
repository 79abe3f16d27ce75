import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertAccount, insertAccountAnswer, insertMarking, insertTalk } from '#db';
import type { Person } from '#domain/access/person.ts';
import { arrangeNext } from '#server/arrange/arrange-next.ts';
import { readArranged } from '#server/arrange/read-arranged.ts';
import { assignScenario } from '#server/assign-scenario.ts';
import { addPerson } from '#server/auth/add-person.ts';
import { beginCorrection } from '#server/begin-observation.ts';
import { adoptShippedPolicy } from '#server/content/adopt-shipped-policy.ts';
import { publishScenarios } from '#server/content/publish-scenarios.ts';
import { readPolicy } from '#server/content/read-policy.ts';
import { adoptPolicy } from '#server/policy/adopt-policy.ts';
import { readProfile } from '#server/profile/read-profile.ts';
import { readStanding } from '#server/profile/read-standing.ts';
import { readSureness } from '#server/profile/read-sureness.ts';
import { readTeam } from '#server/profile/read-team.ts';
import { readAsking } from '#server/read-asking.ts';
import { replyToObservation } from '#server/read-observation.ts';
import { holdDiscussion } from '#server/reasons/hold-discussion.ts';
import { readConcluded } from '#server/reasons/read-concluded.ts';
import { recordDebrief } from '#server/record-debrief.ts';
import { recordMove } from '#server/record-move.ts';
import { begin, sign } from '../support/observing.ts';
import { policyForm } from '../support/policy-form.ts';
import { freshService, toBody, ways, type TestService } from '../support/service.ts';
import { soundInput } from '../support/sound-scenario.ts';

let service: TestService;
let grace: Person;
let tom: Person;
let ada: Person;
let ben: Person;

/** The time that is looked back at, and two others. */
const then = '2027-03-01T12:00:00.000Z';
const before = '2027-02-20T09:00:00.000Z';
const after = '2027-04-10T09:00:00.000Z';
const competencies = ['IP-01', 'IP-02', 'IP-20'];

/** All that could be read about anybody at a time, from where somebody stands later. */
async function readAll(at: string, now = at) {
  const { db } = service;
  const people = [ada, ben, tom, grace];
  const about = async (viewer: Person, { id }: Person) => {
    const sayArranged = await readArranged(db, viewer, id, at);
    const standings = await Promise.all(
      competencies.map((one) => readStanding(db, viewer, id, one, at, now)),
    );
    return {
      profile: await readProfile(db, viewer, id, at, now),
      standings,
      arranged: standings.map(
        (one) => one.ok && sayArranged(one.value.competency.id, one.value.standing.leading.next),
      ),
      asked: await readAsking(db, viewer, id, at),
      concluded: await readConcluded(db, viewer, id, at),
      sureness: await readSureness(db, viewer, id, at),
    };
  };
  const all = {
    team: await readTeam(db, grace, {}, at, now),
    policy: await readPolicy(db, at),
    seen: await Promise.all(people.map((person) => about(grace, person))),
    own: await Promise.all(people.map((person) => about(person, person))),
  };
  return structuredClone(all);
}

const must = async <Value>(result: Promise<{ ok: boolean; problem?: unknown } & Value>) => {
  const made = await result;
  if (!made.ok) throw new Error(JSON.stringify(made.problem));
  return made;
};
const talk = (at: string) => ({
  heldOn: at.slice(0, 10),
  words: 'We sat down and talked about what was chosen.',
});
const discussed = (at: string) => ({
  ...{ competency: 'IP-01', level: 3, heldOn: at.slice(0, 10), outcome: 'shown' },
  probed: 'What she would do on a night with one carer.',
  shown: 'She weighed both and said when she would ask.',
});
const marking = (moveId: string, round: number, markerId: string, at: string) =>
  insertMarking(service.db, {
    ...{ id: randomUUIDv7(), moveId, personId: ada.id, markerId, round, marks: [], at },
    ...{ competencies: ['IP-01'], level: 3, outcome: round === 1 ? 'shown' : 'not-yet' },
  });

let moveId: string;
let openOne: string;
let harmed: string;
let seen: string;

beforeAll(async () => {
  service = await freshService({
    hall: soundInput(),
    landing: { ...soundInput(), title: 'The landing' },
    yard: { ...soundInput(), title: 'The yard' },
  });
  const { db } = service;
  await adoptShippedPolicy(db, '2026-11-22T08:00:00.000Z');
  grace = await service.add('grace', 'manager');
  tom = await service.add('tom', 'assessor');
  ada = await service.add('ada');
  ben = await service.add('ben');
  await service.play(ada, await service.begin(ada, 'hall', before), ways.sound, 0, before);
  harmed = await service.begin(ben, 'hall', before);
  const sure = toBody(0, 'decide shout', { confidence: 'sure' });
  await must(recordMove(db, ben, harmed, sure, before));
  await service.play(ben, harmed, ['decide wait'], 1, before);
  // What is half played at that time, and what is only asked for.
  openOne = await service.begin(ada, 'landing', before);
  await service.play(ada, openOne, ['decide ask'], 0, before);
  const due = { slug: 'yard', dueOn: '2027-03-20' };
  await must(assignScenario(db, grace, ada.id, due, before));
  await must(assignScenario(db, grace, ben.id, { ...due, slug: 'landing' }, before));
  const observedOn = { observedOn: '2027-02-20' };
  seen = await begin(db, tom, ada, ['IP-01', 'IP-02'], '2027-02-20T10:00:00.000Z');
  await sign(db, tom, seen, observedOn, '2027-02-20T12:00:00.000Z');
  await must(
    arrangeNext(
      ...([db, grace, ben.id] as const),
      {
        kind: 'debrief',
        competency: 'IP-01',
        level: 2,
        attemptId: harmed,
        who: tom.id,
        day: '2027-03-05',
      },
      '2027-02-25T09:00:00.000Z',
    ),
  );
  const [move] = await service.rows(
    "SELECT m.id FROM moves m JOIN attempts a ON a.id = m.attempt_id WHERE a.person_id = ? AND m.kind = 'decide' ORDER BY m.id",
    ada.id,
  );
  moveId = String(move!['id']);
  await must(holdDiscussion(db, tom, ada.id, discussed(before), before));
  await marking(moveId, 1, tom.id, before);
}, 60_000);
afterAll(() => service.remove());

/** Everything that can happen to a record, one after the other, all of it later. */
const later: [string, () => Promise<unknown>][] = [
  ['finishing what was begun', () => service.play(ada, openOne, ['decide wait'], 1, after)],
  [
    'playing another',
    async () => service.play(ben, await service.begin(ben, 'landing', after), ways.sound, 0, after),
  ],
  [
    'playing again',
    async () => service.play(ada, await service.begin(ada, 'hall', after), ways.sound, 0, after),
  ],
  ['talking about harm', () => must(recordDebrief(service.db, tom, harmed, talk(after), after))],
  [
    'being seen',
    async () => {
      const id = await begin(service.db, tom, ben, ['IP-01'], after);
      await sign(service.db, tom, id, { observedOn: '2027-04-09' }, '2027-04-10T10:00:00.000Z');
    },
  ],
  [
    'a correction of what was seen',
    async () => {
      const begun = await beginCorrection(service.db, tom, seen, after);
      if (!begun.ok) throw new Error(begun.problem.code);
      const more = { 'entrustment-IP-01': '1', observedOn: '2027-02-20' };
      await sign(service.db, tom, begun.value.id, more, '2027-04-10T10:00:00.000Z');
    },
  ],
  [
    'a reply to what was seen',
    () => must(replyToObservation(service.db, ada, seen, { words: 'I was in a hurry.' }, after)),
  ],
  [
    'a discussion, and a correction of one',
    async () => {
      await must(holdDiscussion(service.db, grace, ben.id, discussed(after), after));
      const [row] = await service.rows('SELECT id FROM discussions WHERE person_id = ?', ada.id);
      const again = { ...discussed(after), outcome: 'not-yet', corrects: String(row!['id']) };
      await must(holdDiscussion(service.db, tom, ada.id, again, after));
    },
  ],
  [
    'a second marking, and a talk of the markers',
    async () => {
      await marking(moveId, 2, grace.id, after);
      await insertTalk(service.db, {
        ...{ id: randomUUIDv7(), moveId, heldBy: grace.id, heldOn: '2027-04-10' },
        ...{ outcome: 'not-yet', words: 'We read it together.', at: after },
      });
    },
  ],
  [
    'an account that is accepted',
    async () => {
      const account = { id: randomUUIDv7(), personId: ben.id, competencies: ['IP-01'], level: 2 };
      const words = 'I told somebody that the rail was loose.';
      await insertAccount(service.db, {
        ...account,
        happenedOn: '2027-02-01',
        words,
        again: null,
        at: after,
      });
      await insertAccountAnswer(service.db, {
        ...{ id: randomUUIDv7(), accountId: account.id, assessorId: tom.id, accepted: true },
        ...{ words: 'It is clear what was done.', at: after },
      });
    },
  ],
  [
    'asking for more',
    async () => {
      const { db } = service;
      await must(assignScenario(db, grace, ben.id, { slug: 'yard', dueOn: '2027-05-01' }, after));
      const ask = { competency: 'IP-01', level: 2, who: '', day: '2027-05-01' };
      await must(arrangeNext(db, grace, ada.id, { ...ask, kind: 'observe' }, after));
      await must(arrangeNext(db, grace, ben.id, { ...ask, kind: 'observe' }, after));
    },
  ],
  [
    'another policy',
    async () => {
      const more = { 'levels.2.judgement.anchors': '1', 'levels.2.judgement.scenarios': '1' };
      const form = policyForm(await readPolicy(service.db, after), {
        ...more,
        'certainty.cut': '10',
      });
      await must(adoptPolicy(service.db, grace, form, after));
    },
  ],
  [
    'a scenario written anew, and one taken away',
    async () => {
      await service.content.edit('hall', 'A hall.', 'A long hall.');
      await service.content.take('yard');
      await publishScenarios(service.db, { at: after });
    },
  ],
  [
    'somebody new',
    async () => {
      const input = { name: 'Cara Dunn', username: 'cara', role: 'worker', category: 'CWP-CSW' };
      await must(addPerson(service.db, grace, { ...input, startedOn: '2027-04-01' }, after));
    },
  ],
];

test('whatever happens later, a past time is shown as it was shown then', async () => {
  const shown = await readAll(then);
  expect(shown.seen[0]!.profile).toMatchObject({ value: { attempts: [{}, {}] } });
  const now = await readAll(after);
  for (const [at, [what, happens]] of later.entries()) {
    await happens();
    // Twice on the way, to say sooner which of them it was; each reading takes a second or so.
    if (at === 3 || at === 8) expect(await readAll(then, after), what).toEqual(shown);
  }
  const end = '2027-04-11T09:00:00.000Z';
  expect(await readAll(then, end)).toEqual(shown);
  // And it did happen.
  const different = await readAll(end);
  for (const one of [0, 1]) expect(different.seen[one]).not.toEqual(now.seen[one]);
  expect(different.team).not.toEqual(now.team);
  expect(different.policy).not.toEqual(shown.policy);
}, 60_000);
