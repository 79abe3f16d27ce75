import { holds } from '#domain/scenario/guard.ts';
import type { Moment } from '#domain/scenario/moment.ts';
import { movesAt } from '#domain/scenario/moment.ts';
import type { Prose, Scenario } from '#domain/scenario/schema.ts';
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

const decode = (text: string) =>
  text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (whole, name: string) => named[name] ?? whole);

/** What a page, a JSON answer or a Markdown text says, without how it is written down. */
export function plainly(text: string): string {
  const decoded = decode(decode(decode(text)));
  return decoded
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
  const options = scenes.flatMap((scene) => Object.values(scene.decision?.options ?? {}));
  const finds = scenes.flatMap((scene) => Object.values(scene.finds ?? {}));
  const story = [
    ...scenes.flatMap((scene) => [
      ...[scene.title, scene.decision?.prompt, scene.next?.label].flatMap((text) =>
        text ? [said(text)] : [],
      ),
      ...allOf(scene.text),
    ]),
    ...options.flatMap((option) => [said(option.text), ...allOf(option.followed)]),
    ...finds.flatMap((find) => [said(find.label), said(find.note), ...allOf(find.tells)]),
  ];
  const reasons = [
    ...options.map((option) => said(option.key.why)),
    ...scenes.flatMap(({ decision }) => (decision ? [said(decision.weigh)] : [])),
  ];
  return { story: [...new Set(story)], reasons: [...new Set(reasons)] };
}

/** The texts that may be told from a moment on: of its scene, what is offered, and what was found. */
export function textsAt(scenario: Scenario, moment: Moment): string[] {
  const scene = scenario.scenes[moment.scene]!;
  const { world } = moment;
  const offered = movesAt(scenario, moment).map((move) =>
    move.type === 'find'
      ? scene.finds![move.choice]!.label
      : move.type === 'decide'
        ? scene.decision!.options[move.choice]!.text
        : scene.next!.label,
  );
  return [
    ...[scene.title, scene.decision?.prompt, ...offered].flatMap((text) =>
      text ? [said(text)] : [],
    ),
    ...toldOf(scene.text, world),
    ...world.known.flatMap((name) => toldOf(scene.finds?.[name]?.tells, world)),
  ];
}

/** The texts that a move itself makes tellable: what was found, or what followed. */
export function textsOf(scenario: Scenario, before: Moment, move: Move): string[] {
  const scene = scenario.scenes[before.scene]!;
  if (move.type === 'go-on') return [];
  if (move.type === 'find') {
    const find = scene.finds![move.choice]!;
    const after = applyEffects(before.world, find, move.choice);
    return [said(find.note), ...toldOf(find.tells, after)];
  }
  const option = scene.decision!.options[move.choice]!;
  return toldOf(option.followed, applyEffects(before.world, option));
}
