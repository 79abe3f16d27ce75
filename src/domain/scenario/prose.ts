import { holds } from './guard.ts';
import type { Prose } from './schema.ts';
import type { World } from './world.ts';

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
