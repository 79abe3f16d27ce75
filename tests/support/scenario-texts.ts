import { holds } from '#domain/scenario/guard.ts';
import type { Moment } from '#domain/scenario/moment.ts';
import { tellFollowed } from '#domain/attempt/tell-answer.ts';
import { turnTo } from '#domain/attempt/tell-past.ts';
import { optionsOf } from '#domain/scenario/decision.ts';
import { movesAt, scenesAt } from '#domain/scenario/moment.ts';
import { proseIn } from '#domain/scenario/parts-of.ts';
import type { Prose } from '#domain/scenario/prose.ts';
import { factsOf, type Scenario } from '#domain/scenario/schema.ts';
import type { Move } from '#domain/scenario/to-machine.ts';
import { applyEffects, type World } from '#domain/scenario/world.ts';
import { toHtml } from '#server/to-html.ts';

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

const decodeOnce = (text: string) =>
  text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (whole, name: string) => named[name] ?? whole);

/** A text as it was before it was written into HTML, into JSON and into HTML again. */
function decode(text: string): string {
  let decoded = text;
  for (let layer = 0; layer < 3 && /[&\\]/.test(decoded); layer += 1) decoded = decodeOnce(decoded);
  return decoded;
}

/** What a page, a JSON answer or a Markdown text says, without how it is written down. */
export function plainly(text: string): string {
  return decode(text)
    .replace(/<\/?(p|em|strong|ul|ol|li|a|br|hr|blockquote|code|pre|h\d|b|span)\b[^<>]*>/gi, ' ')
    .replace(/\\n|\\t/g, ' ')
    .replace(/\\(["\\/])/g, '$1')
    .replace(/\s+/g, ' ');
}

const said = (markdown: string) => plainly(toHtml(markdown)).trim();
const partsOf = (prose: Prose | undefined) =>
  prose === undefined
    ? []
    : typeof prose === 'string'
      ? [{ text: prose }]
      : prose.map((part) => (typeof part === 'string' ? { text: part } : part));
const allOf = (prose: Prose | undefined) => partsOf(prose).map(({ text }) => said(text));
const toldOf = (prose: Prose | undefined, world: World) =>
  partsOf(prose)
    .filter((part) => !('when' in part) || holds(part.when, world))
    .map(({ text }) => said(text));

/** Every text of a scenario that a worker may meet on their way, and the reasons they may not. */
export function listTexts(scenario: Scenario): { story: string[]; reasons: string[] } {
  const scenes = Object.values(scenario.scenes);
  const options = scenes.flatMap((scene) => Object.values(optionsOf(scene.decision)));
  const finds = scenes.flatMap((scene) => Object.values(scene.finds ?? {}));
  const story = [
    ...scenes.flatMap((scene) => [
      ...[scene.title, scene.decision?.prompt, scene.next?.label].flatMap((text) =>
        text ? [said(text)] : [],
      ),
      ...proseIn(scene).flatMap(({ what }) => (what === scene.decision?.weigh ? [] : allOf(what))),
    ]),
    ...options.map((option) => said(option.text)),
    ...finds.flatMap((find) => [said(find.label), said(find.note)]),
  ];
  const reasons = [
    ...options.flatMap(({ key }) => [key, ...(key.cases ?? [])].map(({ why }) => said(why))),
    ...scenes.flatMap(({ decision }) => (decision ? allOf(decision.weigh) : [])),
  ];
  return { story: [...new Set(story)], reasons: [...new Set(reasons)] };
}

/** The texts that may be told from a moment on: of its scene, what is offered, and what was found. */
export function textsAt(scenario: Scenario, moment: Moment): string[] {
  const scene = scenario.scenes[moment.scene]!;
  const { world } = moment;
  const offered = movesAt(scenario, moment).flatMap((move) => {
    if (move.type === 'find') return [scene.finds![move.choice]!.label];
    if (move.type === 'turn') return [turnTo(scenario, move.choice)];
    return move.type === 'go-on' ? [scene.next!.label] : [];
  });
  const options = Object.values(optionsOf(scene.decision))
    .filter((option) => holds(option.when, world))
    .map(({ text }) => text);
  const seen = [...scenesAt(moment), ...(moment.split ? [moment.split] : [])].map(
    (name) => scenario.scenes[name]!,
  );
  return [
    ...[scene.decision?.prompt, ...offered, ...options].flatMap((text) =>
      text ? [said(text)] : [],
    ),
    ...seen.flatMap(({ title, text }) => [said(title), ...toldOf(text, world)]),
    ...scenesAt(moment).map((name) => said(scenario.scenes[name]!.place)),
    ...world.known.flatMap((name) => toldOf(scene.finds?.[name]?.tells, world)),
  ];
}

/** The texts that a move itself makes tellable: what was found, or what followed. */
export function textsOf(scenario: Scenario, before: Moment, move: Move): string[] {
  const scene = scenario.scenes[before.scene]!;
  if (move.type === 'go-on' || move.type === 'turn') return [];
  if (move.type === 'find') {
    const find = scene.finds![move.choice]!;
    const after = applyEffects(before.world, find, factsOf(scenario), move.choice);
    return [said(find.note), ...toldOf(find.tells, after)];
  }
  const followed = tellFollowed(scene.decision!, move.choice, before.world, factsOf(scenario));
  return followed ? [said(followed)] : [];
}
