import type { ShownScene } from './shown-scene.ts';

/** The strands that nobody attended to and that yet look otherwise after a move than before it. */
export const changedAside = (before: ShownScene, after: ShownScene): string[] =>
  (after.beside?.strands ?? [])
    .filter(({ id, title, html }) => {
      const was = before.beside?.strands.find((one) => one.id === id);
      return was && (was.title !== title || was.html !== html);
    })
    .map(({ id }) => id);
