import { toFields } from '#domain/policy/draft-policy.ts';
import { readShippedPolicy } from '../content/read-policy.ts';

/** Longer than any sentence of a policy. */
const longest = 4000;

/** Reads the posted form of a change: its step, and the fields that a change has, as they were written. */
export async function readSentFields(
  request: Request,
): Promise<{ step: string; fields: Record<string, string> }> {
  const form = await request.formData().catch(() => new FormData());
  const known = new Set([
    'basedOn',
    'reason',
    'wordsHold',
    ...Object.keys(toFields(await readShippedPolicy())),
  ]);
  const isRow = /^review\.sooner\.\d{1,2}\.(competency|months)$/;
  const fields: Record<string, string> = {};
  for (const [name, value] of form)
    if (typeof value === 'string' && (known.has(name) || isRow.test(name)))
      fields[name] = value.slice(0, longest);
  const step = form.get('step');
  return { step: typeof step === 'string' ? step : '', fields };
}
