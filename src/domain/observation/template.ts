import { z } from 'zod';
import { heading, text } from '../competency/heading.ts';
import { CompetencyId } from '../scenario/words.ts';
import { tasks, type Task } from './tasks.ts';

/** What to look for at a task, in `scenarios/frameworks/observation-templates/`. */
export const ObservationTemplates = z.strictObject({
  ...heading,
  /** Every template by its name. A name never changes meaning. */
  templates: z.record(
    z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'use small letters and dashes'),
    z.strictObject({
      /** What the task is called. */
      title: text,
      /** One sentence on what it covers. */
      about: text,
      /** The kind of task that an observation of it is filed under. */
      task: z.enum(Object.keys(tasks) as [Task, ...Task[]]),
      /** What it is about. Nobody can watch more than four things well. */
      competencies: z.array(CompetencyId).min(1).max(4),
      /** Criteria of practice of the current Care Certificate that it can show. */
      practice: z.array(text),
      /** What to look for, in plain words. */
      watch: z.array(text).min(3).max(6),
    }),
  ),
});
export type ObservationTemplates = z.infer<typeof ObservationTemplates>;

/** One template with its name. */
export type ObservationTemplate = { id: string } & ObservationTemplates['templates'][string];
