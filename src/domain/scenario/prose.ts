import { z } from 'zod';
import { Guard, holds } from './guard.ts';
import { FormIds } from './words.ts';
import type { World } from './world.ts';

/** Markdown, or parts of it of which each shows only when its condition holds. */
export const Prose = z.union([
  z.string().min(1),
  z
    .array(
      z.union([
        z.string().min(1),
        z.strictObject({
          when: Guard.optional(),
          forms: FormIds.optional(),
          text: z.string().min(1),
        }),
      ]),
    )
    .min(1),
]);
export type Prose = z.infer<typeof Prose>;

/** The Markdown that prose comes to in a world: fragments whose condition fails are left out. */
export function tell(prose: Prose | undefined, world: World): string {
  if (prose === undefined) return '';
  if (typeof prose === 'string') return prose.trim();
  return prose
    .flatMap((part) => {
      if (typeof part === 'string') return [part.trim()];
      return holds(part.when, world) ? [part.text.trim()] : [];
    })
    .join('\n\n');
}
