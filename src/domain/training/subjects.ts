import { z } from 'zod';
import { CompetencyId } from '../scenario/words.ts';

const name = z.string().min(2).max(80);

/** What training is called here, in `scenarios/risk/training-subjects.yaml`. */
export const TrainingSubjects = z
  .strictObject({
    /** What a training record says, and what it does not. */
    about: z.string().min(20),
    subjects: z.record(
      z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use small letters and hyphens'),
      z.strictObject({
        title: name,
        /** Other names that a file may use for it. */
        also: z.array(name).default([]),
        /** The competencies it is about; none for what no competency of the map covers. */
        competencies: z.array(CompetencyId),
        /** What another body issued after an assessment. This product issues nothing. */
        award: z.enum(['care-certificate', 'other']).optional(),
      }),
    ),
  })
  .check(({ value, issues }) => {
    const taken = new Map<string, string>();
    for (const [id, { title, also }] of Object.entries(value.subjects))
      for (const each of [id, title, ...also]) {
        const key = plainName(each);
        const by = taken.get(key);
        if (by && by !== id)
          issues.push({
            code: 'custom',
            input: each,
            path: ['subjects', id],
            message: `${by} is called "${each}" already`,
          });
        taken.set(key, id);
      }
  });
export type TrainingSubjects = z.infer<typeof TrainingSubjects>;
export type TrainingSubject = TrainingSubjects['subjects'][string];

/** A name without what people write differently: case, dashes, "&" and spaces. */
export const plainName = (written: string): string =>
  written
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The id of a subject by any of its names, or nothing. */
export function findSubject({ subjects }: TrainingSubjects, written: string): string | undefined {
  const key = plainName(written);
  return Object.keys(subjects).find((id) =>
    [id, subjects[id]!.title, ...subjects[id]!.also].some((each) => plainName(each) === key),
  );
}
