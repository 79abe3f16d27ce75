import type { Scenario } from './schema.ts';

/** The name of the only form of a scenario that has no others. */
export const onlyForm = '';

/** The names of a scenario's equal forms. */
export const formsOf = (scenario: Scenario): string[] => {
  const names = Object.keys(scenario.forms ?? {});
  return names.length ? names : [onlyForm];
};

/** A word in double braces; one that begins with a capital begins a sentence. */
const placeholder = /\{\{([A-Za-z][A-Za-z0-9-]*)\}\}/g;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A text with the words of a form in it. A word that the form does not give stays as it is written. */
export const fillIn = (text: string, words: Readonly<Record<string, string>>): string =>
  text.replace(placeholder, (whole, name: string) => {
    const word = Object.hasOwn(words, name.toLowerCase()) ? words[name.toLowerCase()]! : undefined;
    if (word === undefined) return whole;
    return name === name.toLowerCase() ? word : capital(word);
  });

/** The words in double braces that a text still has. */
export const wordsMissing = (text: string): string[] =>
  [...text.matchAll(placeholder)].map(([, name]) => name!);

function belongs(part: unknown, form: string): boolean {
  if (typeof part !== 'object' || part === null || !('forms' in part)) return true;
  return !Array.isArray(part.forms) || part.forms.includes(form);
}

function tellIn(part: unknown, form: string, words: Record<string, string>): unknown {
  if (typeof part === 'string') return fillIn(part, words);
  if (Array.isArray(part))
    return part.filter((one) => belongs(one, form)).map((one) => tellIn(one, form, words));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part)
      .filter(([, one]) => belongs(one, form))
      .map(([name, one]) => [name, tellIn(one, form, words)]),
  );
}

/**
 * A scenario as one of its forms tells it: what belongs to other forms left out, its words filled in,
 * its people and its start in place. With no such form, it is told in the first.
 */
export function inForm(scenario: Scenario, form: string): Scenario {
  const { forms, ...rest } = scenario;
  if (!forms) return scenario;
  const name = Object.hasOwn(forms, form) ? form : Object.keys(forms)[0]!;
  const { words, people, start } = forms[name]!;
  const told = { ...rest, people: { ...rest.people, ...people }, start: start ?? rest.start };
  return tellIn(told, name, words ?? {}) as Scenario;
}
