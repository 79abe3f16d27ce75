import { z } from 'zod';
import { CompetencyId } from '../scenario/words.ts';
import { heading, sure, text } from './heading.ts';

const statementId = z
  .string()
  .regex(/^QS-[A-Z]+\d+$/, 'use the id of a quality statement such as "QS-S1"');

/** What the Care Quality Commission asks of a service, in `scenarios/frameworks/cqc/`. */
export const Cqc = z
  .strictObject({
    ...heading,
    /** The key questions, by what the Commission calls them. */
    'key-questions': z.record(
      text,
      z.strictObject({
        /** What it asks, in our own words. */
        about: text,
        /** The quality statements under it, by our ids. */
        statements: z.record(
          statementId,
          z.strictObject({
            /** What the Commission calls it. */
            title: text,
            /** What it means, in our own words. */
            about: text,
            /** Yes only if its name was read in a page on this very edition. */
            sure,
          }),
        ),
      }),
    ),
    /** The statements that each competency bears on, by our own reading. */
    links: z.record(CompetencyId, z.array(statementId).min(1)),
  })
  .check(({ value, issues }) => {
    const known = new Set(
      Object.values(value['key-questions']).flatMap(({ statements }) => Object.keys(statements)),
    );
    for (const [competency, statements] of Object.entries(value.links))
      statements.forEach((id, at) => {
        if (!known.has(id))
          issues.push({
            code: 'custom',
            input: id,
            path: ['links', competency, at],
            message: `no key question above has the statement ${id}`,
          });
      });
  });
export type Cqc = z.infer<typeof Cqc>;
