import { z } from 'zod';

const code = z.string().regex(/^\d{1,3}$/, 'a code is up to three digits');
const words = z.string().min(2).max(60);
const titles = z.record(code, words);

/** What the codes of workforce data set files mean here, in `scenarios/workforce/codes.yaml`. */
export const WorkforceCodes = z.strictObject({
  about: z.string().min(20),
  /** What the codes rest on, and what is our own reading. */
  confidence: z.string().min(20),
  sources: z.array(z.strictObject({ title: words, url: z.url() })),
  'job-roles': titles,
  employment: titles,
  'care-certificate': titles,
  'level-2-care-certificate': titles,
  qualification: titles,
  pathway: z.record(
    code,
    z.strictObject({
      title: words,
      /** The role category here; none where a manager has to say. */
      category: z.string().optional(),
    }),
  ),
  training: z.record(
    code,
    z.strictObject({
      title: words,
      /** The subject of training here; none where there is none for it. */
      subject: z.string().optional(),
    }),
  ),
});
export type WorkforceCodes = z.infer<typeof WorkforceCodes>;
