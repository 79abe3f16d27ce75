import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findAnchors } from '#domain/scenario/anchors.ts';
import { explore } from '#domain/scenario/explore.ts';
import { formsOf, inForm } from '#domain/scenario/forms.ts';
import type { PublishedScenario } from '#domain/scenario/published.ts';
import { Scenario } from '#domain/scenario/schema.ts';
import { toMachine } from '#domain/scenario/to-machine.ts';
import { readYaml } from '#server/content/read-yaml.ts';

/** The behaviours that have an example, by the names of their folders. */
export const exampleNames = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

/** An example as its author wrote it, read through the schema; throws where its shape is wrong. */
export function readWritten(name: string): Scenario {
  const file = join(import.meta.dirname, name, 'scenario.yaml');
  const read = readYaml(file, readFileSync(file, 'utf8'), Scenario);
  if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 2));
  return read.value;
}

/** An example ready to be played, in its first form unless told otherwise. */
export function readExample(name: string, wanted?: string): PublishedScenario {
  const written = readWritten(name);
  const forms = formsOf(written);
  const form = wanted ?? forms[0]!;
  const scenario = inForm(written, form);
  return {
    slug: name,
    hash: `${name}-hash`,
    form,
    forms,
    address: `${name}-hash.${form}`,
    scenario,
    machine: toMachine(scenario),
    anchors: findAnchors(scenario, explore(scenario)),
  };
}
