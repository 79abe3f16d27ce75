import type { Scenario } from '../schema.ts';
import { limits } from './limits.ts';
import type { Problem } from './problem.ts';
import { readingAge, type Excepted } from './reading-age.ts';
import { wordsOf } from './sentences.ts';
import type { Style } from './style.ts';
import { namesIn, type WorkerText } from './texts.ts';

/**
 * Nothing may ask for a higher reading age than most people have. What is judged is as much as is read
 * together: a scene with all that may be told in it, its debrief, what stands before the story, and the
 * whole. Headings are left out, and so is whatever is too short for a figure to mean anything.
 */
export function checkReadingAge(
  scenario: Scenario,
  texts: readonly WorkerText[],
  style: Style,
): Problem[] {
  const excepted: Excepted = {
    names: new Set(namesIn(scenario).flatMap((name) => wordsOf(name.toLowerCase()))),
    terms: new Set(style['care-terms']),
  };
  const groups = new Map<string, { path: Problem['path']; what: string; texts: string[] }>();
  const add = (name: string, path: Problem['path'], what: string, text: string) => {
    const group = groups.get(name) ?? { path, what, texts: [] };
    groups.set(name, group);
    group.texts.push(text);
  };
  for (const { part, scene, text } of texts) {
    if (part === 'heading') continue;
    add('whole', [], 'The scenario as a whole', text);
    if (part === 'front') add('front', ['summary'], 'What is read before the story', text);
    else if (scene === undefined) continue;
    else if (part === 'story') add(`story ${scene}`, ['scenes', scene], 'This scene', text);
    else
      add(`debrief ${scene}`, ['scenes', scene, 'decision'], 'The debrief of this decision', text);
  }
  return [...groups.values()].flatMap((group) => {
    const { words, age } = readingAge(group.texts, excepted);
    if (words < limits.fewestWordsToJudge || age === undefined || age <= limits.readingAge)
      return [];
    return [
      {
        code: 'reading-age',
        path: group.path,
        message: `${group.what} asks for a reading age of ${age.toFixed(1)}; at most ${limits.readingAge} is wanted.`,
        remedy: 'Use shorter sentences and shorter words, as one would say it aloud.',
      },
    ];
  });
}
