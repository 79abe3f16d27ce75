import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { currentHashes, publishVersion } from '#db';
import { Scenario } from '#domain/scenario/schema.ts';
import { ContentError } from '#server/content/content-error.ts';
import { listPlayable } from '#server/content/load-version.ts';
import { canonicalText, contentHash, publishScenarios } from '#server/content/publish-scenarios.ts';
import { drawFace } from '#server/draw-portrait.ts';
import { readDebrief } from '#server/read-debrief.ts';
import { readHome } from '#server/read-home.ts';
import { readScene } from '#server/read-scene.ts';
import { recordMove } from '#server/record-move.ts';
import { startAttempt } from '#server/start-attempt.ts';
import { freshService, toBody, ways, type TestService } from '../support/service.ts';
import { soundInput } from '../support/sound-scenario.ts';

let service: TestService;

beforeEach(async () => {
  service = await freshService();
});
afterEach(() => service.remove());

const hashOf = async (slug = 'hall') => (await currentHashes(service.db)).get(slug);
const versions = () =>
  service.rows('SELECT hash, slug, content FROM scenario_versions ORDER BY slug, hash');
const publications = () => service.rows('SELECT slug, hash FROM publications ORDER BY id');

describe('publishing', () => {
  test('names a version by the hash of its content', async () => {
    const [version] = await versions();
    const hash = createHash('sha256').update(String(version?.['content'])).digest('hex');
    expect([version?.['hash'], await hashOf()]).toEqual([hash, hash]);
  });

  test('again, with nothing changed, publishes nothing', async () => {
    const before = [await versions(), await publications()];
    expect(await publishScenarios(service.db)).toEqual([]);
    expect([await versions(), await publications()]).toEqual(before);
  });

  test('a comment or another layout is no new version', async () => {
    await service.content.edit('hall', 'format: 1', '# Said to nobody.\nformat:   1');
    expect(await publishScenarios(service.db)).toEqual([]);
  });

  test('an edited file is a new version beside the old one, and an edit undone is the old one again', async () => {
    const first = await hashOf();
    await service.content.edit('hall', 'A hall.', 'A long hall.');
    expect(await publishScenarios(service.db)).toEqual(['hall']);
    expect(await hashOf()).not.toBe(first);
    expect(await versions()).toHaveLength(2);
    await service.content.edit('hall', 'A long hall.', 'A hall.');
    expect(await publishScenarios(service.db)).toEqual(['hall']);
    expect(await hashOf()).toBe(first);
    expect(await versions()).toHaveLength(2);
  });
});

test('an attempt begun before an edit is played, shown and told as it was begun', async () => {
  const person = await service.add('half.way');
  const id = await service.begin(person);
  await service.play(person, id, ['find plan']);
  const before = await readScene(service.db, person, id);
  const edited = soundInput();
  edited.scenes['hall']!.text = 'Another hall altogether.';
  edited.scenes['stairs']!.title = 'Other stairs';
  edited.scenes['hall']!.decision!.options['ask']!.key.why = 'Because somebody changed their mind.';
  edited.scenes['stairs']!.decision!.options['wait']!.text = 'Wait for something else';
  await service.content.write('hall', edited);
  const old = await hashOf();
  await publishScenarios(service.db);
  expect(await hashOf()).not.toBe(old);

  const later = await service.reopen();
  expect(await readScene(later, person, id)).toEqual(before);
  const moved = await recordMove(later, person, id, toBody(1, 'decide ask'));
  if (!moved.ok) throw new Error(moved.problem.code);
  const shown = JSON.stringify(moved.value);
  expect(moved.value.version).toBe(old);
  expect(moved.value.view.decision?.options.map(({ text }) => text)).toContain(
    'Do what is offered here (1)',
  );
  expect(shown).toContain('A hall.');
  expect(shown).not.toMatch(/Another hall|Other stairs|something else/);
  await recordMove(later, person, id, toBody(2, 'decide wait'));
  const read = await readDebrief(later, person, id);
  if (!read.ok) throw new Error(read.problem.code);
  expect(read.value.attempt.versionHash).toBe(old);
  expect(JSON.stringify(read.value)).not.toMatch(/Another hall|Other stairs|changed their mind/);

  const next = await service.add('came.later');
  const view = await readScene(later, next, await service.begin(next));
  expect(view).toMatchObject({
    ok: true,
    value: { view: { scene: { text: 'Another hall altogether.' } } },
  });
});

test('a scenario whose file is gone is withdrawn, and who is playing it plays on', async () => {
  const playing = await service.add('playing');
  const id = await service.begin(playing);
  await service.play(playing, id, ['decide ask']);
  await service.content.take('hall');
  expect(await publishScenarios(service.db)).toEqual([]);

  expect(await listPlayable(service.db)).toEqual([]);
  const late = await service.add('late');
  expect(await startAttempt(service.db, late, 'hall')).toMatchObject({ ok: false });
  expect(await readHome(service.db, playing)).toMatchObject({
    inProgress: [{ attempt: { id } }],
    toPlay: [],
  });
  await service.play(playing, id, ['decide wait'], 1);
  expect((await readDebrief(service.db, playing, id)).ok).toBe(true);
  expect(await startAttempt(service.db, playing, 'hall')).toMatchObject({ ok: false });
  expect(
    await drawFace(service.db, (await publications())[0]!['hash'] as string, 'ada.calm'),
  ).toContain('<svg');

  await service.content.write('hall', soundInput());
  expect(await publishScenarios(service.db)).toEqual(['hall']);
  expect(await startAttempt(service.db, playing, 'hall')).toMatchObject({
    ok: true,
    value: { mode: 'practice' },
  });
});

test('a version altered in the database is refused wherever it would be used', async () => {
  const person = await service.add('played.before');
  const id = await service.begin(person);
  const finished = await service.add('has.finished');
  const done = await service.begin(finished);
  await service.play(finished, done, ways.sound);
  await service.rows(
    `UPDATE scenario_versions SET content = replace(content, '"credit":{"IP-01":0}', '"credit":{"IP-01":1}')`,
  );
  const db = await service.reopen();
  const says = /[0-9a-f]{64} \(hall\) has been altered in the database/;
  await expect(readScene(db, person, id)).rejects.toThrow(says);
  await expect(recordMove(db, person, id, toBody(0, 'decide ask'))).rejects.toThrow(says);
  await expect(startAttempt(db, finished, 'hall')).rejects.toThrow(says);
  await expect(readDebrief(db, finished, done)).rejects.toThrow(says);
  await expect(readHome(db, person)).rejects.toThrow(says);
  expect(await service.rows('SELECT id FROM moves WHERE attempt_id = ?', id)).toEqual([]);
});

describe('a problem in any file', () => {
  test.each([
    ['a scene that is nowhere', 'to: stairs', 'to: nowhere', /unknown-scene|no-such|nowhere/],
    ['a wrong shape', 'level: 2', 'level: 9', /wrong-shape/],
    ['broken YAML', 'setting: A test', 'setting: "A test', /not-yaml/],
  ])('%s stops all of them, and says where', async (_, from, to, says) => {
    const before = [await versions(), await publications()];
    await service.content.write('another', { ...soundInput(), title: 'Another' });
    await service.content.edit('hall', from, to);
    const refused = await publishScenarios(service.db).catch((reason: unknown) => reason);
    if (!(refused instanceof ContentError)) throw new Error('it was published');
    const text = await readFile(service.content.fileOf('hall'), 'utf8');
    const at = text.split('\n').findIndex((line) => line.includes(to)) + 1;
    expect(refused.lines[0]).toMatch(/^[^ ]*hall\/scenario\.yaml:\d+:\d+ [a-z-]+: .+\.$/s);
    expect(refused.lines.join('\n')).toMatch(says);
    const [, line, column] = /scenario\.yaml:(\d+):(\d+)/.exec(refused.lines[0]!)!.map(Number);
    // A text that is never closed is noticed where the next thing stands wrong.
    if (says.source === 'not-yaml') expect(line).toBeGreaterThanOrEqual(at);
    else
      expect([line, text.split('\n')[at - 1]!.slice(column! - 1)]).toEqual([at, to.split(': ')[1]]);
    expect([await versions(), await publications()]).toEqual(before);
    await service.content.take('hall');
    await service.content.write('hall', soundInput());
    expect(await publishScenarios(service.db)).toEqual(['another']);
  });

  test('is found at a start, too, in a version that was stored before', async () => {
    const broken = soundInput();
    broken.start = 'nowhere';
    await service.content.write('hall', broken);
    const content = canonicalText(Scenario.parse(broken));
    const hash = contentHash(content);
    const stored = { hash, slug: 'hall', title: 'Hall', level: 2, content, anchors: '[]' };
    await publishVersion(service.db, stored, 'published-before', '2026-11-01T09:00:00.000Z');
    const before = [await versions(), await publications()];
    await expect(publishScenarios(service.db)).rejects.toThrow(/scenario\.yaml:.* unknown-scene/);
    expect([await versions(), await publications()]).toEqual(before);
  });

  test('in two files is told of both', async () => {
    await service.content.write('another', { ...soundInput(), level: 9 as never });
    await service.content.edit('hall', 'level: 2', 'level: 8');
    const refused = await publishScenarios(service.db).catch((reason: unknown) => reason as Error);
    expect(String(refused)).toMatch(/another\/scenario\.yaml:.*hall\/scenario\.yaml:/s);
  });
});
