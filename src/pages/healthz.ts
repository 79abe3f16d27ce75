import type { APIRoute } from 'astro';
import { askDatabases, checkHealth } from '#server/check-health.ts';

/** Tells whoever watches over the service whether it can do its work. */
export const GET: APIRoute = async ({ request }) => {
  const healthy = await checkHealth(() => askDatabases(request.headers.get('host')));
  return Response.json(
    { status: healthy ? 'ok' : 'no-database' },
    { status: healthy ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  );
};
