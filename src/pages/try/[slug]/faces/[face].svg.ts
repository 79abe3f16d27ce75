import type { APIRoute } from 'astro';
import { drawTriedFace } from '#server/try/draw-tried-face.ts';

/** A face of a scenario that is being written. In development only. */
export const GET: APIRoute = async ({ params, url }) => {
  if (!import.meta.env.DEV) return new Response(null, { status: 404 });
  const form = url.searchParams.get('form');
  const drawn = await drawTriedFace(params.slug!, params.face!, form);
  if (!drawn) return new Response(null, { status: 404 });
  return new Response(drawn, {
    headers: { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'no-store' },
  });
};
