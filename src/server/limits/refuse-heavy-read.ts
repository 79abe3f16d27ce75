import { readRateFactor } from '#domain/access/rate-limits.ts';
import { asksForJson, refuseJson } from '../auth/answers.ts';
import { makeLimiter, type Limiter } from './make-limiter.ts';
import { sayTooMany } from './say-too-many.ts';

/** What is gathered from the records of many people, or all that is held about one, by Astro's pattern. */
const heavy = new Set([
  ...['/today', '/team', '/team/left', '/alerts', '/cover', '/targets', '/training', '/marking'],
  ...['/outcomes', '/outcomes/[slug]', '/calibration/observers', '/policy/change', '/library'],
  ...['/pack', '/pack/[table].csv', '/people/[personId]/pack/[table].csv'],
  ...['/people/[personId]/pack', '/people/[personId]/certificate/paper'],
  ...['/people/[personId]/export/record.html', '/people/[personId]/export/record.json'],
]);

let limiter: Limiter | undefined;

// Read at the first request and not before: the pages are also loaded while they are built.
const limits = (): Limiter => {
  const factor = readRateFactor(process.env['RATE_LIMITS']);
  // What is set wrongly has been refused at the start of the service.
  return (limiter ??= makeLimiter('heavy-reads', factor.ok ? factor.value : 1));
};

/**
 * Refuses a page that costs much to somebody who has lately asked for too many of them: a script that
 * takes away all there is, or a key that is held down. By person, since a home shares one address.
 */
export async function refuseHeavyRead(
  pattern: string,
  personId: string,
  headers: Headers,
): Promise<Response | undefined> {
  if (!heavy.has(pattern)) return undefined;
  const { seconds } = await limits().take(personId);
  if (!seconds) return undefined;
  const message = sayTooMany('heavy-reads', seconds);
  const refusal = asksForJson(headers)
    ? refuseJson(429, 'too-many', message)
    : new Response(`${message}\n`, {
        status: 429,
        headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
      });
  refusal.headers.set('Retry-After', String(seconds));
  return refusal;
}
