import { actionsIn } from '#domain/scenario/decision.ts';
import { randomUUIDv7 } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '#db';
import { firstMoment, movesAt, nextMoment, type Moment } from '#domain/scenario/moment.ts';
import type { Scenario } from '#domain/scenario/schema.ts';
import { toMachine, type Move } from '#domain/scenario/to-machine.ts';
import { listScenarios, readScenario } from '#server/content/read-scenario.ts';
import { addSamplePerson } from '#server/sample/add-sample-person.ts';
import { startService, type RunningService } from '../support/running-service.ts';
import { listTexts, plainly, textsAt, textsOf } from '../support/scenario-texts.ts';
import { visit, type Visitor } from '../support/visitor.ts';

process.env['CONTENT_DIR'] = join(import.meta.dirname, '..', '..', 'scenarios');
const slugs = await listScenarios();
const manners = ['best', 'worst', 'first', 'last'] as const;
type Manner = (typeof manners)[number];

let service: RunningService;
let db: Database;
let people = 0;

beforeAll(async () => {
  service = await startService();
  db = await openDatabase(service.databaseUrl);
}, 240_000);
afterAll(async () => {
  db.close();
  await service.stop();
});

/** A worker nobody has met yet, signed in. */
async function someoneNew() {
  const id = randomUUIDv7();
  const username = `player.${(people += 1)}`;
  const person = { id, username, name: 'A Player', role: 'worker', category: 'CWP-CSW' } as const;
  await addSamplePerson(db, { ...person, startedOn: '2026-01-05' }, '2026-01-05T09:00:00.000Z');
  const visitor = visit(service.address);
  await visitor.signIn(username);
  return { visitor, id };
}

function chooseMove(scenario: Scenario, moment: Moment, manner: Manner, looks: boolean): Move {
  const moves = movesAt(scenario, moment);
  const find = moves.find(({ type }) => type === 'find');
  if (find && looks) return find;
  const ways = moves.filter(({ type }) => type !== 'find');
  const worth = ({ choice }: Move) => {
    const key = actionsIn(scenario.scenes[moment.scene]!.decision)[choice]?.key;
    const credit = Object.values(key?.credit ?? {}).reduce((sum, one) => sum + one, 0);
    return credit - (key?.harmful ? 10 : 0);
  };
  if (manner === 'first') return ways[0]!;
  if (manner === 'last') return ways.at(-1)!;
  const ranked = ways.toSorted((a, b) => worth(b) - worth(a));
  return manner === 'best' ? ranked[0]! : ranked.at(-1)!;
}

const forbiddenFields =
  /["'](why|weigh|weight|credit|harmful|key|recovers|nonRoutine|anchor|anchors|when|to|set|add|facts|scenes|worldBefore|level|competencies|indicators)["']\s*:/;
const allowedFields = new Set(
  'code message scene step id title place clock html people name looks src finds label minutes found known note decision prompt options text next ending past did followed'.split(
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
  const unpack = (text: string) => plainly(text.replace(/\[(\d),/g, ' '));
  return {
    allow: (texts: string[]) => texts.forEach((text) => told.add(text)),
    check(body: string, where: string, must: string[] = []) {
      const page = unpack(body);
      const open = [...told].join('\n');
      expect(
        must.filter((text) => !page.includes(text)),
        `missing ${where}`,
      ).toEqual([]);
      const leaked = [
        ...story.filter((text) => text.length >= 8 && !open.includes(text)),
        ...reasons,
      ].filter((text) => page.includes(text));
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
  const scenario = read.value;
  const machine = toMachine(scenario);
  const watch = makeWatch(scenario);
  const { visitor, id: personId } = await someoneNew();
  watch.check((await visitor.get(`/scenarios/${slug}`)).body, 'the introduction');

  let moment = firstMoment(machine);
  watch.allow(textsAt(scenario, moment));
  const { goes } = await visitor.post(`/scenarios/${slug}`);
  const page = goes!;
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
    if (step % 4 === 0) await lookAround(visitor, personId, scenario, watch);

    const move = chooseMove(scenario, moment, manner, looks);
    const sent = { step, kind: move.type, choice: move.choice };
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
    const option = move.type === 'decide' ? scene.decision!.options[move.choice]! : undefined;
    if (option) reasons.push(plainly(option.key.why).trim());
    moment = after;
    if (way === 'json') {
      const answer = await visitor.postJson(address, sent);
      expect(answer.status).toBe(200);
      watch.checkJson(answer.body, `the answer at ${moment.scene}`, textsAt(scenario, moment));
    } else {
      const answer = await visitor.post(address, { ...sent, step: String(step) });
      expect([answer.status, answer.goes, answer.body]).toEqual([303, `${page}#moment-title`, '']);
    }
  }
  const debrief = await visitor.get(`${page}/debrief`);
  const told = plainly(debrief.body);
  expect(reasons.length).toBeGreaterThan(0);
  expect(reasons.filter((reason) => !told.includes(reason))).toEqual([]);
}

describe.each(slugs)('%s tells nothing before its time', (slug) => {
  test.each(
    manners.flatMap((manner, at) => [
      [manner, true, at % 2 ? 'json' : 'form'] as const,
      [manner, false, at % 2 ? 'form' : 'json'] as const,
      ...(at < 2 ? [[manner, true, at % 2 ? 'form' : 'json'] as const] : []),
    ]),
  )(
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
