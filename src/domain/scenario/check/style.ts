import { z } from 'zod';

/** How scenarios are worded: `scenarios/style.yaml`. */
export const Style = z.strictObject({
  /** Words of the work that every care worker has to know, so that no easier one stands for them. */
  'care-terms': z.array(z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'one lower-case word')).min(1),
  /** Words that label people, each with what to say instead. */
  avoid: z
    .array(
      z.strictObject({
        /** Every form that it comes in, such as "suffers from" and "suffering from". */
        words: z.array(z.string().min(2)).min(1),
        /** What to say instead, as one sentence. */
        instead: z.string().regex(/^[A-Z].{8,}\.$/, 'one sentence'),
      }),
    )
    .min(1),
});
export type Style = z.infer<typeof Style>;
