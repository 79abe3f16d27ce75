import type { APIRoute } from 'astro';
import { checkHealth } from '#server/check-health.ts';

/** Tells whoever watches over the service whether it can do its work. */
export const GET: APIRoute = async () => {
  const healthy = await checkHealth();
  return Response.json(
    { status: healthy ? 'ok' : 'no-database' },
    { status: healthy ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  );
};
