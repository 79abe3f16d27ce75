import type { LearnerView } from '#domain/attempt/learner-view.ts';
import { moodWords } from '#domain/scenario/mood-words.ts';
import type { ShownScene } from '#domain/attempt/shown-scene.ts';
import { toHtml } from './to-html.ts';

/** Where a portrait is drawn: it names the version, so that it can be kept for ever. */
export const portraitPath = (hash: string, person: string, mood: string): string =>
  `/portraits/${hash}/${person}.${mood}.svg`;

/** A learner's view with its prose as HTML and its faces as addresses: all that a page needs. */
export function showScene(view: LearnerView, hash: string): ShownScene {
  const { past } = view;
  return {
    step: view.step,
    scene: { ...view.scene, html: toHtml(view.scene.text) },
    people: view.people.map(({ id, name, mood }) => ({
      name,
      looks: moodWords[mood],
      src: portraitPath(hash, id, mood),
    })),
    finds: view.finds,
    found: view.found.map(({ id, label, tells }) => ({ id, label, html: toHtml(tells) })),
    known: view.known,
    decision: view.decision,
    next: view.next,
    ending: view.ending,
    past: past && {
      title: past.title,
      html: toHtml(past.text),
      did: past.did,
      followed: past.followed && toHtml(past.followed),
    },
  };
}
