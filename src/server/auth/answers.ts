import { localPath } from './local-path.ts';

/** Whether a request wants JSON back instead of a page. */
export function asksForJson(headers: Headers): boolean {
  const accept = headers.get('accept') ?? '';
  if (accept.includes('text/html')) return false;
  const sends = headers.get('content-type') ?? '';
  return accept.includes('application/json') || sends.startsWith('application/json');
}

/** The path to come back to after signing in: this page, or the one whose form was just sent. */
export function pathToComeBackTo(request: Request, url: URL): string | undefined {
  if (request.method === 'GET') return localPath(url.pathname + url.search);
  const referer = URL.parse(request.headers.get('referer') ?? '');
  if (referer === null || referer.host !== request.headers.get('host')) return undefined;
  return localPath(referer.pathname + referer.search);
}

/** An address with where to go afterwards. */
export const withNext = (path: string, next: string | undefined): string =>
  next === undefined || next === '/' ? path : `${path}?next=${encodeURIComponent(next)}`;

/** A refusal in JSON. */
export const refuseJson = (status: number, code: string, message: string): Response =>
  Response.json({ code, message }, { status, headers: { 'Cache-Control': 'no-store' } });

/** The refusal of a write that did not come from a page of this service. */
export function refuseForeign(headers: Headers): Response {
  const words =
    'This was not sent from a page of In Practice, so nothing was changed. Open the page again and retry.';
  if (asksForJson(headers)) return refuseJson(403, 'not-from-here', words);
  return new Response(words, {
    status: 403,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
