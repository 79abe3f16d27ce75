import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { toStoryGraph } from '#domain/scenario/story-graph.ts';
import { drawMap, type DrawnMap } from '#server/map/draw-map.ts';
import { findScenario } from './find-scenario.ts';
import { oneSlug, WrongArguments, type Verb } from './verb.ts';

const usage = 'npm run scenario -- map <slug> [--form a] [--to map.svg]';
const styles = join(import.meta.dirname, '..', '..', 'styles');

/** A drawing that can be opened by itself: with the colours and lines of the page it is otherwise part of. */
async function toFile({ width, height, viewBox, parts }: DrawnMap): Promise<string> {
  const sheets = ['tokens.css', 'map.css'].map((name) => readFile(join(styles, name), 'utf8'));
  const style = `${(await Promise.all(sheets)).join('\n')}\n:root { background: var(--paper); }`;
  return `<svg xmlns="http://www.w3.org/2000/svg" class="map-drawing" width="${width}" height="${height}" viewBox="${viewBox}"><style><![CDATA[${style}]]></style>${parts}</svg>\n`;
}

/** Draws a scenario to a file, for its author to look at or print. */
export const writeMap: Verb = async (args, { say, note }) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { form: { type: 'string' }, to: { type: 'string' } },
  });
  const slug = oneSlug(positionals, usage);
  // A slip of the hand must not write over a scenario.
  if (values.to !== undefined && !values.to.endsWith('.svg'))
    throw new WrongArguments(`The drawing goes to a file that ends in .svg: ${usage}`);
  note(`Checking every path of "${slug}" …`);
  const { scenario, anchors, form } = await findScenario(slug, values.form);
  const file = values.to ?? join('data', 'maps', `${form ? `${slug}-${form}` : slug}.svg`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, await toFile(drawMap(toStoryGraph(scenario, anchors))));
  say(`Drawn: ${file}. It shows every key.`);
  return 0;
};
