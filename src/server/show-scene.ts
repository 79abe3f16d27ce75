import type { LearnerView } from '#domain/attempt/learner-view.ts';
import type { SeenPerson } from '#domain/attempt/seen-people.ts';
import { moodWords } from '#domain/scenario/mood-words.ts';
import type { ShownPerson, ShownScene } from '#domain/attempt/shown-scene.ts';
import { toHtml } from './to-html.ts';

/** Where a portrait is drawn: it names the version, so that it can be kept for ever. */
export const portraitPath = (version: string, person: string, mood: string): string =>
  `/portraits/${version}/${person}.${mood}.svg`;

/** A learner's view with its prose as HTML and its faces as addresses: all that a page needs. */
export function showScene(view: LearnerView, version: string): ShownScene {
  const { past, beside } = view;
  const show = ({ id, name, mood }: SeenPerson): ShownPerson => ({
    name,
    looks: moodWords[mood],
    src: portraitPath(version, id, mood),
  });
  const { id, title, place, clock, text } = view.scene;
  return {
    step: view.step,
    scene: { id, title, place, clock, html: toHtml(text) },
    people: view.people.map(show),
    beside: beside && {
      title: beside.title,
      html: toHtml(beside.text),
      strands: beside.strands.map((strand) => ({
        id: strand.id,
        title: strand.title,
        place: strand.place,
        html: toHtml(strand.text),
        people: strand.people.map(show),
        turn: strand.turn,
      })),
    },
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
