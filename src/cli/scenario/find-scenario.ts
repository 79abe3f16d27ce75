import { formsOf, inForm } from '#domain/scenario/forms.ts';
import type { PublishedScenario } from '#domain/scenario/published.ts';
import { toMachine } from '#domain/scenario/to-machine.ts';
import { sayProblem } from '#server/content/content-error.ts';
import {
  listScenarios,
  readCheckedScenario,
  type ReadScenario,
} from '#server/content/read-scenario.ts';
import { WrongArguments } from './verb.ts';

/** Refuses a slug that no folder has. */
export function requireKnown(slug: string, known: readonly string[]): void {
  if (!known.includes(slug))
    throw new WrongArguments(`There is no scenario "${slug}". There are: ${known.join(', ')}.`);
}

/**
 * Each form of a scenario that was read and checked, ready to be played without being published. One in
 * which no anchors were found could not be explored, and is left out.
 */
export function prepareForms({
  slug,
  scenario,
  anchorsByForm,
}: Pick<ReadScenario, 'slug' | 'scenario' | 'anchorsByForm'>): PublishedScenario[] {
  if (!scenario) return [];
  const forms = formsOf(scenario);
  return forms.flatMap((form) => {
    const anchors = anchorsByForm[form] ?? [];
    if (!anchors.length) return [];
    const told = inForm(scenario, form);
    const hash = 'unpublished';
    return [
      { slug, hash, address: hash, form, forms, scenario: told, anchors, machine: toMachine(told) },
    ];
  });
}

/**
 * One form of a scenario of the content folder, ready to be played: the one named, else the first. One
 * that cannot be played yet is refused with its problems.
 */
export async function findScenario(slug: string, form?: string): Promise<PublishedScenario> {
  requireKnown(slug, await listScenarios());
  const read = await readCheckedScenario(slug);
  const forms = prepareForms(read);
  if (!forms.length)
    throw new WrongArguments(
      [...read.problems.map(sayProblem), `"${slug}" cannot be played until this is mended.`].join(
        '\n',
      ),
    );
  const found = form === undefined ? forms[0] : forms.find((one) => one.form === form);
  if (found) return found;
  const names = forms.map((one) => one.form).filter(Boolean);
  throw new WrongArguments(
    names.length
      ? `"${slug}" has no form "${form}". It has: ${names.join(', ')}.`
      : `"${slug}" has only one form: leave --form out.`,
  );
}
