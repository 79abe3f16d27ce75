import { z } from 'zod';

/** Words for a reader. */
export const text = z.string().min(3);

/** Whether somebody has read this very thing in the edition at hand. */
export const sure = z.enum(['yes', 'no'], 'use yes or no');

/** What every file of scenarios/frameworks says of itself before it says anything else. */
export const heading = {
  /** What it is called. */
  title: text,
  /** Who publishes it; for what is our own, In Practice. */
  publisher: text,
  /** The edition as its file is named: a year, a date or a number, in quotes. The highest is current. */
  edition: z
    .string('write it in quotes, such as "2025"')
    .regex(/^\d+([.-]\d+)*$/, 'use a year, a date or a number in quotes, such as "2025"'),
  /** A few sentences on what it is and what it is for. */
  about: text,
  /** What in this file was checked, against what, and what was not. */
  confidence: text,
  /** What is known to be about to change, if anything. */
  changing: text.optional(),
  /** Where its facts were read. What is wholly our own has none. */
  sources: z.array(
    z.strictObject({
      /** What the page calls itself. */
      title: text,
      /** Its address. */
      url: z.url(),
    }),
  ),
};
