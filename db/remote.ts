import { setTimeout as wait } from 'node:timers/promises';
import type { Client, InArgs, InStatement, ResultSet } from '@libsql/client';

/** How long to wait before each further try, in milliseconds, where no answer came. */
export const patience: readonly number[] = [50, 200, 800, 2_000];

/** Whether a database is reached over the network. */
export const isRemote = (url: string): boolean => /^(libsql|https?|wss?):/.test(url);

/**
 * Whether no answer of the database came: the connection was refused or broke off (a TypeError of
 * `fetch`, or JSON that ends early), or something else answered in its place. What the database itself
 * says of a statement, a refusal too, is never this.
 */
export function isUnanswered(reason: unknown): boolean {
  if (reason instanceof SyntaxError) return true;
  // Without a cause it is a mistake of ours, such as a value that no column takes.
  if (reason instanceof TypeError) return reason.cause !== undefined;
  const { code, message = '' } = (reason ?? {}) as { code?: unknown; message?: string };
  return (
    code === 'HRANA_PROTO_ERROR' ||
    (code === 'SERVER_ERROR' && /status (408|429|5\d\d)/.test(message))
  );
}

/** Runs a task again, after each wait, for as long as no answer comes; the last try is told as it is. */
export async function untilAnswered<Value>(
  task: () => Promise<Value>,
  waits: readonly number[] = patience,
): Promise<Value> {
  for (const ms of waits) {
    try {
      return await task();
    } catch (reason) {
      if (!isUnanswered(reason)) throw reason;
      await wait(ms);
    }
  }
  return task();
}

/** Whether a statement only reads, and so may be asked again. */
export const isRead = (sql: string): boolean =>
  /^\s*(select|values|explain|with)\b/i.test(sql) &&
  !/\b(insert\s+(or\s+\w+\s+)?into|replace\s+into|delete\s+from|update\s+\S+\s+set)\b/i.test(sql);

/** Makes a client ask again where a read was not answered; everything else it does as before. */
export function askAgain(client: Client, waits: readonly number[] = patience): Client {
  const ask = client.execute.bind(client) as (
    sql: InStatement,
    args?: InArgs,
  ) => Promise<ResultSet>;
  client.execute = (statement: InStatement, args?: InArgs) => {
    const sql = typeof statement === 'string' ? statement : statement.sql;
    return isRead(sql) ? untilAnswered(() => ask(statement, args), waits) : ask(statement, args);
  };
  return client;
}
