import type { Database } from '#db';
import type { Person } from '#domain/access/person.ts';
import { rateVignette } from '../calibration/rate-vignette.ts';
import type { Cast } from './cast.ts';

type Said = Record<string, [entrustment: number, words: string]>;

/** Tom has rated every case, and trusts a little soon. */
const tom: Said = {
  'a-wandering-handover': [4, 'Clear and quick. One thing left out, and he mended it himself.'],
  'blister-and-chart': [4, 'He stopped at the right moment. I would send him alone.'],
  'chest-pain-in-the-lift': [4, 'She did the things that save a life. A list can be found.'],
  'first-visit-with-son': [3, 'Once he had been shown, he did it. Next time he will know.'],
  'hoist-with-one': [2, 'Wrong, and he knew it. Somebody beside him would put it right.'],
  'not-my-dressing': [5, 'She taught another while she kept to her own limits.'],
  'she-says-no-today': [4, 'Found the reason and wrote it in her words.'],
  'shouting-at-tea': [5, 'I would put a new starter beside him tomorrow.'],
  'soup-too-thin': [4, 'Saw it, said it, waited for the right one, reported both.'],
  'the-closed-door': [2, 'She needs a word about the door before she is alone.'],
};

/** Grace has too, and differs from Tom most where somebody might have been hurt. */
const grace: Said = {
  'a-wandering-handover': [
    2,
    'It came out only because somebody asked. I would sit in on the next one.',
  ],
  'blister-and-chart': [3, 'He must know whom to ring in the evening first.'],
  'chest-pain-in-the-lift': [3, 'Calm, but the list and the daughter were forgotten.'],
  'first-visit-with-son': [2, 'The son would have written the plan.'],
  'hoist-with-one': [1, 'He lifted alone with a plan that says two. He watches until he sees why.'],
  'not-my-dressing': [5, 'The best of these. Others should see her work.'],
  'she-says-no-today': [4, 'A no was a no, and she asked for the plan to be changed.'],
  'shouting-at-tea': [3, 'Calm and curious. I would be near until I had seen it twice.'],
  'soup-too-thin': [4, 'Saw it before he ate. I would not need to be there.'],
  'the-closed-door': [2, 'The door, the asking, the phone. Three words from me.'],
};

/** Lets the observers of the sample rate the cases, through the verb that the pages use. */
export async function fillCalibration(
  db: Database,
  cast: Pick<Cast, 'tom' | 'grace'>,
  ago: (days: number) => string,
): Promise<void> {
  const rate = async (person: Person, said: Said, at: string) => {
    for (const [id, [entrustment, words]] of Object.entries(said)) {
      const kept = await rateVignette(db, person, id, { entrustment, words }, at);
      if (!kept.ok) throw new Error(`The sample could not rate "${id}": ${kept.problem.code}.`);
    }
  };
  await rate(cast.tom, tom, ago(16));
  await rate(cast.grace, grace, ago(2));
}
