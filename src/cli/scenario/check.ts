import { parseArgs } from 'node:util';
import { anchorsOf, type Anchor } from '#domain/scenario/anchors.ts';
import type { Scenario } from '#domain/scenario/schema.ts';
import { checkPaths } from '#server/content/read-paths.ts';
import { listScenarios, readCheckedScenario } from '#server/content/read-scenario.ts';
import type { ContentProblem } from '#server/content/read-yaml.ts';
import { prepareForms, requireKnown } from './find-scenario.ts';
import type { Verb } from './verb.ts';

/** What checking one scenario came to, as `--json` prints it. */
export interface CheckedScenario {
  slug: string;
  sound: boolean;
  /** How many distinct moments were explored. */
  moments: number;
  milliseconds: number;
  anchors: Anchor[];
  problems: ContentProblem[];
}

async function checkOne(slug: string) {
  const begun = performance.now();
  const read = await readCheckedScenario(slug);
  const { scenario, anchors, moments, problems } = read;
  const golden = await checkPaths(slug, prepareForms(read));
  const all = [...problems, ...golden.problems];
  const milliseconds = Math.round(performance.now() - begun);
  const checked: CheckedScenario = {
    slug,
    sound: !all.length,
    moments,
    milliseconds,
    anchors,
    problems: all,
  };
  return { checked, scenario, walked: golden.paths };
}

const count = (number: number, what: string) =>
  `${number.toLocaleString('en-GB')} ${what}${number === 1 ? '' : 's'}`;
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;

const sayClaims = (scenario: Scenario, anchors: Anchor[]) =>
  scenario.claims
    .map((claim) => {
      const found = anchorsOf(anchors, claim);
      return `${claim.competency} level ${claim.level}: ${count(found.length, 'anchor')}`;
    })
    .join('; ');

const sayAt = ({ file, line, column, code, message, remedy }: ContentProblem) =>
  `${file}:${line}:${column}  ${code}  ${message}  ${remedy}`;

/** Checks scenarios and walks their golden paths: all of them, or those that are named. */
export const check: Verb = async (args, { say, note }) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean' } },
  });
  const known = await listScenarios();
  for (const slug of positionals) requireKnown(slug, known);
  const checked: CheckedScenario[] = [];
  for (const slug of positionals.length ? positionals : known) {
    note(`Checking every path of "${slug}" …`);
    const one = await checkOne(slug);
    checked.push(one.checked);
    if (values.json) continue;
    const { problems, moments, milliseconds, anchors } = one.checked;
    for (const problem of problems) say(sayAt(problem));
    const explored = `${count(moments, 'moment')} explored in ${seconds(milliseconds)}`;
    if (problems.length) say(`${slug}: ${count(problems.length, 'problem')}. ${explored}.`);
    else
      say(
        `${slug}: sound. ${explored}; ${count(one.walked, 'golden path')} walked. ${sayClaims(one.scenario!, anchors)}.`,
      );
  }
  const sum = (part: (one: CheckedScenario) => number) =>
    checked.reduce((total, one) => total + part(one), 0);
  if (values.json) say(JSON.stringify({ scenarios: checked }, null, 2));
  else
    say(
      `${count(checked.length, 'scenario')}: ${count(
        sum((one) => one.moments),
        'moment',
      )} in ${seconds(sum((one) => one.milliseconds))}, ${count(
        sum((one) => one.problems.length),
        'problem',
      )}.`,
    );
  return checked.every((one) => one.sound) ? 0 : 1;
};
