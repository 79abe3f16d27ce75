/** Where a command writes: what was asked for, and what is said beside it. */
export interface Output {
  say(line: string): void;
  /** Problems and progress, kept apart so that what was asked for can be piped on. */
  note(line: string): void;
}

/** What one command does with the words after its name. Resolves to its exit code. */
export type Verb = (args: string[], output: Output) => Promise<number>;

/** Words after a command that it cannot do anything with: said plainly, with exit code 1. */
export class WrongArguments extends Error {}

/** The one slug that a command is about. */
export function oneSlug(positionals: readonly string[], usage: string): string {
  const [slug, ...others] = positionals;
  if (!slug) throw new WrongArguments(`Say which scenario: ${usage}`);
  if (others.length) throw new WrongArguments(`One scenario at a time: ${usage}`);
  return slug;
}

/** A whole number that was given with an option, or what holds without it. */
export function wholeNumber(name: string, given: string | undefined, otherwise: number): number {
  if (given === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(given))
    throw new WrongArguments(`--${name} is a whole number, and "${given}" is none.`);
  return Number(given);
}
