import type { ServerResponse } from 'node:http';

const year = 365 * 24 * 60 * 60;

/** Sets the headers that every answer carries, static files and errors included. */
export function setSecurityHeaders(res: ServerResponse, { https }: { https: boolean }): void {
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('X-Frame-Options', 'DENY');
  res.setHeader('Referrer-Policy', 'same-origin');
  res.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  res.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  res.setHeader(
    'Permissions-Policy',
    'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  );
  // A page brings the whole policy from astro.config.mjs, and that header takes the place of this one.
  res.setHeader(
    'Content-Security-Policy',
    "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  );
  if (https) res.setHeader('Strict-Transport-Security', `max-age=${year}`);
}
