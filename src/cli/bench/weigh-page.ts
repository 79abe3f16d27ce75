import { brotliDecompressSync } from 'node:zlib';
import { get } from 'node:http';

/** Compressed bytes of a page on a cold cache, by kind. */
export interface Weight {
  html: number;
  javascript: number;
  css: number;
  fonts: number;
  portraits: number;
  total: number;
}

const fetchBytes = (port: number, path: string, cookie: string) =>
  new Promise<{ bytes: number; text: string }>((done, failed) => {
    get(
      { port, host: '127.0.0.1', path, headers: { 'Accept-Encoding': 'br', Cookie: cookie } },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          const body = Buffer.concat(parts);
          if (answer.statusCode !== 200)
            return failed(new Error(`${path} answered ${answer.statusCode}.`));
          const text =
            answer.headers['content-encoding'] === 'br' ? brotliDecompressSync(body) : body;
          done({ bytes: body.length, text: text.toString('utf8') });
        });
      },
    ).on('error', failed);
  });

const kindOf = (path: string): keyof Weight =>
  path.endsWith('.js')
    ? 'javascript'
    : path.endsWith('.css')
      ? 'css'
      : path.endsWith('.woff2')
        ? 'fonts'
        : 'portraits';

/** Fetches a page and everything it names, scripts with what they import, as a cold browser would. */
export async function weighPage(port: number, path: string, cookie: string): Promise<Weight> {
  const page = await fetchBytes(port, path, cookie);
  const weight: Weight = {
    html: page.bytes,
    javascript: 0,
    css: 0,
    fonts: 0,
    portraits: 0,
    total: page.bytes,
  };
  const named = [
    ...page.text.matchAll(
      /(?:src|href|component-url|renderer-url)="(\/[^"]+\.(?:js|css|woff2|svg))"/g,
    ),
  ];
  const waiting = named.map(([, found]) => found!).filter((found) => found !== '/favicon.svg');
  const seen = new Set<string>();
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    if (seen.has(one)) continue;
    seen.add(one);
    const { bytes, text } = await fetchBytes(port, one, cookie);
    weight[kindOf(one)] += bytes;
    weight.total += bytes;
    if (!one.endsWith('.js')) continue;
    for (const [, from] of text.matchAll(/(?:from|import)\s*["'](\.\/[^"']+\.js)["']/g))
      waiting.push(new URL(from!, `http://x${one}`).pathname);
  }
  return weight;
}
