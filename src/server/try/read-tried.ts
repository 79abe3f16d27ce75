import { checkScenario, checkWritten } from '#domain/scenario/check/check-scenario.ts';
import { checkStyle } from '#domain/scenario/check/check-style.ts';
import { formsOf, inForm } from '#domain/scenario/forms.ts';
import type { PublishedScenario } from '#domain/scenario/published.ts';
import type { Scenario } from '#domain/scenario/schema.ts';
import { toMachine } from '#domain/scenario/to-machine.ts';
import { sayProblem } from '../content/content-error.ts';
import { citableNames } from '../content/read-frameworks.ts';
import { readShippedPolicy } from '../content/read-policy.ts';
import { listScenarios, readScenario } from '../content/read-scenario.ts';
import { readStyle } from '../content/read-style.ts';

/** A scenario file as it stands this minute, for its author to try. */
export interface TriedScenario {
  /** What is wrong with the file, a line for each: `file:line:column`, code, sentence, remedy. */
  problems: string[];
  /** What can be played of it; nothing where the problems are in the way. */
  published?: PublishedScenario;
}

/**
 * Reads a scenario file afresh, in one of its forms, and says what is wrong with it. Every path is
 * explored only when asked for, as that can take a while. Nothing where there is no such file.
 */
export async function readTriedScenario(
  slug: string,
  form: string | null,
  everyPath = false,
): Promise<TriedScenario | undefined> {
  if (!(await listScenarios()).includes(slug)) return undefined;
  const { read } = await readScenario(slug);
  if (!read.ok) return { problems: read.problems.map(sayProblem) };
  const found = everyPath ? await checkAll(read.value) : await checkQuickly(read.value);
  const problems = found.map(({ code, path, message, remedy }) =>
    sayProblem(read.locate(code, path, message, remedy)),
  );
  const forms = formsOf(read.value);
  const named = form && forms.includes(form) ? form : forms[0]!;
  if (form && form !== named) problems.push(`There is no form "${form}". Shown is the first.`);
  const scenario = inForm(read.value, named);
  if (found.some(({ code }) => tangles.has(code))) return { problems };
  const machine = toMachine(scenario);
  const hash = 'tried';
  return {
    problems,
    published: { slug, hash, address: hash, form: named, forms, scenario, machine, anchors: [] },
  };
}

async function checkQuickly(scenario: Scenario) {
  const written = checkWritten(scenario, await citableNames());
  return [...written, ...checkStyle(scenario, await readStyle())];
}

async function checkAll(scenario: Scenario) {
  const fewest = (await readShippedPolicy()).publish['fewest-anchors'];
  return checkScenario(scenario, await citableNames(), fewest, await readStyle()).problems;
}

/** Problems with which no machine can be made, or one that would never stop. All others may wait. */
const tangles = new Set([
  'unknown-scene',
  'unknown-fact',
  'unknown-find',
  'unknown-person',
  'unknown-strand',
  'happens-for-ever',
  'interruption-out-of-place',
  'strand-out-of-place',
  'strands-incomplete',
  'two-things-at-once',
]);
