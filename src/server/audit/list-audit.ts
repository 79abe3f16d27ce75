import { findPersonByUsername, listPeople, pageOfAudit, type Database } from '#db';
import { ok, refuse, type Result } from '#domain/result.ts';

/** Whose rows of the audit log are asked for: those about somebody, by somebody, or both. */
export interface AuditQuestion {
  subject?: string | undefined;
  actor?: string | undefined;
  /** A day, as YYYY-MM-DD, or a time. */
  since?: string | undefined;
}

const pageSize = 500;
/** Actors who are no person. */
const services = new Set(['system', 'command', 'nobody']);

/**
 * Tells the rows of the audit log about or by somebody, line by line, the oldest first: when, who, what,
 * about whom, and ids. People are named by their user names; somebody without one any more by their id.
 */
export async function listAudit(
  db: Database,
  { subject, actor, since = '' }: AuditQuestion,
  say: (line: string) => void,
): Promise<Result<{ rows: number }, { code: 'nobody'; username: string }>> {
  const ids: Record<string, string> = {};
  for (const username of [subject, actor]) {
    if (username === undefined || services.has(username)) continue;
    const person = await findPersonByUsername(db, username.toLowerCase());
    if (!person) return refuse({ code: 'nobody', username });
    ids[username] = person.id;
  }
  const idOf = (username: string | undefined) =>
    username === undefined ? {} : { id: ids[username] ?? username };
  const names = new Map((await listPeople(db)).map((person) => [person.id, person.username]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const of = { ...pick('subject', idOf(subject)), ...pick('actor', idOf(actor)), since };
  let rows = 0;
  let after = { at: '', id: '' };
  for (;;) {
    const page = await pageOfAudit(db, of, after, pageSize);
    for (const row of page)
      say(
        [
          row.at,
          nameOf(row.actor),
          row.what,
          row.subject ? nameOf(row.subject) : '-',
          row.detail,
        ].join('  '),
      );
    rows += page.length;
    const last = page.at(-1);
    if (!last || page.length < pageSize) return ok({ rows });
    after = last;
  }
}

const pick = (name: 'subject' | 'actor', found: { id?: string }) =>
  found.id === undefined ? {} : { [name]: found.id };
