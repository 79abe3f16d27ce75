import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { Scenario } from '#domain/scenario/schema.ts';
import { contentFolder } from '#server/content/content-folder.ts';
import type { Verb } from './verb.ts';

/** The scenario format as JSON Schema, for authors' editors. */
export const scenarioJsonSchema = () =>
  `${JSON.stringify(z.toJSONSchema(Scenario, { io: 'input' }), null, 2)}\n`;

/** Writes the schema that editors complete from. */
export const writeSchema: Verb = async (args, { say }) => {
  parseArgs({ args });
  const file = join(contentFolder(), 'scenario.schema.json');
  await writeFile(file, scenarioJsonSchema());
  say(`Written: ${file}`);
  return 0;
};
