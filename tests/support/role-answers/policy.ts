import { managers, signedIn, type PageAnswers } from './answers.ts';

/** Everybody may read the rules; only managers may try a change. */
export const policy: PageAnswers = {
  'policy/index.astro': [['/policy', signedIn(200)]],
  'policy/[version].astro': [
    ['/policy/2026-11-22', signedIn(200)],
    ['/policy/2020-01-01', signedIn(404)],
    ['/policy/constructor', signedIn(404)],
  ],
  'policy/change.astro': [
    ['/policy/change', managers],
    ['/policy/change?from=nowhere', managers],
  ],
};
