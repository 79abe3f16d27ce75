import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { checkScenario } from '#domain/scenario/check/check-scenario.ts';
import type { Anchor } from '#domain/scenario/anchors.ts';
import type { Graph } from '#domain/scenario/explore.ts';
import { Scenario } from '#domain/scenario/schema.ts';
import { contentFolder } from './content-folder.ts';
import { citableNames } from './read-frameworks.ts';
import { readShippedPolicy } from './read-policy.ts';
import { readStyle } from './read-style.ts';
import { readYaml, type ContentProblem } from './read-yaml.ts';

/** A scenario file, read and checked. */
export interface ReadScenario {
  slug: string;
  file: string;
  scenario?: Scenario;
  anchors: Anchor[];
  anchorsByForm: Record<string, Anchor[]>;
  graphs: Record<string, Graph>;
  moments: number;
  problems: ContentProblem[];
}

/** The folders of scenarios/ that hold a scenario, by name. */
export async function listScenarios(): Promise<string[]> {
  const entries = await readdir(contentFolder(), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name === 'scenario.yaml')
    .map((entry) => relative(contentFolder(), entry.parentPath))
    .sort();
}

/** Reads one scenario without checking more than its shape. */
export async function readScenario(slug: string) {
  const file = join(contentFolder(), slug, 'scenario.yaml');
  const shown = relative(process.cwd(), file);
  return { file: shown, read: readYaml(shown, await readFile(file, 'utf8'), Scenario) };
}

/** Reads one scenario and checks all of it, every path included. */
export async function readCheckedScenario(slug: string): Promise<ReadScenario> {
  const { file, read } = await readScenario(slug);
  if (!read.ok)
    return {
      slug,
      file,
      anchors: [],
      anchorsByForm: {},
      graphs: {},
      moments: 0,
      problems: read.problems,
    };
  const policy = await readShippedPolicy();
  const checked = checkScenario(
    read.value,
    await citableNames(),
    policy.publish['fewest-anchors'],
    await readStyle(),
  );
  return {
    slug,
    file,
    scenario: read.value,
    anchors: checked.anchors,
    anchorsByForm: checked.anchorsByForm,
    graphs: checked.graphs,
    moments: checked.moments,
    problems: checked.problems.map(({ code, path, message, remedy }) =>
      read.locate(code, path, message, remedy),
    ),
  };
}
