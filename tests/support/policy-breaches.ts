import { createHash } from 'node:crypto';

const fixed: Record<string, string> = {
  'default-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
};

/** What of a page the browser should not run by its policy, or what the policy lets in: empty where all is well. */
export function policyBreaches(policy: string | null, page: string): string[] {
  const parts = (policy ?? '').split(';').map((part) => part.trim().split(/\s+/));
  const allowed = new Map(parts.map(([name = '', ...sources]) => [name, sources]));
  const loose = Object.entries(fixed).filter(([name, one]) => allowed.get(name)?.join(' ') !== one);
  const odd = ['script-src', 'style-src', 'img-src', 'font-src', 'connect-src'].flatMap((name) =>
    (allowed.get(name) ?? [`no ${name}`]).filter(
      (source) => source !== "'self'" && !/^'sha(256|384|512)-[\w+/=]+'$/.test(source),
    ),
  );
  const text = page.replaceAll(/<!--[\s\S]*?-->/g, '');
  const inline = [...text.matchAll(/<(script|style)(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/\1>/g)];
  const unknown = inline.filter(([, kind = '', body = '']) => {
    const hash = createHash('sha256').update(body).digest('base64');
    return !allowed.get(`${kind}-src`)?.includes(`'sha256-${hash}'`);
  });
  const inTags = [...text.matchAll(/<[a-z][^>]*\s(?:on[a-z]+|style)=["'][^>]*>/g)];
  return [
    ...loose.map(([name]) => `${name}: ${allowed.get(name)?.join(' ')}`),
    ...odd,
    ...[...unknown, ...inTags].map(([all]) => all.slice(0, 80)),
    ...(/javascript:/i.test(text) ? ['javascript:'] : []),
  ];
}
