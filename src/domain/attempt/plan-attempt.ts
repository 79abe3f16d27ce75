import { shuffle } from './shuffle.ts';

/** What a new attempt at a scenario would be: which of its forms, and whether it counts. */
export interface PlannedAttempt {
  form: string;
  mode: 'assessed' | 'practice';
}

/** What decides it. */
export interface Circumstances {
  personId: string;
  slug: string;
  /** The forms of the version on offer; one without a name where there is only one. */
  forms: readonly string[];
  /** Every attempt of this person at this scenario, the newest first. */
  earlier: readonly { form: string; mode: 'assessed' | 'practice' }[];
  /** They chose harm in it, or have been asked to play it again. */
  mayRetake: boolean;
  /** They have been shown its keys. */
  knowsKeys: boolean;
}

/**
 * The first attempt is assessed, in a form drawn for this person. A later one is practice (method §1),
 * in a form they have had. Only where harm has to be settled, or somebody asked for it, is another form
 * assessed, and never one they have had (method §4).
 */
export function planAttempt(about: Circumstances): PlannedAttempt {
  const { forms, earlier, personId, slug } = about;
  const had = earlier.map(({ form }) => (forms.includes(form) ? form : forms[0]!));
  const unseen = forms.filter((form) => !had.includes(form));
  const isFirst = !earlier.some(({ mode }) => mode === 'assessed');
  const counts = !about.knowsKeys && unseen.length > 0 && (isFirst || about.mayRetake);
  // Drawn by the person and the scenario, so that what is introduced is what is then begun.
  const drawn = (from: readonly string[]) => shuffle(from, 0, `${personId} ${slug}`)[0]!;
  if (counts) return { form: drawn(unseen), mode: 'assessed' };
  return { form: had[0] ?? drawn(forms), mode: 'practice' };
}
