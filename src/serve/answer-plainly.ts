import type { IncomingMessage, ServerResponse } from 'node:http';
import { sayTooMany } from '#server/limits/say-too-many.ts';
import type { TooMany } from './limit-addresses.ts';

/** Answers with one line of text, where there is no page to answer with. */
export function answerPlainly(
  res: ServerResponse,
  status: number,
  text: string,
  headers: Record<string, string> = {},
): void {
  res.statusCode = status;
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  res.setHeader('Content-Type', 'text/plain; charset=utf-8');
  res.end(`${text}\n`);
}

/** Says until when to wait: as a line, or in JSON to a script of ours that asks for it. */
export function answerTooMany(
  { headers: { accept = '' } }: IncomingMessage,
  res: ServerResponse,
  { kind, seconds }: Pick<TooMany, 'kind' | 'seconds'>,
): void {
  const message = sayTooMany(kind, seconds);
  const headers = { 'Retry-After': String(seconds) };
  if (accept.includes('text/html') || !accept.includes('application/json'))
    return answerPlainly(res, 429, message, headers);
  res.writeHead(429, { ...headers, 'Content-Type': 'application/json' });
  res.end(JSON.stringify({ code: 'too-many', message }));
}
