import { randomUUIDv7 } from 'node:crypto';
import { statSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '#db';
import { formsOf, inForm } from '#domain/scenario/forms.ts';
import { firstMoment, nextMoment } from '#domain/scenario/moment.ts';
import type { Scenario } from '#domain/scenario/schema.ts';
import { toMachine } from '#domain/scenario/to-machine.ts';
import { listScenarios, readScenario } from '#server/content/read-scenario.ts';
import { addSamplePerson } from '#server/sample/add-sample-person.ts';
import { chooseMove, manners, type Manner } from '../support/choose-move.ts';
import { fieldsFor, reasonsOf } from '../support/answer-fields.ts';
import { branchingStory } from '../support/branching-story.ts';
import { writeScenario } from '../support/content-folder.ts';
import { startService, type RunningService } from '../support/running-service.ts';
import { listTexts, plainly, textsAt, textsOf } from '../support/scenario-texts.ts';
import { visit, type Visitor } from '../support/visitor.ts';

// What is shipped, and a story with one of everything, so that no kind is left out.
const content = await mkdtemp(join(tmpdir(), 'in-practice-leaks-'));
await cp(join(import.meta.dirname, '..', '..', 'scenarios'), content, { recursive: true });
const branching = 'one-of-everything';
await writeScenario(content, branching, branchingStory());
const before = process.env['CONTENT_DIR'];
process.env['CONTENT_DIR'] = content;
// Nobody can play a draft.
const playable = (
  await Promise.all(
    (await listScenarios()).map(async (slug) => {
      const { read } = await readScenario(slug);
      return read.ok ? [{ slug, scenario: read.value }] : [];
    }),
  )
)
  .flat()
  .filter(({ scenario }) => scenario.status !== 'draft');
const slugs = playable.map(({ slug }) => slug);
// What every scenario is called, where it plays and how it begins is told to everybody at home: it may
// be words of a scene in another.
const titles = playable.map(({ scenario: { title, setting, summary } }) =>
  plainly(`${title} ${setting} ${summary}`),
);

let service: RunningService;
let db: Database;
let people = 0;

beforeAll(async () => {
  service = await startService({ CONTENT_DIR: content });
  db = await openDatabase(service.databaseUrl);
}, 240_000);
afterAll(async () => {
  // First, whatever fails: files that follow read what is shipped.
  if (before === undefined) delete process.env['CONTENT_DIR'];
  else process.env['CONTENT_DIR'] = before;
  db.close();
  await service.stop();
  await rm(content, { recursive: true });
});

/** A worker nobody has met yet, signed in. */
async function someoneNew() {
  const id = randomUUIDv7();
  const username = `player.${(people += 1)}`;
  const person = { id, username, name: 'A Player', role: 'worker', category: 'CWP-CSW' } as const;
  await addSamplePerson(
    db,
    { ...person, startedOn: '2026-01-05', services: [], everywhere: false },
    '2026-01-05T09:00:00.000Z',
  );
  const visitor = visit(service.address);
  await visitor.signIn(username);
  return { visitor, id };
}

const forbiddenFields =
  /["'](why|weigh|weight|credit|harmful|key|recovers|nonRoutine|anchor|anchors|when|to|set|add|facts|scenes|worldBefore|level|competencies|indicators)["']\s*:/;
const allowedFields = new Set(
  'code message scene step id title place clock html people name looks src finds label minutes found known note decision prompt options text next ending past did followed kind pick scale asks beside strands turn field'.split(
    ' ',
  ),
);

function fieldsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(fieldsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...fieldsOf(inner)]);
}

/** Keeps what may be told by now, and looks through everything that is answered. */
function makeWatch(scenario: Scenario) {
  const { story, reasons } = listTexts(scenario);
  const told = new Set<string>();
  let untold = story.filter((text) => text.length >= 8);
  const unpack = (text: string) => plainly(text.replace(/\[(\d),/g, ' '));
  return {
    allow(texts: string[]) {
      texts.forEach((text) => told.add(text));
      const open = [...told].join('\n');
      untold = untold.filter((text) => !open.includes(text));
    },
    check(body: string, where: string, must: string[] = []) {
      const page = unpack(body);
      expect(
        must.filter((text) => !page.includes(text)),
        `missing ${where}`,
      ).toEqual([]);
      const leaked = [...untold, ...reasons].filter((text) => page.includes(text));
      expect(leaked, where).toEqual([]);
      expect(forbiddenFields.exec(plainly(body))?.[0], where).toBeUndefined();
    },
    checkJson(body: string, where: string, must?: string[]) {
      const unknown = fieldsOf(JSON.parse(body)).filter((name) => !allowedFields.has(name));
      expect(unknown, where).toEqual([]);
      this.check(body, where, must);
    },
  };
}

/** What is said of a scenario before it is begun; a scene may be called by some words of it. */
const introductionOf = ({ summary, purpose, people, warning }: Scenario) =>
  plainly(
    [summary, purpose, warning, ...Object.values(people).map(({ about }) => about)].join(' '),
  );

type Watch = ReturnType<typeof makeWatch>;

async function lookAround(visitor: Visitor, personId: string, scenario: Scenario, watch: Watch) {
  const paths = ['/home', `/people/${personId}`];
  paths.push(...scenario.claims.map(({ competency }) => `/people/${personId}/${competency}`));
  for (const path of paths) {
    const { status, body } = await visitor.get(path);
    expect(status, path).toBe(200);
    watch.check(body, path);
  }
}

/** Plays one way through over HTTP, looking through every answer until the end. */
async function playOver(slug: string, manner: Manner, looks: boolean, way: 'json' | 'form') {
  const { read } = await readScenario(slug);
  if (!read.ok) throw new Error(`${slug} cannot be read.`);
  const { visitor, id: personId } = await someoneNew();
  const introduction = await visitor.get(`/scenarios/${slug}`);
  for (const form of formsOf(read.value)) {
    const stranger = makeWatch(inForm(read.value, form));
    // What a scene is called may be words of the introduction.
    stranger.allow([...titles, introductionOf(inForm(read.value, form))]);
    stranger.check(introduction.body, 'the introduction');
  }
  const { goes } = await visitor.post(`/scenarios/${slug}`);
  const page = goes!;
  const { rows } = await db.client.execute({
    sql: 'SELECT form FROM attempts WHERE id = ?',
    args: [page.split('/').at(-1)!],
  });
  const scenario = inForm(read.value, String(rows[0]!['form']));
  const machine = toMachine(scenario);
  const watch = makeWatch(scenario);
  const turned = new Set<string>();

  let moment = firstMoment(machine);
  watch.allow([...titles, ...textsAt(scenario, moment)]);
  const address = `/api${page}/moves`;
  const reasons: string[] = [];
  for (let step = 0; ; step += 1) {
    const { body } = await visitor.get(page);
    watch.check(body, `${page} at ${moment.scene}`, textsAt(scenario, moment));
    for (const [, src] of body.matchAll(/<img[^>]*src="(\/portraits\/[^"]+)"/g)) {
      const portrait = await visitor.get(src!);
      expect(portrait.headers.get('content-type')).toBe('image/svg+xml');
      watch.check(portrait.body, src!);
      expect(portrait.body).not.toMatch(/<(text|title|desc|metadata)\b(?!.*openpeeps)/i);
    }
    const scene = scenario.scenes[moment.scene]!;
    if (scene.ending) break;
    expect((await visitor.get(`${page}/debrief`)).goes).toBe(page);
    if (step % (slug === branching ? 4 : 12) === 0)
      await lookAround(visitor, personId, scenario, watch);

    const move = chooseMove(scenario, moment, manner, looks, turned);
    const isWritten = move.type === 'decide' && scene.decision!.kind === 'rationale';
    const words = isWritten ? { words: 'I weighed one thing against another.' } : {};
    const sent = { step, kind: move.type, choice: move.choice, ...words };
    for (const poor of [
      { ...sent, step: step + 1 },
      { ...sent, choice: 'nothing-like-this' },
      {},
    ]) {
      if (move.type === 'go-on' && 'step' in poor && poor.step === step) continue;
      const refused = await visitor.postJson(address, poor);
      expect([400, 409, 422]).toContain(refused.status);
      watch.checkJson(refused.body, 'a refusal');
    }
    const after = nextMoment(machine, moment, move)!;
    watch.allow([...textsOf(scenario, moment, move), ...textsAt(scenario, after)]);
    if (move.type === 'decide')
      reasons.push(
        ...reasonsOf(scene.decision!, move.choice, moment.world).map((why) => plainly(why).trim()),
      );
    moment = after;
    if (way === 'json') {
      const answer = await visitor.postJson(address, sent);
      expect(answer.status).toBe(200);
      watch.checkJson(answer.body, `the answer at ${moment.scene}`, textsAt(scenario, moment));
    } else {
      const fields = move.type === 'decide' ? fieldsFor(scene.decision, move.choice) : {};
      const { choice, ...rest } = { ...sent, step: String(step) };
      const answer = await visitor.post(address, {
        ...rest,
        ...(move.type === 'decide' ? fields : { choice }),
      });
      expect([answer.status, answer.goes, answer.body]).toEqual([303, `${page}#moment-title`, '']);
    }
  }
  const debrief = await visitor.get(`${page}/debrief`);
  const told = plainly(debrief.body);
  expect(reasons.length).toBeGreaterThan(0);
  expect(reasons.filter((reason) => !told.includes(reason))).toEqual([]);
}

/** Every manner of playing: of a small story that has everything in it. */
const everyWay = manners.flatMap((manner, at) => [
  [manner, true, at % 2 ? 'json' : 'form'] as const,
  [manner, false, at % 2 ? 'form' : 'json'] as const,
  ...(at < 2 ? [[manner, true, at % 2 ? 'form' : 'json'] as const] : []),
]);

describe.each(slugs)('%s tells nothing before its time', (slug) => {
  // Each shipped scenario is played in one of them, another for each that follows.
  const ways = slug === branching ? everyWay : [everyWay[slugs.indexOf(slug) % everyWay.length]!];
  test.each(ways)(
    'the %s options, looking at everything: %s, by %s',
    async (manner, looks, way) => {
      await playOver(slug, manner, looks, way);
    },
    60_000,
  );
});

test('the service wrote no error while it was played', () => {
  expect(service.output()).not.toMatch(/"level":(50|60)/);
});

test('nor can any other account of the machine read the database that the service made', () => {
  const file = service.databaseUrl.replace('file:', '');
  for (const end of ['', '-wal', '-shm']) expect(statSync(file + end).mode & 0o077).toBe(0);
});
