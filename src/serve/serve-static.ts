import { existsSync } from 'node:fs';
import { join } from 'node:path';
import sirv, { type RequestHandler } from 'sirv';

/** Serves the built files of one folder; a request for anything else goes on to `next`. */
export function serveStatic(clientDir: string): RequestHandler {
  const serveFile = sirv(clientDir, {
    etag: true,
    extensions: [],
    setHeaders(res, pathname) {
      // The list of files is read once at the start; opening one that has gone since would end the process.
      if (!existsSync(join(clientDir, pathname))) throw new Error(`${pathname} has gone`);
      // Names under /_astro/ hold a hash of the content, so they never change.
      const hashed = pathname.startsWith('/_astro/');
      res.setHeader(
        'Cache-Control',
        hashed ? 'public, max-age=31536000, immutable' : 'public, no-cache',
      );
    },
  });

  return (req, res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return next?.();
    // Nothing here is worth resuming, and a senseless range would throw while the file is opened.
    delete req.headers.range;
    serveFile(req, res, next);
  };
}
