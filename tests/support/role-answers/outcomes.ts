import { managers, observers, signedIn, type PageAnswers } from './answers.ts';

export const outcomes: PageAnswers = {
  'outcomes/index.astro': [['/outcomes', observers]],
  'outcomes/[slug].astro': [
    ['/outcomes/morning-tablets', observers],
    ['/outcomes/constructor', signedIn(404)],
  ],
  'calibration/index.astro': [['/calibration', observers]],
  'calibration/[vignette].astro': [
    // Both have rated it: once is enough, so they are sent to what came of it.
    ['/calibration/hoist-with-one', ['/sign-in', 404, 404, '/calibration', '/calibration']],
    ['/calibration/constructor', signedIn(404)],
  ],
  'calibration/observers.astro': [['/calibration/observers', managers]],
};
