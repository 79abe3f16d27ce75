import { doneBy, effectsOf } from '../answer.ts';
import type { Graph } from '../explore.ts';
import type { Guard } from '../guard.ts';
import { scenesAt } from '../moment.ts';
import type { Prose } from '../prose.ts';
import type { Scenario, Scene } from '../schema.ts';
import type { Effects } from '../world.ts';

/** One moment at which something is told or shown, after what was done there. */
export interface Telling {
  at: number;
  done: Effects[];
  learns?: string;
}

/** Conditions that are asked together: of faces the first that holds, of prose each by itself. */
export interface Told {
  guards: Guard[];
  isFirst: boolean;
  tellings: Telling[];
}

const conditionsOf = (prose: Prose | undefined): Guard[] =>
  prose === undefined || typeof prose === 'string'
    ? []
    : prose.flatMap((one) => (typeof one === 'string' || !one.when ? [] : [one.when]));

type Faces = readonly { when?: Guard | undefined }[];

const conditionsIn = (faces: Faces): Guard[] => faces.flatMap(({ when }) => when ?? []);

/** All that is told or shown only at times, with every moment of a graph at which it may be. */
export function tellingsIn(scenario: Scenario, { moments, steps }: Graph): Told[] {
  const seen = new Map<string, Telling[]>();
  moments.forEach((moment, at) => {
    for (const name of [...scenesAt(moment), ...(moment.split ? [moment.split] : [])])
      push(seen, name, { at, done: [] });
  });
  const made = Map.groupBy(steps, ({ from }) => moments[from]!.scene);
  const all: Told[] = [];
  const tell = (guards: Guard[], tellings: Telling[], isFirst = false) => {
    if (guards.length && tellings.length) all.push({ guards, isFirst, tellings });
  };
  const felt = new Map<string, Telling[]>();

  for (const [name, scene] of Object.entries(scenario.scenes)) {
    const here = seen.get(name) ?? [];
    const from = made.get(name) ?? [];
    tell(conditionsOf(scene.text), here);
    if (scene.ending) tell(conditionsOf(scenario['looking-back']), here);
    for (const [person, faces] of Object.entries(scene.people ?? {}))
      if (faces === 'as-felt') for (const one of here) push(felt, person, one);
      else if (typeof faces !== 'string') tell(conditionsIn(faces), here, true);
    for (const [found, find] of Object.entries(scene.finds ?? {})) {
      const doing = from.filter(({ move }) => move.type === 'find' && move.choice === found);
      tell(
        conditionsOf(find.tells),
        doing.map((step) => ({ at: step.from, done: [find], learns: found })),
      );
    }
    tellDecision(scene, from, tell);
  }
  for (const [person, tellings] of felt)
    tell(conditionsIn(scenario.people[person]?.faces ?? []), tellings, true);
  return all;
}

function tellDecision(
  { decision }: Scene,
  from: Graph['steps'],
  tell: (guards: Guard[], tellings: Telling[]) => void,
) {
  if (!decision) return;
  const decided = from.filter(({ move }) => move.type === 'decide');
  tell(
    conditionsOf(decision.weigh),
    decided.map((step) => ({ at: step.from, done: [] })),
  );
  const after = (steps: Graph['steps']): Telling[] =>
    steps.map((step) => ({ at: step.from, done: effectsOf(decision, step.move.choice) }));
  if (decision.kind !== 'best-action') tell(conditionsOf(decision.followed), after(decided));
  if (decision.kind === 'rate' || decision.kind === 'rationale') return;
  for (const [name, { followed }] of Object.entries(decision.options)) {
    const doing = decided.filter(({ move }) => doneBy(decision, move.choice).includes(name));
    tell(conditionsOf(followed), after(doing));
  }
}

function push<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item) {
  const items = map.get(key);
  if (items) items.push(item);
  else map.set(key, [item]);
}
