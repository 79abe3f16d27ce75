import type { z } from 'zod';
import type { Malformed } from '#domain/access/problem.ts';

/** The first problem of each field, in the order of the form. */
export function toMalformed(error: z.ZodError): Malformed {
  const problems = new Map<string, string>();
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? 'form');
    if (!problems.has(field)) problems.set(field, issue.message);
  }
  return {
    code: 'malformed',
    problems: [...problems].map(([field, message]) => ({ field, message })),
  };
}

/** A refusal about one field. */
export const malformed = (field: string, message: string): Malformed => ({
  code: 'malformed',
  problems: [{ field, message }],
});
