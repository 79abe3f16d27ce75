import { z } from 'zod';

const Line = z.strictObject({
  /** The competencies whose scenario results it tells of: hidden from whoever is observing them now. */
  tells: z.array(z.string()),
  title: z.string(),
  says: z.array(z.string()),
  /** Where it can be opened, as a path of this product. */
  href: z.string(),
});

const Part = z.strictObject({
  lines: z.array(Line),
  /** How many there are besides, so that the sheet stays on two sides. */
  more: z.int().min(0),
});

/** What two people talk through in a supervision, drawn from the profile. What went well comes first. */
export const Sheet = z.strictObject({
  /** The time it was drawn at. */
  at: z.string(),
  policyVersion: z.string(),
  role: z.string(),
  met: Part,
  shown: Part,
  praised: Part,
  conflicts: Part,
  concerns: Part,
  gaps: Part,
  next: Part,
  reflections: Part,
});
export type Sheet = z.infer<typeof Sheet>;
export type SheetLine = z.infer<typeof Line>;
export type SheetPart = z.infer<typeof Part>;

/** The parts of a sheet, in the order in which they are talked through. */
export const sheetParts = [
  'met',
  'shown',
  'praised',
  'conflicts',
  'concerns',
  'gaps',
  'next',
  'reflections',
] as const satisfies (keyof Sheet)[];
export type SheetPartName = (typeof sheetParts)[number];

/** A sheet without what is hidden from its reader now, and how many lines that took away. */
export function withoutHidden(
  sheet: Sheet,
  isHidden: (competency: string) => boolean,
): { sheet: Sheet; hidden: number } {
  let hidden = 0;
  const shown = { ...sheet };
  for (const name of sheetParts) {
    const lines = sheet[name].lines.filter(({ tells }) => !tells.some(isHidden));
    hidden += sheet[name].lines.length - lines.length;
    shown[name] = { ...sheet[name], lines };
  }
  return { sheet: shown, hidden };
}
