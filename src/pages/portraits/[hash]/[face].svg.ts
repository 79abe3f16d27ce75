import type { APIRoute } from 'astro';
import { drawFace } from '#server/draw-portrait.ts';

/** Draws a person of a scenario in a mood. The address names the version, so it never changes. */
export const GET: APIRoute = async ({ params, locals }) => {
  const svg = await drawFace(locals.db, params['hash']!, params['face']!);
  if (!svg) return new Response(null, { status: 404 });
  return new Response(svg, {
    headers: {
      'Content-Type': 'image/svg+xml',
      'Cache-Control': 'private, max-age=31536000, immutable',
    },
  });
};
