import { check } from './scenario/check.ts';
import { listPaths } from './scenario/list-paths.ts';
import { newScenario } from './scenario/new-scenario.ts';
import { prove } from './scenario/prove.ts';
import { play } from './scenario/play.ts';
import { WrongArguments, type Output, type Verb } from './scenario/verb.ts';
import { writeMap } from './scenario/write-map.ts';
import { writeSchema } from './scenario/write-schema.ts';

const verbs: Record<string, { run: Verb; usage: string; does: string }> = {
  check: {
    run: check,
    usage: 'check [slug…] [--json]',
    does: 'checks scenarios, every path and every golden path of them',
  },
  prove: {
    run: prove,
    usage: 'prove [slug…]',
    does: 'checks what has changed, and keeps what was found so that a start is quick',
  },
  paths: {
    run: listPaths,
    usage: 'paths <slug> [--form a] [--limit 50]',
    does: 'lists the ways through a scenario with their results, the shortest first',
  },
  new: {
    run: newScenario,
    usage: 'new <slug>',
    does: 'begins a scenario: a small one that is sound, to write on from',
  },
  play: {
    run: play,
    usage: 'play <slug> [--form a] [--seed 7]',
    does: 'plays a scenario in the terminal; nothing is recorded',
  },
  map: {
    run: writeMap,
    usage: 'map <slug> [--form a] [--to map.svg]',
    does: 'draws a scenario to a file, in data/maps unless another is named',
  },
  schema: {
    run: writeSchema,
    usage: 'schema',
    does: 'writes scenarios/scenario.schema.json, from which editors complete',
  },
};

const longest = Math.max(...Object.values(verbs).map(({ usage }) => usage.length));

/** Every command with what it does, one a line. */
export const usage = Object.values(verbs)
  .map((verb) => `npm run scenario -- ${verb.usage.padEnd(longest)}  ${verb.does}`)
  .join('\n');

/** Whether an error is about how a command was called, and so about what somebody typed. */
const isTyped = (error: unknown): error is Error =>
  error instanceof WrongArguments ||
  (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));

/** Runs one command and resolves to its exit code. What was typed wrongly is said, not thrown. */
export async function runScenario(
  [name = '', ...args]: readonly string[],
  output: Output,
): Promise<number> {
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (!verb) {
    if (name) output.note(`There is no command "${name}".`);
    output.note(usage);
    return 1;
  }
  try {
    return await verb.run(args, output);
  } catch (error) {
    if (!isTyped(error)) throw error;
    output.note(error.message);
    if (!(error instanceof WrongArguments)) output.note(`npm run scenario -- ${verb.usage}`);
    return 1;
  }
}

if (import.meta.main)
  process.exitCode = await runScenario(process.argv.slice(2), {
    say: (line) => console.log(line),
    note: (line) => console.error(line),
  });
