import { z } from 'zod';
import type { Person } from '#domain/access/person.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { findObservation, keepDraftRow, type Database } from '#db';
import { findSubject } from '../find-subject.ts';

const longest = 8000;
const KeptDraft = z.object({ at: z.string(), fields: z.record(z.string(), z.string()) });

/** What was typed into the form of an observation, and when it was kept. */
export type KeptDraft = z.infer<typeof KeptDraft>;

/** What a draft keeps, or nothing where nothing was kept. */
export function readKept(draft: string | null): KeptDraft | null {
  return draft === null ? null : KeptDraft.parse(JSON.parse(draft));
}

/**
 * Keeps what an observer typed so far with their own open draft, so that they can finish it later and
 * elsewhere. Nothing is checked yet, nothing counts, and nobody else can read it.
 */
export async function keepDraft(
  db: Database,
  observer: Person,
  id: string,
  typed: Record<string, string>,
  at = new Date().toISOString(),
): Promise<Result<void, { code: 'not-found' }>> {
  const draft = await findObservation(db, id);
  const own = draft?.observerId === observer.id && !draft.signedAt && !draft.discardedAt;
  if (!own || !(await findSubject(db, observer, 'observe', draft.personId)))
    return refuse({ code: 'not-found' });
  const fields = Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [name, value.slice(0, longest)]),
  );
  await keepDraftRow(db, id, JSON.stringify({ at, fields }));
  return ok(undefined);
}
