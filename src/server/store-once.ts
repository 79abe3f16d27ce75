import { createHash, randomUUIDv7 } from 'node:crypto';
import { z } from 'zod';
import { isConflict } from '#db';

/** The id that a form carries since it was shown. What is no such id is left out. */
export const FormId = z.uuidv7().toLowerCase().optional().catch(undefined);

/**
 * Stores what a form sent, once: sent twice, the second time is answered as done. The row is named by
 * the form and by what it says, so that a page kept by the browser and sent again with other words is
 * a row of its own. Without a form's id every row is new.
 */
export async function storeOnce(
  formId: string | undefined,
  says: Record<string, unknown>,
  insert: (id: string) => Promise<void>,
): Promise<void> {
  try {
    await insert(formId === undefined ? randomUUIDv7() : nameRow(formId, says));
  } catch (reason) {
    if (formId === undefined || !isConflict(reason)) throw reason;
  }
}

/** A UUIDv7 with the time of the form, and in place of chance what it says. */
function nameRow(formId: string, says: Record<string, unknown>): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([formId, says]))
    .digest('hex');
  return `${formId.slice(0, 14)}7${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
}
