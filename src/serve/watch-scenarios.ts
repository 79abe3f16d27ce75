import { sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { contentFolder } from '../server/content/content-folder.ts';

/** While developing, draws the open pages again when a file of the content folder is saved. */
export function watchScenarios(): AstroIntegration {
  return {
    name: 'watch-scenarios',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const folder = contentFolder();
        server.watcher.add(folder);
        server.watcher.on('all', (_event, file) => {
          if (file.startsWith(`${folder}${sep}`)) server.hot.send({ type: 'full-reload' });
        });
      },
    },
  };
}
