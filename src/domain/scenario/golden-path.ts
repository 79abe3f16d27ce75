import { z } from 'zod';
import { Id } from './words.ts';

/** What a golden path comes to, as its author worked it out by hand. */
export const GoldenResult = z.strictObject({
  /** The scene that it ends in. */
  ending: Id,
  /** How that turns out for the person. */
  feel: z.enum(['well', 'mixed', 'hard']),
  /** The total of each claim, 0 to 1, to three places, such as "IP-05 level 3": 0.875. */
  claims: z.record(
    z.string().regex(/^IP-\d\d level [23]$/, 'name a claim such as "IP-05 level 3"'),
    z.number().min(0).max(1),
  ),
  /** Decisions that would have done harm, in the order made, as "scene option". */
  harm: z.array(z.string()),
  /** Decisions that put a slip right, in the order made, as "scene option". */
  recovered: z.array(z.string()),
});
export type GoldenResult = z.infer<typeof GoldenResult>;

/** One journey that must always come out the same: what is done, and what it comes to. */
export const GoldenPath = z.strictObject({
  /** Who goes this way, such as "the well-meaning beginner". */
  name: z.string().min(3),
  /** The form of the scenario that is played, where it has several. */
  form: Id.optional(),
  /** The moves, such as "find see-card", "decide ask", "go-on", "turn phone" or "say I weighed …". */
  moves: z.array(z.string().min(2)).min(1),
  result: GoldenResult,
});
export type GoldenPath = z.infer<typeof GoldenPath>;

/** The file paths.json beside a scenario. */
export const GoldenPaths = z.strictObject({ paths: z.array(GoldenPath) });
export type GoldenPaths = z.infer<typeof GoldenPaths>;

/** A claim by the name it has in a golden path, such as "IP-05 level 3". */
export const claimName = ({ competency, level }: { competency: string; level: number }): string =>
  `${competency} level ${level}`;

/** A total as golden paths write it: to three places. */
export const writtenScore = (score: number): number => Math.round(score * 1000) / 1000;

/** Where a result is not the one that was written, as a way into the file and a sentence. */
export interface Difference {
  path: (string | number)[];
  message: string;
}

const listed = (names: readonly string[]) => (names.length ? names.join(', ') : 'nothing');

/** Everything in which two results differ. */
export function compareResults(written: GoldenResult, found: GoldenResult): Difference[] {
  const differences: Difference[] = [];
  const differ = (path: string[], what: string, was: string | number, is: string | number) =>
    differences.push({ path, message: `${what} is ${is}, and the file says ${was}.` });
  if (written.ending !== found.ending)
    differ(['ending'], 'The ending', written.ending, found.ending);
  if (written.feel !== found.feel) differ(['feel'], 'How it turns out', written.feel, found.feel);
  for (const claim of new Set([...Object.keys(written.claims), ...Object.keys(found.claims)])) {
    const [was, is] = [written.claims[claim], found.claims[claim]];
    if (was !== is) differ(['claims', claim], `The total of ${claim}`, was ?? 'none', is ?? 'none');
  }
  for (const part of ['harm', 'recovered'] as const)
    if (written[part].join() !== found[part].join())
      differ(
        [part],
        part === 'harm' ? 'The harm' : 'What is put right',
        listed(written[part]),
        listed(found[part]),
      );
  return differences;
}
