import type { FieldProblem } from '../access/problem.ts';
import { Policy } from '../profile/policy.ts';
import { ok, refuse, type Result } from '../result.ts';
import { checkSense } from './check-sense.ts';
import { figureRanges, parseFigure, writeFigure } from './figures.ts';
import { figureAt, ruleAt, writePlace } from './places.ts';
import { sections } from './sections.ts';
import { readSooner, soonerField, soonerRows, type SoonerRow } from './sooner.ts';

/** The parts that somebody may change: the others come with the product. */
export const changeable = sections.filter(({ fixed }) => !fixed);

/** More rows than any form shows: what else is sent is not read. */
const mostRows = 60;

/** A policy as the fields of its form, by name. */
export function toFields(policy: Policy): Record<string, string> {
  const rows = soonerRows(policy.review.sooner);
  return Object.fromEntries([
    ...changeable.flatMap(({ rule, figures }) => [
      [rule, ruleAt(policy, rule)],
      ...figures.map((figure) => [figure.path, writeFigure(figure, figureAt(policy, figure.path))]),
    ]),
    ...rows.flatMap(({ competency, months }, at) => [
      [soonerField(at, 'competency'), competency],
      [soonerField(at, 'months'), months],
    ]),
  ]);
}

/** The rows that a form sent about what is looked at sooner. */
export function sentRows(field: (name: string) => string | undefined): SoonerRow[] {
  const rows: SoonerRow[] = [];
  for (let at = 0; at < mostRows; at += 1) {
    const competency = field(soonerField(at, 'competency'));
    const months = field(soonerField(at, 'months'));
    if (competency === undefined && months === undefined) break;
    rows.push({ competency: competency ?? '', months: months ?? '' });
  }
  return rows;
}

/**
 * Reads the fields of a form into a policy that is to be adopted. What the form has no field for is
 * taken from another. Every problem names its field.
 */
export function draftPolicy(
  field: (name: string) => string | undefined,
  base: Policy,
  competencies: ReadonlySet<string>,
): Result<Policy, FieldProblem[]> {
  const copy: Policy = structuredClone({ ...base, status: 'adopted' });
  for (const { rule, figures } of changeable) {
    writePlace(copy, rule, (field(rule) ?? '').replace(/\s+/g, ' ').trim());
    for (const figure of figures)
      writePlace(copy, figure.path, parseFigure(figure, field(figure.path) ?? '') ?? NaN);
  }
  const sooner = readSooner(sentRows(field), competencies);
  copy.review.sooner = sooner.ok ? sooner.value : {};
  const parsed = Policy.safeParse(copy);
  const wrong = new Set(parsed.error?.issues.map(({ path }) => path.join('.')));
  const problems = changeable.flatMap(({ title, rule, figures }): FieldProblem[] => [
    ...(wrong.has(rule)
      ? [{ field: rule, message: `${title}: write the rule as a sentence.` }]
      : []),
    ...figures
      .filter(({ path }) => wrong.has(path))
      .map(({ path, label, kind }) => ({
        field: path,
        message: `${title}. ${label}: ${figureRanges[kind]}`,
      })),
  ]);
  if (!sooner.ok) problems.push(...sooner.problem);
  if (problems.length) return refuse(problems);
  const policy = Policy.parse(copy);
  const senseless = checkSense(policy);
  return senseless.length ? refuse(senseless) : ok(policy);
}
