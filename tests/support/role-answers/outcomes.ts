import { managers, observers, signedIn, type PageAnswers } from './answers.ts';

export const outcomes: PageAnswers = {
  'outcomes/index.astro': [['/outcomes', observers]],
  'outcomes/[slug].astro': [
    ['/outcomes/morning-tablets', observers],
    ['/outcomes/constructor', signedIn(404)],
  ],
  'calibration/index.astro': [['/calibration', observers]],
  'calibration/[vignette].astro': [
    ['/calibration/hoist-with-one', observers],
    ['/calibration/constructor', signedIn(404)],
  ],
  'calibration/observers.astro': [['/calibration/observers', managers]],
};
