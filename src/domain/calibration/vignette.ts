import { z } from 'zod';
import { CompetencyId } from '../scenario/words.ts';
import { tasks, type Task } from '../observation/tasks.ts';

const line = z.string().min(20).max(240);

/** A short written case: a worker seen at work, for every observer to judge alike. */
export const Vignette = z.strictObject({
  title: z.string().min(3),
  task: z.enum(Object.keys(tasks) as [Task, ...Task[]]),
  competency: CompetencyId,
  /** What was seen, in 80 to 140 words. Names nobody's thoughts. */
  seen: z.string().refine((text) => {
    const words = text.trim().split(/\s+/).length;
    return words >= 80 && words <= 140;
  }, 'a case has 80 to 140 words'),
  /** Provisional until enough care professionals have rated it by themselves. */
  status: z.enum(['provisional', 'agreed']),
  /** How far the worker is to be trusted, 1 to 5: the median of the panel, or our own proposal until then. */
  trust: z.int().min(1).max(5),
  /** Why it is this level, or why it is not, in a line for each. */
  why: z.strictObject({ 1: line, 2: line, 3: line, 4: line, 5: line }),
});
export type Vignette = z.infer<typeof Vignette>;

/** A vignette as it stands: a changed one is another, and is rated anew. */
export interface EditedVignette extends Vignette {
  id: string;
  /** The id and the start of its content's hash: what a rating is kept under. */
  edition: string;
}
