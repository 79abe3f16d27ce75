import { describe, expect, test } from 'vitest';
import { findAnchors } from '#domain/scenario/anchors.ts';
import { optionsOf } from '#domain/scenario/decision.ts';
import { formsOf, inForm } from '#domain/scenario/forms.ts';
import { Scenario } from '#domain/scenario/schema.ts';
import { toStoryGraph } from '#domain/scenario/story-graph.ts';
import { toOutline } from '#domain/scenario/story-outline.ts';
import { listScenarios, readScenario } from '#server/content/read-scenario.ts';
import { drawMap } from '#server/map/draw-map.ts';
import { drawMapFile } from '#server/map/draw-map-file.ts';
import { layOutMap, type Box } from '#server/map/lay-out-map.ts';
import { branchingStory } from './support/branching-story.ts';
import { decision, option, tinyScenario } from './support/tiny-scenario.ts';

const read = await Promise.all((await listScenarios()).map(readScenario));
const standing = read.flatMap(({ read: one }, index) =>
  one.ok
    ? formsOf(one.value).map((form) => [`${index} ${form}`, inForm(one.value, form)] as const)
    : [],
);
const stories = [...standing, ['one of everything', Scenario.parse(branchingStory())] as const].map(
  ([name, scenario]) => ({ name: `${scenario.title} (${name})`, scenario }),
);

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, one]) => one!);
const overlaps = (a: Box, b: Box) =>
  Math.abs(a.x - b.x) * 2 < a.width + b.width && Math.abs(a.y - b.y) * 2 < a.height + b.height;

describe.each(stories)('the map of $name', ({ scenario }) => {
  const graph = toStoryGraph(scenario, []);
  const { parts } = drawMap(graph);
  const outline = toOutline(scenario, graph);
  const optionsIn = Object.entries(scenario.scenes).flatMap(([id, scene]) =>
    Object.keys(optionsOf(scene.decision)).map((name) => `${id} ${name}`),
  );

  test('shows every scene and every option once', () => {
    expect(all(parts, /href="#scene-([^"]+)"/g).sort()).toEqual(
      Object.keys(scenario.scenes).sort(),
    );
    expect(all(parts, /data-option="([^"]+)"/g).sort()).toEqual(optionsIn.sort());
  });

  test('says in the outline what it draws', () => {
    expect(all(parts, /href="#scene-([^"]+)"/g).sort()).toEqual(
      outline.map(({ story }) => story.id).sort(),
    );
    const outlined = outline.flatMap(({ story, decision: made }) =>
      (made?.options ?? []).map(({ id }) => `${story.id} ${id}`),
    );
    expect(outlined.sort()).toEqual(optionsIn);
    for (const { story, decision: made } of outline)
      expect(made?.options.map(({ letter, harmful }) => [letter, harmful])).toEqual(
        story.decision?.options.map(({ letter, harmful }) => [letter, harmful]),
      );
    // Every way that is drawn to a scene is also said, with its condition.
    const said = outline.flatMap((scene) => [
      ...[...scene.finds, ...scene.happens, ...scene.strands, ...(scene.next ? [scene.next] : [])],
      ...(scene.decision?.options ?? []),
      ...(scene.decision?.after ? [scene.decision.after] : []),
    ]);
    const leads = [
      ...said.flatMap((move) => move.leads),
      ...outline.flatMap((one) => one.afterStrands),
    ];
    const words = new Set(
      [
        ...leads,
        ...[...said, ...outline.flatMap(({ comes }) => comes)].map(({ when }) => ({ when })),
      ].map(({ when }) => when),
    );
    for (const { when } of graph.ways) if (when !== undefined) expect(words).toContain(when);
    const reached = new Set(leads.map((one) => ('to' in one ? one.to?.id : undefined)));
    for (const way of graph.ways)
      if (way.by !== 'interrupts' && way.to !== 'back') expect(reached).toContain(way.to);
  });

  test('lays no card over another, and none outside', () => {
    const { cards, signs, bounds } = layOutMap(graph);
    const boxes = [...cards, ...signs];
    for (const [index, one] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) expect(overlaps(one, other)).toBe(false);
      expect(one.x - one.width / 2).toBeGreaterThanOrEqual(bounds.left);
      expect(one.x + one.width / 2).toBeLessThanOrEqual(bounds.left + bounds.width);
      expect(one.y + one.height / 2).toBeLessThanOrEqual(bounds.top + bounds.height);
    }
  });

  test('keeps to the content security policy, and is the same each time', () => {
    expect(parts).not.toMatch(/\sstyle=|<style|<script|\son\w+=|javascript:/);
    expect(drawMap(toStoryGraph(scenario, [])).parts).toBe(parts);
  });

  test('has titles of at most two lines', () => {
    for (const { thing } of layOutMap(graph).cards)
      expect(thing.rows.filter(({ row }) => row.kind === 'title').length).toBeLessThanOrEqual(2);
  });
});

test('there are scenarios to draw', () => {
  expect(standing.length).toBeGreaterThan(2);
});

test('what an author writes is text, never markup', () => {
  const scenario = tinyScenario({
    hall: {
      title: '<b>Hall</b> & "more"',
      decision: decision({ go: option('end', { text: '<script>alert(1)</script>' }) }),
    },
    end: { ending: 'hard' },
  });
  const { parts } = drawMap(toStoryGraph(scenario, []));
  expect(parts).not.toContain('<script');
  expect(parts).not.toContain('<b>');
  expect(parts).toContain('&lt;b&gt;Hall&lt;/b&gt; &amp; &quot;more&quot;');
});

test('harm is a shape, a word and a look of its own', () => {
  const scenario = Scenario.parse(branchingStory());
  const { parts } = drawMap(toStoryGraph(scenario, []));
  expect(parts).toContain('Can harm: B');
  expect(parts).toMatch(/class="map-option harm" data-option="on-the-floor heave"><path/);
  expect(parts).toMatch(/class="map-option sound" data-option="on-the-floor kneel"><circle/);
});

test('anchors are drawn where they were found', () => {
  const [, scenario] = standing[0]!;
  const id = Object.keys(scenario.scenes).find((one) => scenario.scenes[one]!.decision)!;
  const found: ReturnType<typeof findAnchors> = [
    { name: id, level: 2, competency: 'IP-09', weight: 1, scenes: [id] },
  ];
  expect(all(drawMap(toStoryGraph(scenario, found)).parts, /(Anchor IP-09) </g)).toHaveLength(1);
});

test('a file for authors stands alone', async () => {
  const file = await drawMapFile(toStoryGraph(Scenario.parse(branchingStory()), []));
  expect(file).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(file).toContain('--paper: #f6f1ea');
  expect(file).toContain('<title>Map of A tiny story</title>');
  expect(file).not.toMatch(/href=/);
});
