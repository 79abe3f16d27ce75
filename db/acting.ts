import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUIDv7 } from 'node:crypto';
import { auditChain, canonical, type ChainedRecord } from './chain/link.ts';
import type { RowsStatement } from './row-statement.ts';

/** Who is doing what, from a request's or a command's beginning to its end. */
export interface Acting {
  /** A person's id; `command` at the machine, `system` for a job, `nobody` before signing in. */
  actor: string;
  /** The method and the pattern of the address, or the name of the command or job. Never what was typed. */
  what: string;
  /** Whose record it is about, where that is known. */
  subject: string | null;
  /** Ids of what it concerns, by their names in the address. */
  detail: Readonly<Record<string, string>>;
}

/** The same while it lasts, with whom the log has been told of so far. */
interface Store extends Acting {
  told: Set<string | null>;
}

const acting = new AsyncLocalStorage<Store>();

/** Runs a task as somebody: every write in it, by whatever way, is noted in the audit log with it. */
export const actAs = <Value>(who: Acting, task: () => Value): Value =>
  acting.run({ ...who, told: new Set() }, task);

/** Says whose record the rest of this request is about, where its address does not name them. */
export function concerning(personId: string): void {
  const now = acting.getStore();
  if (now) now.subject = personId;
}

/** Says who it is that acts from here on, known only now: somebody has just shown who they are. */
export function recognised(personId: string): void {
  const now = acting.getStore();
  if (now) Object.assign(now, { actor: personId, subject: personId });
}

/** Adds to what is noted of the rest of this request: ids and codes of ours, never what was typed. */
export function noting(detail: Record<string, string>): void {
  const now = acting.getStore();
  if (now) now.detail = { ...now.detail, ...detail };
}

/** Whose record, other than their own, was turned to in this request without anything in the log of it yet. */
export function turnedToUntold(): string | undefined {
  const now = acting.getStore();
  if (!now?.subject || now.subject === now.actor || now.told.has(now.subject)) return undefined;
  return now.subject;
}

/** The columns of the audit log that its chain vouches for, in an order that never changes. */
export const auditColumns = 'id, actor, what, subject, detail, at';

/** A row of the audit log for a write about each of these people, and its part in the actor's chain. */
export function noteAudit(
  about: readonly string[] | undefined,
  at = new Date().toISOString(),
): { statement: RowsStatement; records: ChainedRecord[] } | undefined {
  const now = acting.getStore();
  if (!now) return undefined;
  const subjects = about?.length ? [...new Set(about)] : [now.subject];
  for (const subject of subjects) now.told.add(subject);
  const detail = JSON.stringify(now.detail);
  const rows = subjects.map((subject) => [
    randomUUIDv7(),
    now.actor,
    now.what,
    subject,
    detail,
    at,
  ]);
  return {
    statement: { head: `INSERT INTO audit (${auditColumns}) VALUES`, tail: '', rows },
    records: rows.map((row) => ({
      chain: auditChain(now.actor),
      kind: 'audit',
      recordId: row[0]!,
      content: canonical([row]),
    })),
  };
}
