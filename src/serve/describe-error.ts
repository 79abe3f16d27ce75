/** What of an error is logged. */
export interface DescribedError {
  name: string;
  message: string;
  code?: string;
  stack: string;
}

/**
 * Describes an error for the log. One from a query carries the values of the query in its message and
 * in its stack, and those are about people: only the statement and the places in the code are kept.
 */
export function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { name: 'Thrown', message: typeof error, stack: '' };
  const { query, code } = error as { query?: unknown; code?: unknown };
  const message = typeof query === 'string' ? `Failed query: ${query}` : error.message;
  const cause = error.cause instanceof Error ? describeError(error.cause) : undefined;
  const coded = typeof code === 'string' ? code : cause?.code;
  return {
    name: error.name,
    message: cause ? `${message} (${cause.message})` : message,
    ...(coded ? { code: coded } : {}),
    stack: placesOf(error),
  };
}

/** The lines of the stack that come after the message, which may have lines of its own. */
function placesOf({ stack = '', message }: Error): string {
  const lines = stack.slice(stack.indexOf(message) + message.length).split('\n');
  return lines.filter((line) => line.startsWith('    at ')).join('\n');
}
