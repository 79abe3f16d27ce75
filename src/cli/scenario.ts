import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Scenario } from '#domain/scenario/schema.ts';
import { sayProblem } from '#server/content/content-error.ts';
import { contentFolder } from '#server/content/read-frameworks.ts';
import { listScenarios, readCheckedScenario } from '#server/content/read-scenario.ts';

const usage = `npm run scenario -- check [slug…]   checks scenarios, every path of them
npm run scenario -- schema          writes scenarios/scenario.schema.json for editors`;

/** The scenario format as JSON Schema, for authors' editors. */
export const scenarioJsonSchema = () =>
  `${JSON.stringify(z.toJSONSchema(Scenario, { io: 'input' }), null, 2)}\n`;

async function check(slugs: string[]): Promise<number> {
  const known = await listScenarios();
  let wrong = 0;
  for (const slug of slugs.length ? slugs : known) {
    if (!known.includes(slug)) {
      console.error(`There is no scenario "${slug}". There are: ${known.join(', ')}.`);
      wrong += 1;
      continue;
    }
    const read = await readCheckedScenario(slug);
    wrong += read.problems.length;
    for (const problem of read.problems) console.error(sayProblem(problem));
    if (read.problems.length) continue;
    const claims = read.scenario!.claims.map(({ competency, level }) => {
      const anchors = read.anchors.filter((a) => a.competency === competency && a.level >= level);
      return `${competency} level ${level}: ${anchors.length} anchors`;
    });
    console.log(`${slug}: sound. ${read.moments} moments explored. ${claims.join('; ')}.`);
  }
  return wrong ? 1 : 0;
}

if (import.meta.main) {
  const [verb, ...rest] = process.argv.slice(2);
  if (verb === 'check') process.exitCode = await check(rest);
  else if (verb === 'schema')
    await writeFile(join(contentFolder(), 'scenario.schema.json'), scenarioJsonSchema());
  else {
    console.error(usage);
    process.exitCode = 1;
  }
}
