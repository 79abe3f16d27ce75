import { ok, refuse, type Result } from '../result.ts';
import type { Moment, Position } from './moment.ts';
import { factsOf, type Scenario } from './schema.ts';
import { boundsOf, firstValue, firstWorld, isWithin, type Fact } from './world.ts';

/**
 * A moment as an author writes it into an address: what is left out is as it is at the start. Lists are
 * parted by commas: facts and strands as "name:value", finds that are known and interruptions that have
 * come by their names.
 */
export const triedFields = [
  'scene',
  'facts',
  'known',
  'minutes',
  'strands',
  'attending',
  'left',
  'happened',
] as const;
export type TriedFields = Partial<Record<(typeof triedFields)[number], string>>;

const longestStory = 10_000;

/** The moment that an address asks for, or what is wrong with it, a sentence for each mistake. */
export function readTried(scenario: Scenario, fields: TriedFields): Result<Moment, string[]> {
  const wrong: string[] = [];
  const position = readPosition(scenario, fields, wrong);
  const facts = readFacts(scenario, listed(fields.facts), wrong);
  const finds = Object.values(scenario.scenes).flatMap((scene) => Object.keys(scene.finds ?? {}));
  const known = readNames(listed(fields.known), finds, 'find', wrong);
  const interruptions = Object.keys(scenario.interruptions ?? {});
  const come = readNames(listed(fields.happened), interruptions, 'interruption', wrong);
  const minutes = Number(fields.minutes || 0);
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > longestStory)
    wrong.push(`Minutes are a whole number up to ${longestStory}, not "${fields.minutes}".`);
  if (wrong.length || !position) return refuse(wrong);

  const { strands } = position.left ?? position;
  const at = strands && Object.keys(strands).find((one) => strands[one] === attended(position));
  const during = scenario.scenes[position.scene]!.during;
  const happened = [...new Set([...come, ...(during ? [during] : [])])];
  const world = { ...firstWorld(factsOf(scenario)), known, minutes };
  return ok({
    ...position,
    world: {
      ...world,
      facts: { ...world.facts, ...facts },
      ...(at && { at }),
      ...(happened.length && { happened }),
    },
  });
}

/** A moment as the fields of an address; nothing is said of what is as it was at the start. */
export function sayTried(scenario: Scenario, { left, world, ...here }: Moment): TriedFields {
  const { scene, split, strands } = left ?? here;
  const facts = Object.entries(factsOf(scenario)).flatMap(([name, fact]) =>
    world.facts[name] === firstValue(fact) ? [] : [`${name}:${world.facts[name]}`],
  );
  const { known, minutes, happened = [], at } = world;
  return {
    scene: left ? here.scene : (split ?? scene),
    ...(facts.length && { facts: facts.join() }),
    ...(known.length && { known: known.join() }),
    ...(minutes && { minutes: String(minutes) }),
    ...(strands && { strands: pairs(strands), ...(at && { attending: at }) }),
    ...(left && { left: split ?? scene }),
    ...(happened.length && { happened: happened.join() }),
  };
}

const listed = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

const pairs = (strands: Record<string, string>) =>
  Object.entries(strands)
    .map(([strand, scene]) => `${strand}:${scene}`)
    .join();

const attended = ({ left, scene }: Position & { left?: Position }) => left?.scene ?? scene;

function readPosition(
  scenario: Scenario,
  fields: TriedFields,
  wrong: string[],
): (Position & { left?: Position }) | undefined {
  const scene = fields.scene || scenario.start;
  const during = Object.hasOwn(scenario.scenes, scene) && scenario.scenes[scene]!.during;
  if (!during) return placeAt(scenario, scene, fields, wrong);
  const left = placeAt(scenario, fields.left || scenario.start, fields, wrong);
  return left && { scene, left };
}

/** Where one is in a scene: of several things at once, in all of them. */
function placeAt(
  scenario: Scenario,
  scene: string,
  { strands: given, attending, left }: TriedFields,
  wrong: string[],
): Position | undefined {
  const { scenes } = scenario;
  if (!Object.hasOwn(scenes, scene)) {
    wrong.push(`There is no scene "${scene}".`);
    return undefined;
  }
  const own = scenes[scene]!.strand;
  const split = own ? Object.keys(scenes).find((name) => scenes[name]!.strands?.[own]) : scene;
  const whole = split === undefined ? undefined : scenes[split]!;
  if (!whole?.strands) return { scene };

  const strands = Object.fromEntries(
    Object.entries(whole.strands).map(([name, { start }]) => [name, start]),
  );
  if (own) strands[own] = scene;
  for (const pair of listed(given)) {
    const [name = '', at = ''] = pair.split(':');
    if (Object.hasOwn(strands, name) && scenes[at]?.strand === name) strands[name] = at;
    else wrong.push(`"${pair}" is no strand of "${split}" with a scene of it.`);
  }
  const at = attending || own || whole.attend!;
  if (!Object.hasOwn(strands, at)) wrong.push(`"${split}" has no strand "${at}" to attend to.`);
  // An interruption may come at the very moment in which the last of them is settled.
  if (!left && Object.values(strands).every((one) => scenes[one]!.closes))
    wrong.push(`Every strand of "${split}" is settled there, so the story has gone on.`);
  return { scene: strands[at]!, split: split!, strands };
}

function readFacts(scenario: Scenario, parts: string[], wrong: string[]) {
  const facts = factsOf(scenario);
  return Object.fromEntries(
    parts.flatMap((part) => {
      const [name = '', text = ''] = part.split(':');
      const fact = Object.hasOwn(facts, name) ? facts[name]! : undefined;
      if (!fact) {
        wrong.push(`There is no fact "${name}".`);
        return [];
      }
      const value = readValue(fact, text);
      if (value === undefined) wrong.push(`"${name}" is ${sayValues(fact)}, not "${text}".`);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

function readValue(fact: Fact, text: string): boolean | number | undefined {
  if ('flag' in fact) return text === 'true' ? true : text === 'false' ? false : undefined;
  const value = Number(text);
  return /^-?\d+$/.test(text) && isWithin(fact, value) ? value : undefined;
}

/** What a fact may be, in words. */
export function sayValues(fact: Fact): string {
  const bounds = boundsOf(fact);
  return bounds ? `a number from ${bounds[0]} to ${bounds[1]}` : 'true or false';
}

function readNames(names: string[], all: readonly string[], what: string, wrong: string[]) {
  for (const name of names) if (!all.includes(name)) wrong.push(`There is no ${what} "${name}".`);
  return [...new Set(names)];
}
